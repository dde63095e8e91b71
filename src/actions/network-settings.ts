import { operationCode, type Operation, operationPhrase, RULE_KINDS, type RuleKind, ruleName } from "../model/codes.js";
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

/** Proposes whether a connection's ip is compared with the node's. */
export function proposeIpCheck(actor: Actor, { compared }: { compared: boolean }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.proposeIpCheck.populateTransaction(compared);
  return perform(actor, `Propose that IPs are ${compared ? "" : "not "}compared.`, tx);
}
