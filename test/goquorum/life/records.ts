import type { Network } from "../../../src/network/network.js";
import { readAccount, readNode, readOrg } from "../../../src/read/read-records.js";
import type { Person } from "../people.js";

/** What the contracts hold of one record, as a question to be asked again. */

export const orgStatus = (id: string) => async (network: Network) => (await readOrg(network, id))?.status;

export const nodeStatus =
  ({ enodeId }: { enodeId: string }) =>
  async (network: Network) =>
    (await readNode(network, enodeId))?.status;

export const accountStatus =
  ({ address }: Pick<Person, "address">) =>
  async (network: Network) =>
    (await readAccount(network, address))?.status;

export const roleOf =
  ({ address }: Pick<Person, "address">) =>
  async (network: Network) =>
    (await readAccount(network, address))?.role;
