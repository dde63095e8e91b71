import { isOfNetworkAdmins, type Policy } from "../model/policy.js";
import type { Account } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readTopOrgs, readWeight } from "./limits.js";
import { readAccounts, readOrgs, readVoters } from "./read-records.js";
import { readPolicy } from "./read-settings.js";

/** One vote, or one that is still to come. */
export interface Voice {
  /** The organisation without parent for which it speaks; null where accounts are counted. */
  org: string | null;
  /** Who cast it; of one that is still to come all who could, which may be nobody. */
  accounts: string[];
  weight: number;
}

/** All who could vote by a policy now. */
export async function readElectorate(network: Network, policy: Policy): Promise<Voice[]> {
  if (!isOfNetworkAdmins(policy)) return readVoices(network, policy);
  return (await readVoters(network)).map((account) => ({ org: null, accounts: [account], weight: 1 }));
}

/** The voices of a policy that counts organisations: each active organisation that it lets vote, with the accounts that could
 *  speak for it now. As contracts/rules/Policies.sol decides. */
export async function readVoices(network: Network, policy: Policy): Promise<Voice[]> {
  const orgs = await readOrgs(network);
  const active = new Set(orgs.filter(({ status }) => isActive(status)).map(({ id }) => id));
  const tops = new Map(orgs.map(({ id, top }) => [id, top]));
  const voting = (await readTopOrgs(network)).filter(
    ({ id }) => active.has(id) && (policy.orgs.length === 0 || policy.orgs.includes(id)),
  );
  const names = await readPolicy(network);
  const accounts = (await readAccounts(network)).filter(
    (account) => account.status === "active" && account.effective && active.has(account.org) && holds(account),
  );
  return Promise.all(
    voting.map(async (top) => ({
      org: top.id,
      accounts: accounts.filter(({ org }) => tops.get(org) === top.id).map(({ address }) => address),
      weight: await readWeight(network, top),
    })),
  );

  function holds({ role, orgAdmin }: Account): boolean {
    if (policy.roles.length === 0 || policy.roles.includes(role)) return true;
    if (role === names.networkAdminRole && policy.roles.includes("network admin")) return true;
    if (role === names.orgAdminRole && policy.roles.includes("organisation admin")) return true;
    return orgAdmin && policy.roles.includes("any admin");
  }
}

/** As the contracts' OrgStatus.isActive says of one without parent; those below it follow it. */
function isActive(status: string): boolean {
  return status === "approved" || status === "suspension proposed";
}
