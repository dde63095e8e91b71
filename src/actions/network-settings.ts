import {
  operationCode,
  type Operation,
  operationPhrase,
  RULE_KINDS,
  type RuleKind,
  settingCode,
  settingInWords,
  type SettingName,
  type SettingValue,
  settingValueCode,
} from "../model/codes.js";
import { type Policy, policyArguments, policyInWords, ruleInWords } from "../model/policy.js";
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
  return perform(actor, `Propose the rule "${ruleInWords({ kind, count, outOf })}" to ${operationPhrase(op)}.`, tx);
}

/** Proposes who votes on an operation, what is counted, and how many votes are needed. */
export function proposePolicy(actor: Actor, operation: Operation, policy: Policy): Promise<ActionResult> {
  const op = operationCode(operation);
  const tx = actor.network.contracts.rules.proposePolicy.populateTransaction(op, policyArguments(policy));
  return perform(actor, `Propose ${policyInWords(policy)} to ${operationPhrase(op)}.`, tx);
}

export interface NewSetting {
  setting: SettingName;
  value: SettingValue;
  /** The organisation whose limit it is, or of which it says whether it may deploy; all, if none is named. */
  org?: string | undefined;
}

/** Proposes what is set for the whole network, or for one organisation. */
export function proposeSetting(actor: Actor, { org, ...change }: NewSetting): Promise<ActionResult> {
  const { rules } = actor.network.contracts;
  const [code, value] = [settingCode(change.setting), settingValueCode(change.value)];
  const words = settingInWords(change);
  if (org === undefined) {
    return perform(actor, `Propose the setting ${words}.`, rules.proposeSetting.populateTransaction(code, value));
  }
  return perform(actor, `Propose ${words} for ${org}.`, rules.proposeLimit.populateTransaction(code, org, value));
}
