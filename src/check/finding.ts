import { isNodeError } from "../chain/node-errors.js";
import { PortcullisError } from "../errors/error.js";

/** "error": it does not work. "warning": it works, but will cause trouble. "info": worth knowing. "ok": checked, and fine. */
export type FindingLevel = "error" | "warning" | "info" | "ok";

/** What a check has found. */
export interface Finding {
  level: FindingLevel;
  /** A code of the catalogue, or "OK". */
  code: PortcullisError["code"] | "OK";
  /** One sentence that names the place. */
  what: string;
  wayOut?: string | undefined;
}

export function ok(what: string): Finding {
  return { level: "ok", code: "OK", what };
}

/** What a rule that throws has to say. Anything that is not a refusal is rethrown. */
export function thrown(error: unknown): Finding {
  if (!(error instanceof PortcullisError)) throw error;
  return { level: "error", code: error.code, what: error.message, wayOut: error.hint };
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
    for await (const finding of findings) all.push(finding);
  } catch (error) {
    all.push(thrown(error));
  }
  return all;
}
