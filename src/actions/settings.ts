import { operationName, ruleName } from "../codes.js";
import { type Actor, type Done, perform } from "./perform.js";

interface VotingRule {
  op: number;
  kind: number;
  count?: number;
  outOf?: number;
}

/** Proposes how the votes on an operation are counted. */
export function proposeRule(actor: Actor, { op, kind, count = 0, outOf = 0 }: VotingRule): Promise<Done> {
  const tx = actor.network.contracts.rules.proposeRule.populateTransaction(op, kind, count, outOf);
  return perform(actor, `Propose the rule "${ruleName(kind, count, outOf)}" to ${operationName(op)}.`, tx);
}

/** Proposes whether a connection's ip is compared with the node's. */
export function proposeIpCheck(actor: Actor, compared: boolean): Promise<Done> {
  const tx = actor.network.contracts.rules.proposeIpCheck.populateTransaction(compared);
  return perform(actor, `Propose that ips are ${compared ? "" : "not "}compared.`, tx);
}
