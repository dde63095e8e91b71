import { Op } from "../../data/codes.js";
import { isOperation, isSound, locksRules } from "./counting.js";
import { isRule } from "./outcomes.js";
import { notProposing, propose } from "./proposals.js";
import { type Refusal, type Verdict, when } from "./verdict.js";
import type { World } from "./world.js";

/** Rule 10: proposes how votes on an operation are counted. */
export function proposeRule(w: World, caller: string, op: bigint, kind: bigint, count: bigint, outOf: bigint): Verdict {
  const known = isOperation(op);
  const rule = { op, kind, count, outOf };
  return {
    against: [
      ...notProposing(w, caller, Op.CHANGE_RULE, { setting: rule }),
      ...when(!known, "OperationUnknown", op),
      ...when(!isSound(w, rule) || locksRules(w, rule), "RuleNotAllowed", op, kind, count, outOf),
      ...when(known && isRule(w, rule), "NothingChanges"),
    ],
    happens: () => propose(w, caller, Op.CHANGE_RULE, { setting: rule }),
  };
}

/** Rules 17 and 19: proposes what is set for the whole network. */
export function proposeSetting(w: World, caller: string, setting: bigint, value: bigint): Verdict {
  const subject = { setting: { setting, value } };
  return {
    against: [...notProposing(w, caller, Op.CHANGE_SETTING, subject), ...notSettable(w, setting, value)],
    happens: () => propose(w, caller, Op.CHANGE_SETTING, subject),
  };
}

export function notSettable(w: World, setting: bigint, value: bigint): Refusal[] {
  const present = w.settings.get(setting);
  return [
    ...when(present === undefined, "SettingUnknown", setting),
    ...when(present !== undefined && value > 1n, "SettingNotAllowed", setting, value),
    ...when(present === value, "NothingChanges"),
  ];
}
