import type { PolicyStruct } from "../../typechain-types/interfaces/IPermissionsImplementation.js";
import { isMadeByHand, Op, RuleKind } from "../data/codes.js";
import { aPolicy, NO_VETO } from "../helpers/policies.js";
import { pick, type Outlook } from "./outlook.js";
import { type Call, type Choice, decidedAtOnce, type Step, voter } from "./step.js";

const BY_VOTE = Object.values(Op).filter((op) => op !== Op.NONE && op < Op.ADD_SUB_ORG);
const BY_HAND = Object.values(Op).filter(isMadeByHand);

/** So short that what has passed can soon be carried out. */
const DELAYS = [3, 10];

const KINDS: readonly Partial<PolicyStruct>[] = [
  { kind: RuleKind.ANY },
  { kind: RuleKind.COUNT, count: 2 },
  { kind: RuleKind.MAJORITY },
];

/** Nobody alone stops a change of the rules. */
function vetoers(op: bigint, { how }: Choice): PolicyStruct["veto"] {
  if (op === Op.CHANGE_RULE) return { ...NO_VETO, count: 1, outOf: 3 };
  const by = pick([["the guardian"], ["the organisation concerned"], ["ORG1", "the guardian"]], how) ?? [];
  return { by, count: 1, outOf: 3 };
}

/** Organisations decide, by their admins; the admin organisation by network admins. */
function propose(outlook: Outlook, choice: Choice, op: bigint | undefined, more: Partial<PolicyStruct> = {}): Call[] {
  const roles = ["network admin", "organisation admin"];
  const policy = aPolicy({ roles, ...pick(KINDS, choice.how), ...more });
  const call: Call = { from: voter(outlook, choice), name: "proposePolicy", args: [op, policy] };
  return decidedAtOnce(outlook, choice, [call]);
}

function waiting(op: bigint | undefined, choice: Choice): Partial<PolicyStruct> {
  return { delay: pick(DELAYS, choice.how) ?? 0, veto: vetoers(op ?? 0n, choice) };
}

export const POLICY_STEPS = {
  letOrgsDecide: (outlook, choice) => propose(outlook, choice, pick([...BY_VOTE, Op.EMERGENCY], choice.what)),
  letOrgsDecideAndWait: (outlook, choice) => {
    const op = pick(BY_VOTE, choice.what);
    return propose(outlook, choice, op, waiting(op, choice));
  },
  /** What organisations' admins do alone is put to the vote, and may have to wait then. */
  putToTheVote: (outlook, choice) => {
    const op = pick(BY_HAND, choice.what);
    return propose(outlook, choice, op, choice.who % 3 === 0 ? waiting(op, choice) : {});
  },
  /** Or is theirs again. */
  letOrgsAct: (outlook, choice) => {
    const own = { kind: RuleKind.SELF, count: 0, roles: ["any admin"] };
    return propose(outlook, choice, pick(BY_HAND, choice.what), own);
  },
} satisfies Record<string, Step>;
