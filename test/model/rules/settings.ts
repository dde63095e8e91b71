import { Op } from "../../data/codes.js";
import { isOperation, isSound } from "./counting.js";
import { notProposing, propose } from "./proposals.js";
import { type Verdict, when } from "./verdict.js";
import type { World } from "./world.js";

/** Rule 10: proposes how votes on an operation are counted. */
export function proposeRule(w: World, caller: string, op: bigint, kind: bigint, count: bigint, outOf: bigint): Verdict {
  const known = isOperation(op) ? w.rules[Number(op)] : undefined;
  const same = known?.kind === kind && known.count === count && known.outOf === outOf;
  return {
    against: [
      ...notProposing(w, caller, Op.CHANGE_RULE, known?.proposal),
      ...when(known === undefined, "OperationUnknown", op),
      ...when(!isSound(w, { op, kind, count, outOf }), "RuleNotAllowed", op, kind, count, outOf),
      ...when(same, "NothingChanges"),
    ],
    happens: () => propose(w, caller, Op.CHANGE_RULE, { setting: { op, kind, count, outOf, proposal: 0 } }),
  };
}

/** Rule 17: proposes whether ips are compared. */
export function proposeIpCheck(w: World, caller: string, compared: boolean): Verdict {
  return {
    against: [
      ...notProposing(w, caller, Op.CHANGE_IP_CHECK, w.ipCheck.proposal),
      ...when(compared === w.ipCheck.compared, "NothingChanges"),
    ],
    happens: () => propose(w, caller, Op.CHANGE_IP_CHECK, { setting: compared }),
  };
}
