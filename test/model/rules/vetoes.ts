import { Op, RuleKind } from "../../data/codes.js";
import { needed } from "./counting.js";
import { accountOf, isAdminOrg, orgOf, ultimateOf } from "./lookup.js";
import { electorate, isActive, isAdminByVote } from "./standing.js";
import { present } from "./verdict.js";
import { VetoWord } from "./veto-word.js";
import { decidingOn } from "./voices.js";
import type { Change, Org, Proposal, World } from "./world.js";

/** Who may stop what has passed. */

/** A share of the network admins is not one of them alone. */
const FEWEST = 2n;

/** Whether the account may stop it alone. */
export function isVetoer(w: World, proposal: Proposal, address: string): boolean {
  const by = decidingOn(w, proposal).flatMap(({ terms }) => terms?.veto.by ?? []);
  if (by.includes(VetoWord.GUARDIAN) && address === w.guardian) return true;
  const org = accountOf(w, address)?.org;
  if (org === undefined || !isActive(org) || !isAdminByVote(w, address)) return false;
  // Of network admins it takes several.
  const own = ultimateOf(org);
  if (isAdminOrg(w, own)) return false;
  return by.includes(own.id) || (by.includes(VetoWord.CONCERNED) && concerned(w, proposal).includes(own));
}

/** The organisations without parent that a proposal is about, or something below them. */
function concerned(w: World, { op, org, resolution }: Proposal): Org[] {
  const named = op === Op.RESOLVE ? (resolution?.changes ?? []).flatMap((change) => present(orgIn(w, change))) : [];
  return [...named, ...present(org)].map(ultimateOf);
}

const OF_NONE: readonly string[] = ["proposeRule", "proposePolicy", "proposeSetting"];
/** What names its organisation second; others name it first. */
const SECOND: readonly string[] = [
  "addNewRole",
  "removeRole",
  "assignAccountRole",
  "assignAccountRoleUntil",
  "proposeLimit",
];

function orgIn(w: World, { name, args }: Change): Org | undefined {
  return OF_NONE.includes(name) ? undefined : orgOf(w, String(args[SECOND.includes(name) ? 1 : 0]));
}

/** How many network admins stop it together; undefined if none may. */
export function vetoShareOf(w: World, proposal: Proposal): bigint | undefined {
  const shares = decidingOn(w, proposal).flatMap(({ terms }) => {
    const { count = 0n, outOf = 0n } = terms?.veto ?? {};
    return count === 0n ? [] : [needed({ kind: RuleKind.FRACTION, count, outOf }, electorate(w))];
  });
  const [first, ...others] = shares.map((share) => (share < FEWEST ? FEWEST : share));
  return first && others.reduce((least, one) => (one < least ? one : least), first);
}
