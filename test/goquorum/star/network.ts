import { openChain } from "../../../src/chain/chain.js";
import { connectNetwork, type Network } from "../../../src/network/network.js";
import { readPermissionConfig } from "../../../src/nodejs/config-file.js";
import type { StarAgency } from "./agency.js";

/** The contracts of a group, read at the node of an agency. */
export async function networkAt(agency: StarAgency, group: string): Promise<Network> {
  const config = readPermissionConfig(agency.inside(agency.data(group, "permission-config.json")));
  return connectNetwork(await openChain(agency.rpc(group)), config);
}
