import { Counting, isMadeByHand, Op, RuleKind } from "../../data/codes.js";
import { POLICY } from "../../helpers/contract-suite.js";
import { RoleWord } from "../rules/policies.js";
import { type Policy, policyOf } from "../rules/policy-words.js";
import { VetoWord } from "../rules/veto-word.js";
import type { Veto, World } from "../rules/world.js";
import type { Chooser } from "./chooser.js";
import type { FittingArguments } from "./fitting-arguments.js";
import { ODD_NAMES, ROLE_NAMES } from "./values.js";

const VOTED = Object.values(Op).filter((op) => op > Op.NONE && !isMadeByHand(op));
const BY_HAND = Object.values(Op).filter(isMadeByHand);
const KINDS = [RuleKind.MAJORITY, RuleKind.ALL, RuleKind.ANY, RuleKind.COUNT, RuleKind.FRACTION];
const { NETWORK_ADMIN, ORG_ADMIN, ANY_ADMIN } = RoleWord;
const ROLES: readonly (readonly string[])[] = [
  [],
  [NETWORK_ADMIN],
  [ORG_ADMIN],
  [ANY_ADMIN],
  [NETWORK_ADMIN, ORG_ADMIN],
  [NETWORK_ADMIN, ...ROLE_NAMES],
  ["DEPUTY", POLICY[2]],
  ["CLERK"],
];
const HOUR = 60n * 60n;
const LONGEST = 30n * 24n * HOUR;
const DELAYS = [1n, HOUR, 24n * HOUR, 24n * HOUR, LONGEST];
/** Of the network admins: none, what they are, and what they cannot be. */
const SHARES: readonly (readonly bigint[])[] = [
  [0n, 0n],
  [1n, 3n],
  [1n, 2n],
  [2n, 3n],
  [1n, 1n],
  [2n, 1n],
];
const NO_VETO: Veto = { by: [], count: 0n, outOf: 0n };
/** One more than a list may have. */
const TOO_MANY = 33;

/** An operation, and by whom and how it is to be decided. */
export function somePolicy(want: FittingArguments, w: World, c: Chooser): [op: bigint, policy: Policy] {
  const voted = c.chance("the change of rules", 20) ? [Op.CHANGE_RULE] : VOTED;
  const operations = c.chance("by hand", 35) ? BY_HAND : voted;
  const op = want.number("operation", operations, [0n, 23n, 25n, 2n ** 200n]);
  const known = w.rules[Number(op)];
  if (known !== undefined && c.chance("same policy", 4)) return [op, policyOf(known)];
  const isSelf = isMadeByHand(op) && c.chance("self", 50);
  const kind = want.number("kind", isSelf ? [RuleKind.SELF] : KINDS, [RuleKind.FORBIDDEN, 6n, 7n, 2n ** 200n]);
  const [count = 0n, outOf = 0n] = want.numbersOf(kind);
  const ofOrgs = isSelf || c.chance("organisations", 88);
  const counted = c.chance("odd counting", 2) ? 2n : ofOrgs ? Counting.ORGANISATIONS : Counting.ACCOUNTS;
  const orgs = ofOrgs && c.chance("listed", isSelf ? 5 : 45) ? someOrgs(want, c) : [];
  const roles = ofOrgs ? someRoles(c) : [NETWORK_ADMIN];
  const waits = isSelf ? c.chance("odd delay of its own", 4) : c.chance("delay", op === Op.EMERGENCY ? 8 : 45);
  const delay = waits ? want.number("delay", DELAYS, [LONGEST + 1n, 2n ** 200n]) : 0n;
  const veto = waits || c.chance("veto without delay", 3) ? someVeto(op, want, c) : NO_VETO;
  return [op, { kind, count, outOf, counted, orgs, roles, delay, veto }];
}

/** Nobody alone may stop a change of rules. */
function someVeto(op: bigint, want: FittingArguments, c: Chooser): Veto {
  const [count = 0n, outOf = 0n] = c.one("share", SHARES);
  if (op === Op.CHANGE_RULE && !c.chance("alone", 5)) return { by: [], count, outOf };
  if (c.chance("too many vetoers", 2))
    return { by: Array.from({ length: TOO_MANY }, (_, i) => `ORG${i}`), count, outOf };
  const orgId = want.orgId(({ parent, index }) => parent === undefined && index > 1);
  const by = [VetoWord.CONCERNED, VetoWord.GUARDIAN, orgId].filter((one) => c.chance(`by ${one}`, 50));
  return { by: c.chance("vetoer twice", 3) ? [...by, orgId, orgId] : by, count, outOf };
}

function someOrgs(want: FittingArguments, c: Chooser): string[] {
  if (c.chance("too many organisations", 3)) return Array.from({ length: TOO_MANY }, (_, i) => `ORG${i}`);
  const isTop = ({ parent }: { parent: unknown }): boolean => parent === undefined;
  const listed = [want.orgId(isTop), POLICY[0], want.another("another").orgId(isTop)];
  const count = c.one("how many organisations", [1, 2, 3]);
  const some = listed.slice(0, count);
  return c.chance("listed twice", 4) ? some : [...new Set(some)];
}

function someRoles(c: Chooser): readonly string[] {
  if (c.chance("too many roles", 2)) return Array.from({ length: TOO_MANY }, (_, i) => `ROLE${i}`);
  if (c.chance("odd role", 3)) return [c.one("odd role", ODD_NAMES)];
  if (c.chance("role twice", 2)) return [ANY_ADMIN, ANY_ADMIN];
  return c.one("roles", ROLES);
}
