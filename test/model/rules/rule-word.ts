import type { Rule } from "./world.js";

/** A rule as a proposal says it, with the contract that keeps what else a policy says. */
export function wordOf({ op, kind, count, outOf, counted, terms }: Rule): bigint {
  return (
    (op << 248n) | (counted << 232n) | (BigInt(terms?.content ?? 0) << 72n) | (outOf << 40n) | (count << 8n) | kind
  );
}
