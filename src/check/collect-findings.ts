import { isNodeError } from "../chain/node-errors.js";
import { PortcullisError } from "../errors/error.js";
import type { Finding } from "../errors/finding.js";

export function ok(what: string): Finding {
  return { level: "ok", code: "OK", what };
}

/** What a rule that throws has to say. Anything that is not a refusal is rethrown. */
export function thrown(error: unknown): Finding {
  if (!(error instanceof PortcullisError)) throw error;
  const { code, message: what, hint, actions } = error;
  return { level: "error", code, what, wayOut: hint === undefined ? undefined : { hint, actions } };
}

/** Whether a rule refuses. Errors of an unreachable node are rethrown: they say nothing about the rule. */
export async function judge(rule: Promise<unknown>, fine: string): Promise<Finding> {
  try {
    await rule;
    return ok(fine);
  } catch (error) {
    if (isNodeError(error)) throw error;
    return thrown(error);
  }
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
