import { isOfNetworkAdmins, isSelf, type Policy } from "../model/policy.js";
import type { Account } from "../model/records.js";
import type { Network } from "../network/network.js";
import { once } from "../util/once.js";
import { readWeight, topOrgsOf } from "./limits.js";
import { whole } from "./pages.js";
import { rawOrgs } from "./raw-records.js";
import { orgsOf, readAccounts, readVoters } from "./read-records.js";
import { readPolicy } from "./read-settings.js";

/** One vote, or one that is still to come. */
export interface Voice {
  /** The organisation without parent for which it speaks; null where accounts are counted. */
  org: string | null;
  /** Who cast it; of one that is still to come all who could, which may be nobody. */
  accounts: string[];
  weight: number;
}

/** All who could vote by a policy now: each network admin, or each active organisation that it lets vote with the accounts that could
 *  speak for it; nobody where the organisation concerned acts alone. */
export function readElectorate(network: Network, policy: Policy): Promise<Voice[]> {
  return electorateReader(network)(policy);
}

/** The same of several policies: records are read once. */
export function electorateReader(network: Network): (policy: Policy) => Promise<Voice[]> {
  const admins = once(() => readVoters(network));
  const records = once(() => readRecords(network));
  return async (policy) => {
    if (isSelf(policy)) return [];
    return isOfNetworkAdmins(policy)
      ? (await admins()).map((account) => ({ org: null, accounts: [account], weight: 1 }))
      : voicesBy(policy, await records());
  };
}

/** What it depends on who speaks for whom. */
interface Records {
  names: { networkAdminRole: string; orgAdminRole: string };
  /** Active organisations without parent, and what their voices weigh. */
  orgs: { id: string; weight: number }[];
  /** Accounts with a role in effect in active organisations, and whom they belong to at the top. */
  accounts: { account: Account; top: string }[];
}

async function readRecords(network: Network): Promise<Records> {
  const found = await whole(rawOrgs(network));
  const active = orgsOf(found).filter(({ status }) => isActive(status));
  const tops = new Map(active.map(({ id, top }) => [id, top]));
  const orgs = topOrgsOf(found).filter(({ id }) => tops.has(id));
  const accounts = (await readAccounts(network)).filter(({ status, effective }) => status === "active" && effective);
  return {
    names: await readPolicy(network),
    orgs: await Promise.all(orgs.map(async (org) => ({ id: org.id, weight: await readWeight(network, org) }))),
    accounts: accounts.flatMap((account) => {
      const top = tops.get(account.org);
      return top === undefined ? [] : [{ account, top }];
    }),
  };
}

/** As the contracts' OrgStatus.isActive says of one without parent; those below it follow it. */
function isActive(status: string): boolean {
  return status === "approved" || status === "suspension proposed";
}

/** As contracts/rules/Policies.sol decides. */
function voicesBy({ orgs, roles }: Policy, records: Records): Voice[] {
  const voting = records.orgs.filter(({ id }) => orgs.length === 0 || orgs.includes(id));
  const speaking = records.accounts.filter(({ account }) => holdsOne(account, roles, records.names));
  return voting.map(({ id, weight }) => ({
    org: id,
    accounts: speaking.filter(({ top }) => top === id).map(({ account }) => account.address),
    weight,
  }));
}

function holdsOne({ role, orgAdmin }: Account, roles: readonly string[], names: Records["names"]): boolean {
  if (roles.length === 0 || roles.includes(role)) return true;
  if (role === names.networkAdminRole && roles.includes("network admin")) return true;
  if (role === names.orgAdminRole && roles.includes("organisation admin")) return true;
  return orgAdmin && roles.includes("any admin");
}
