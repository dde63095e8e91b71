import { isWithin } from "../model/org-id.js";
import type { Account, NodeRecord, Org } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readAccount, readAccounts, readNodes, readOrgs } from "./read-records.js";

/** What ends within 30 days, or has ended, though its status does not say so; of organisations, their suspensions. */
export interface Endings {
  orgs: Org[];
  accounts: Account[];
  nodes: NodeRecord[];
}

/** In milliseconds. */
const SOON = 30 * 24 * 3600 * 1000;

export function endingsAmong({ orgs, accounts, nodes }: Endings): Endings {
  const isSoon = (end: string | null): boolean => end !== null && Date.parse(end) < Date.now() + SOON;
  const isNear = ({ endsAt }: { endsAt: string | null }): boolean => isSoon(endsAt);
  return {
    orgs: orgs.filter(({ suspendedUntil }) => isSoon(suspendedUntil)),
    accounts: accounts.filter((each) => each.status === "active" && isNear(each)),
    nodes: nodes.filter((each) => each.status === "approved" && isNear(each)),
  };
}

/** What of it an account can renew: all if it is a network admin, and that of its organisation and of those below if it is an
 *  admin there. */
export async function readEndingsFor(network: Network, address: string): Promise<Endings> {
  const isVoter = await network.contracts.voters.isVoter(address);
  const account = await readAccount(network, address);
  if (!isVoter && account?.orgAdmin !== true) return { orgs: [], accounts: [], nodes: [] };
  const concerns = ({ org }: { org: string | null }): boolean =>
    isVoter || (org !== null && account !== undefined && isWithin(org, account.org));
  const [orgs, accounts, nodes] = [await readOrgs(network), await readAccounts(network), await readNodes(network)];
  return endingsAmong({
    orgs: orgs.filter(({ id }) => concerns({ org: id })),
    accounts: accounts.filter(concerns),
    nodes: nodes.filter(concerns),
  });
}
