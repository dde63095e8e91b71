import { PortcullisError } from "../errors/error.js";
import { isWithin } from "../model/org-id.js";
import type { Network } from "../network/network.js";
import { nearest } from "../util/nearest.js";
import { readOrgs, readRoles } from "./read-records.js";

/** Whoever named an organisation or a role that is not there is told which one may be meant. */
export async function suggesting<T>(network: Network, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw await withSuggestion(network, error);
  }
}

/** An error about an unknown organisation or role, with the one that may be meant; any other error as it is. */
async function withSuggestion(network: Network, error: unknown): Promise<unknown> {
  if (!(error instanceof PortcullisError)) return error;
  // What was meant only helps: a node that does not answer now must not hide what was wrong.
  const meant = await readMeant(network, error).catch(() => undefined);
  return meant === undefined ? error : error.withGuess(`Did you mean ${meant}?`, { meant });
}

async function readMeant(network: Network, { code, facts }: PortcullisError): Promise<string | undefined> {
  if (code === "OrgUnknown") {
    const ids = (await readOrgs(network)).map(({ id }) => id);
    return idLike(String(facts.orgId), ids);
  }
  if (code === "RoleUnknown") {
    const [org, role] = [String(facts.orgId), String(facts.roleId)];
    const roles = (await readRoles(network)).filter((each) => each.active && isWithin(org, each.org));
    const meant = nearest(
      role,
      roles.map(({ name }) => name),
    );
    // What is there already, though not in that organisation itself, is no guess.
    return meant === role ? undefined : meant;
  }
  return undefined;
}

/** What differs in capitals only; what ends like it, as SUB1 for ORG1.SUB1; or what differs by a slip or two. */
function idLike(given: string, ids: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const near = nearest(given, ids);
  const ending = ids.filter((id) => id.toLowerCase().endsWith(`.${wanted}`));
  return near?.toLowerCase() === wanted || ending.length !== 1 ? near : ending[0];
}
