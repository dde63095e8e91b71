import { allOf, type Remedy } from "../errors/action.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { operationCode, type Operation } from "../model/codes.js";
import { isFirstPolicy } from "../model/policy.js";
import { isWithin, topOf } from "../model/org-id.js";
import type { CallRequest } from "../chain/call.js";
import type { Account } from "../model/records.js";
import type { Network } from "../network/network.js";
import { orgObstacles, standingObstacles } from "../read/explain.js";
import type { Obstacle } from "../read/obstacle.js";
import { readRule } from "../read/policies.js";
import { operationByHand } from "../read/put-to-vote.js";
import { readAccount, readOrg, readRoles } from "../read/read-records.js";
import { rolesCalled } from "../read/roles-called.js";
import { withStop } from "../read/stopped.js";

/** The contracts say that an account has no such right also where it has one that is stopped: whoever asks is told by what. */
export async function sayingWhatStops<T>(
  network: Network | undefined,
  request: CallRequest & { from: string },
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (network === undefined || !(error instanceof PortcullisError)) throw error;
    // What stops it only helps: a node that does not answer now must not hide what was refused.
    const found = await obstaclesTo(network, request, error).catch(() => []);
    throw found.length === 0 ? error : stopped(request.from, error, found);
  }
}

function stopped(account: string, cause: PortcullisError, found: readonly Obstacle[]): PortcullisError {
  const [why, ways] = [found.map((each) => each.why), found.map(({ wayOut }): Remedy => wayOut)];
  return refusal("SENDER_STOPPED", { account, why, refused: cause.code }, { cause, ...allOf(ways) });
}

async function obstaclesTo(
  network: Network,
  { from, data }: CallRequest & { from: string },
  { code, facts }: PortcullisError,
): Promise<Obstacle[]> {
  if (code === "OrgNotActive") return obstaclesOf(network, String(facts.orgId));
  if (code !== "NotOrgAdmin" && code !== "NotAVoter") return [];
  const account = await readAccount(network, from);
  if (account === undefined) return [];
  const isFor = typeof facts.orgId !== "string" || isWithin(facts.orgId, account.org);
  const operation = operationByHand(data);
  const mayDecide =
    account.orgAdmin ||
    (account.ended && (await isAdminRole(network, account))) ||
    (operation !== undefined && (await isByPolicy(network, operation)));
  if (!isFor || !mayDecide || (operation === undefined && (await isHeld(network, account)))) return [];
  return standingObstacles(network, account);
}

/** What the contracts call not active is shown as approved while it is held. */
async function obstaclesOf(network: Network, orgId: string): Promise<Obstacle[]> {
  const top = await readOrg(network, topOf(orgId));
  return top?.heldUntil == null ? [] : orgObstacles(network, top);
}

/** Whether a policy says who does what admins do alone at first, which may be accounts that are no admins. */
async function isByPolicy(network: Network, operation: Operation): Promise<boolean> {
  return !isFirstPolicy(operation, await readRule(network, operationCode(operation)));
}

/** Whether the role of an account that is no admin any more made it one. */
async function isAdminRole(network: Network, { role, org }: Account): Promise<boolean> {
  return rolesCalled(role, org, await readRoles(network)).some(({ admin }) => admin);
}

/** Whoever is held keeps its vote, so that no vote is refused because of that. */
async function isHeld(network: Network, account: Account): Promise<boolean> {
  return (await withStop(network, account)).heldUntil !== null;
}
