import type { AccessLevel } from "./codes.js";

/** The kinds of transactions that an access level covers. One that this version does not know covers nothing for sure. */
export function covered(access: AccessLevel): string[] {
  if (access === "full") return ["transfer", "deploy", "call"];
  return access === "read-only" ? [] : access.split("+");
}
