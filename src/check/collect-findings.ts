import { explainRevert } from "../chain/explain-revert.js";
import { isUnanswered } from "../chain/node-errors.js";
import { RpcError, unknownMethod } from "../chain/rpc-error.js";
import { PortcullisError } from "../errors/error.js";
import { type Finding, finding, found, ok } from "../errors/finding.js";
import type { Mistake } from "../network/network-file/mistakes.js";

/** A mistake in a file, found by a check. */
export function ofMistake(code: Finding["code"], { file, line, column, message, hint }: Mistake): Finding {
  return { level: "error", code, what: `${file}:${line}:${column} ${message}`, wayOut: { hint, actions: [] } };
}

/** What a rule that throws has to say. Anything that is not a refusal is rethrown. */
export function thrown(problem: unknown): Finding {
  const error = problem instanceof RpcError ? explainRevert(problem) : problem;
  if (!(error instanceof PortcullisError)) throw error;
  return found(error);
}

/** Whether a rule refuses. Errors of a node that is unreachable or lacks a method are rethrown: they say nothing about the rule. */
export async function judge(rule: Promise<unknown>, fine: string): Promise<Finding> {
  try {
    await rule;
    return ok(fine);
  } catch (error) {
    if (isUnanswered(error)) throw error;
    return thrown(error);
  }
}

/** The findings of one part of a check, which goes on where the node does not offer a method that this part needs. */
export async function* goingOn<T>(
  subject: string,
  findings: AsyncGenerator<Finding, T>,
): AsyncGenerator<Finding, T | undefined> {
  try {
    return yield* findings;
  } catch (error) {
    const answered = unknownMethod(error);
    if (answered === undefined) throw error;
    yield finding("NOT_CHECKED", { subject, answer: answered.answer });
    return undefined;
  }
}

/** A part of a single finding. */
export async function* only(found: Promise<Finding>): AsyncGenerator<Finding, void> {
  yield await found;
}

/** All findings, with the one that made going on impossible as the last. */
export async function collect(findings: AsyncIterable<Finding>): Promise<Finding[]> {
  const all: Finding[] = [];
  try {
    for await (const each of findings) all.push(each);
  } catch (error) {
    all.push(thrown(error));
  }
  return all;
}
