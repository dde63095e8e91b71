import { isWithin } from "../model/org-id.js";
import type { Account, NodeRecord } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readAccount, readAccounts, readNodes } from "./read-records.js";

/** What ends within 30 days, or has ended, though its status does not say so. */
export interface Endings {
  accounts: Account[];
  nodes: NodeRecord[];
}

/** In milliseconds. */
const SOON = 30 * 24 * 3600 * 1000;

export function endingsAmong({ accounts, nodes }: Endings): Endings {
  const isNear = ({ endsAt }: { endsAt: string | null }): boolean =>
    endsAt !== null && Date.parse(endsAt) < Date.now() + SOON;
  return {
    accounts: accounts.filter((each) => each.status === "active" && isNear(each)),
    nodes: nodes.filter((each) => each.status === "approved" && isNear(each)),
  };
}

/** What of it an account can renew: all if it is a network admin, and that of its organisation and of those below if it is an
 *  admin there. */
export async function readEndingsFor(network: Network, address: string): Promise<Endings> {
  const isVoter = await network.contracts.voters.isVoter(address);
  const account = await readAccount(network, address);
  if (!isVoter && account?.orgAdmin !== true) return { accounts: [], nodes: [] };
  const concerns = ({ org }: { org: string | null }): boolean =>
    isVoter || (org !== null && account !== undefined && isWithin(org, account.org));
  const [accounts, nodes] = [await readAccounts(network), await readNodes(network)];
  return endingsAmong({ accounts: accounts.filter(concerns), nodes: nodes.filter(concerns) });
}
