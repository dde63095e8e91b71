import type { Call } from "../rules/call.js";
import { canonical } from "./canonical.js";
import { LABELS } from "./values.js";

/** A call as one would say it: who, where, which function, with what. */
export function sayCall({ from, to, name, args, claims }: Call): string {
  const claim = claims === undefined ? "" : ` in the name of ${label(claims)}`;
  return `${label(from)}${claim}: ${to}.${name}(${args.map(sayValue).join(", ")})`;
}

export function sayValues([name, ...values]: readonly unknown[]): string {
  return `${String(name)}(${values.map(sayValue).join(", ")})`;
}

function sayValue(value: unknown): string {
  return typeof value === "string" && LABELS.has(value) ? label(value) : canonical(value);
}

function label(text: string): string {
  return LABELS.get(text) ?? text;
}
