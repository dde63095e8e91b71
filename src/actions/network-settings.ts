import {
  operationCode,
  type Operation,
  operationPhrase,
  RULE_KINDS,
  type RuleKind,
  ruleName,
  settingCode,
  settingInWords,
  type SettingName,
} from "../model/codes.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

export interface NewRule {
  operation: Operation;
  kind: RuleKind;
  /** Votes needed, for "count" and "fraction". */
  count?: number | undefined;
  /** Of how many, for "fraction". */
  outOf?: number | undefined;
}

/** Proposes how the votes on an operation are counted. */
export function proposeRule(actor: Actor, { operation, kind, count = 0, outOf = 0 }: NewRule): Promise<ActionResult> {
  const [op, kindCode] = [operationCode(operation), RULE_KINDS.findIndex((each) => each === kind)];
  const tx = actor.network.contracts.rules.proposeRule.populateTransaction(op, kindCode, count, outOf);
  return perform(actor, `Propose the rule "${ruleName(kindCode, count, outOf)}" to ${operationPhrase(op)}.`, tx);
}

export interface NewSetting {
  setting: SettingName;
  value: boolean;
}

/** Proposes what is set for the whole network. */
export function proposeSetting(actor: Actor, change: NewSetting): Promise<ActionResult> {
  const { rules } = actor.network.contracts;
  const tx = rules.proposeSetting.populateTransaction(settingCode(change.setting), change.value ? 1 : 0);
  return perform(actor, `Propose the setting ${settingInWords(change)}.`, tx);
}
