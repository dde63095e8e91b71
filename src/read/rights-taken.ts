import { operationCode } from "../model/codes.js";
import { covered } from "../model/covered.js";
import { isWithin, topOf } from "../model/org-id.js";
import type { Account, NetworkSettings, Org, Proposal, Role } from "../model/records.js";
import { latestBlock, type Network, networkAt } from "../network/network.js";
import { rightsHeld, rightsTakenBySetting, rightsTakenTogether } from "./rights-by-call.js";
import type { RightsChange } from "./rights-change.js";
import { readRule } from "./policies.js";
import { readProposal } from "./read-proposals.js";
import { readAccounts, readOrgs, readRoles } from "./read-records.js";
import { readSettings } from "./read-settings.js";
import { rolesCalled } from "./roles-called.js";
import { readTallies, type Tally } from "./tallies.js";
import { readElectorate } from "./voices.js";

/** What it depends on who loses a right. */
export interface Holders {
  orgs: readonly Org[];
  roles: readonly Role[];
  accounts: readonly Account[];
  settings: Pick<NetworkSettings, "orgAdminRole">;
}

/** The accounts that may send something before a change, and may not afterwards. Where a name can mean several roles, the
 *  holders of each. */
export function whoLoses(change: RightsChange, holders: Holders): string[] {
  const losers = holders.accounts.filter((account) => maySend(account, holders) && loses(account, change, holders));
  return losers.map(({ address }) => address);
}

/** The same, of a network as it is now. */
export async function readWhoLoses(network: Network, change: RightsChange): Promise<string[]> {
  const then = networkAt(network, await latestBlock(network));
  const [orgs, roles, accounts] = [await readOrgs(then), await readRoles(then), await readAccounts(then)];
  return whoLoses(change, { orgs, roles, accounts, settings: await readSettings(then) });
}

/** What a proposal changes once it is carried out; undefined where that takes no right away. */
export function changeOf({ operation, about }: Proposal): RightsChange | undefined {
  const { org, account, node, role, resolution, hold, setting } = about;
  if (resolution !== null) return rightsTakenTogether(resolution.map(({ data }) => data));
  if (setting !== null) return rightsTakenBySetting({ ...setting, org });
  if (operation === "emergency") return hold === 0 ? undefined : rightsHeld({ org, account, node });
  if ((operation === "suspend-org" || operation === "suspend-org-until") && org !== null) return { about: "org", org };
  if ((operation === "remove-admin" || operation === "release") && account !== null)
    return { about: "account", account };
  if (operation === "appoint-admin" && org !== null && account !== null && role !== null)
    return { about: "appointment", org, account, role };
  return undefined;
}

/** What a vote on a proposal changes, or `count` votes for it, or that it is closed: undefined where they do not decide. Even a vote
 *  against one does, when the votes for it suffice because admins left. Whose votes they are is not asked: the heaviest that are
 *  still to come are counted. Throws PROPOSAL_UNKNOWN. */
export async function readChangeBy(
  network: Network,
  { id, vote, count = 1 }: { id: number; vote: "for" | "against" | "none"; count?: number },
): Promise<RightsChange | undefined> {
  const proposal = await readProposal(network, id);
  const change = changeOf(proposal);
  if (change === undefined || proposal.state !== "open") return undefined;
  const tallies = await readTallies(network, proposal);
  return tallies.every((tally) => mayDecide(tally, vote === "for" ? count : 0)) ? change : undefined;
}

function mayDecide({ votesFor, needed, missing }: Tally, count: number): boolean {
  const weights = missing.map(({ weight }) => weight).sort((one, other) => other - one);
  return votesFor + weights.slice(0, count).reduce((sum, weight) => sum + weight, 0) >= needed;
}

/** What it takes away to carry out what has passed. Throws PROPOSAL_UNKNOWN. */
export async function readChangeOfPassed(network: Network, id: number): Promise<RightsChange | undefined> {
  const proposal = await readProposal(network, id);
  return proposal.state === "passed" ? changeOf(proposal) : undefined;
}

/** Whether the first vote for a proposal about this operation decides it, or may: of several voices the heaviest is counted. */
export async function decidesAlone(network: Network, operation: Proposal["operation"]): Promise<boolean> {
  const rule = await readRule(network, operationCode(operation));
  return (await readElectorate(network, rule)).some(({ weight }) => weight >= rule.needed);
}

/** As the contracts answer nodes. */
function maySend({ status, effective, role, org, heldUntil }: Account, { orgs }: Holders): boolean {
  const top = orgs.find(({ id }) => id === topOf(org));
  const isOrgActive = top?.status === "approved" || top?.status === "suspension proposed";
  const isHeld = heldUntil !== null || top?.heldUntil != null;
  return status === "active" && effective && role !== "" && isOrgActive && !isHeld;
}

function loses(account: Account, change: RightsChange, holders: Holders): boolean {
  switch (change.about) {
    case "account":
      return account.address === change.account;
    case "assignment":
      return account.address === change.account && isNarrower(account, change, holders.roles);
    case "role":
      return account.role === change.role && isWithin(account.org, change.org);
    case "org":
      return isWithin(account.org, change.org);
    case "appointment":
      // An organisation has one holder of the organisation admin role; network admins there may be many.
      return (
        account.org === change.org &&
        account.address !== change.account &&
        change.role === holders.settings.orgAdminRole &&
        account.role === change.role
      );
    case "contract":
      // Whom it was open to is not asked: only those count that are sending to it.
      return true;
    case "kind":
      return (
        (change.org === null || isWithin(account.org, change.org)) &&
        rolesCalled(account.role, account.org, holders.roles).some(({ access }) =>
          covered(access).includes(change.kind),
        )
      );
    case "several":
      return change.changes.some((each) => loses(account, each, holders));
  }
}

/** Whether the new role covers less than the one that the account has. */
function isNarrower(account: Account, { org, role }: { org: string; role: string }, roles: readonly Role[]): boolean {
  const [next] = rolesCalled(role, org, roles);
  const kept = next === undefined ? [] : covered(next.access);
  return rolesCalled(account.role, account.org, roles)
    .flatMap(({ access }) => covered(access))
    .some((kind) => !kept.includes(kind));
}
