import { Deploying, Op, OrgStatus, Setting } from "../../data/codes.js";
import { hasPolicy } from "./counting.js";
import { isLimit, valueOf } from "./limits.js";
import { orgOf } from "./lookup.js";
import { isRule } from "./outcomes.js";
import { notProposing, propose } from "./proposals.js";
import { mayBeRule } from "./rule-limits.js";
import { unknownOrg } from "./standing.js";
import { about, type Refusal, type Verdict, when } from "./verdict.js";
import { type Org, plainRule, type World } from "./world.js";

/** Rule 10: proposes how votes on an operation are counted. */
export function proposeRule(w: World, caller: string, op: bigint, kind: bigint, count: bigint, outOf: bigint): Verdict {
  const known = hasPolicy(op);
  const rule = plainRule(op, kind, count, outOf);
  return {
    against: [
      ...notProposing(w, caller, Op.CHANGE_RULE, { setting: rule }),
      ...when(!known, "OperationUnknown", op),
      ...when(!mayBeRule(w, rule), "RuleNotAllowed", op, kind, count, outOf),
      ...when(known && isRule(w, rule), "NothingChanges"),
    ],
    happens: () => propose(w, caller, Op.CHANGE_RULE, { setting: rule }),
  };
}

/** Rules 17 and 19: proposes what is set for the whole network. */
export function proposeSetting(w: World, caller: string, setting: bigint, value: bigint): Verdict {
  const subject = { setting: { setting, org: undefined, value } };
  return {
    against: [...notProposing(w, caller, Op.CHANGE_SETTING, subject), ...notSettable(w, setting, undefined, value)],
    happens: () => propose(w, caller, Op.CHANGE_SETTING, subject),
  };
}

/** Rule 20: proposes a limit for one organisation. */
export function proposeLimit(w: World, caller: string, setting: bigint, orgId: string, value: bigint): Verdict {
  const org = orgOf(w, orgId);
  const subject = { org, setting: { setting, org, value } };
  return {
    against: [
      ...notProposing(w, caller, Op.CHANGE_SETTING, subject),
      ...unknownOrg(w, orgId),
      ...about(org, ({ parent, status }) => [
        ...when(parent !== undefined, "OrgNotTopLevel", orgId),
        ...when(status === OrgStatus.PROPOSED, "OrgNotActive", orgId),
      ]),
      ...notSettable(w, setting, org, value),
    ],
    happens: () => propose(w, caller, Op.CHANGE_SETTING, subject),
  };
}

const MOST = 32767n;

export function notSettable(w: World, setting: bigint, org: Org | undefined, value: bigint): Refusal[] {
  const known = w.settings.has(setting);
  const isNumber = isLimit(setting) || setting === Setting.WEIGHT;
  const ofOne = isNumber || setting === Setting.DEPLOYING;
  const ofAll = setting !== Setting.WEIGHT;
  const highest = isNumber ? MOST : setting === Setting.DEPLOYING && org !== undefined ? Deploying.FREE : 1n;
  const allowed = value <= highest && (org === undefined ? ofAll : ofOne);
  const present = ofOne ? valueOf(w, setting, org) : w.settings.get(setting);
  return [
    ...when(!known, "SettingUnknown", setting),
    ...when(known && !allowed, "SettingNotAllowed", setting, value),
    ...when(present === value, "NothingChanges"),
  ];
}
