import type { Remedy } from "./action.js";
import type { ErrorCode } from "./catalogue.js";
import type { Level } from "./descriptor.js";
import type { PortcullisError } from "./error.js";
import { type FactsOf, worded } from "./refusal.js";

/** As its descriptor says; "ok": checked, and fine. */
export type FindingLevel = Level | "ok";

/** What a check has found. */
export interface Finding {
  level: FindingLevel;
  /** A code of the catalogue, or "OK". */
  code: PortcullisError["code"] | "OK";
  /** One sentence that names the place. */
  what: string;
  wayOut?: Remedy | undefined;
}

/** A finding with the sentence, the level and the way out of its descriptor. */
export function finding<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): Finding {
  const { says, level, hint, actions } = worded(code, facts);
  return { level, code, what: says, wayOut: { hint, actions } };
}

/** What was checked and is fine. */
export function ok(what: string): Finding {
  return { level: "ok", code: "OK", what };
}

/** What a refusal says, as a finding. */
export function found({ code, message: what, hint, actions }: PortcullisError): Finding {
  return { level: "error", code, what, wayOut: hint === undefined ? undefined : { hint, actions } };
}

type Levelled = Pick<Finding, "level">;

export function isError({ level }: Levelled): boolean {
  return level === "error";
}

/** Whether any of these is an error. */
export function hasErrors(findings: readonly Levelled[]): boolean {
  return findings.some(isError);
}

/** Those that are errors, each with its way out on one line. */
export function errorLines(findings: readonly Finding[]): string[] {
  return findings.filter(isError).map(({ what, wayOut }) => `  ${what} ${wayOut?.hint ?? ""}`.trimEnd());
}
