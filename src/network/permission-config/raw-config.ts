import type { NodeJson } from "../node-json/node-json.js";
import { KNOWN, SPELLINGS } from "./config-schema.js";

export type Values = Readonly<Record<string, unknown>>;

/** What a permission-config.json says, before it is judged. */
export interface RawConfig {
  /** By the known spelling of each key. */
  readonly values: Values;
  /** How each value is written. */
  readonly written: Readonly<Record<string, string>>;
  /** How often each key is there. */
  readonly times: ReadonlyMap<string, number>;
}

/** Nodes match keys without regard to case, and of several they take the last one. Undefined where there is no object. */
export function rawConfigOf(json: NodeJson): RawConfig | undefined {
  const { value } = json;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const members = json.members.map((member) => ({ ...member, key: knownAs(member.name) }));
  const times = new Map<string, number>();
  for (const { key } of members) times.set(key, (times.get(key) ?? 0) + 1);
  return {
    values: Object.fromEntries(members.map((each) => [each.key, each.value])),
    written: Object.fromEntries(members.map(({ key, written }) => [key, written])),
    times,
  };
}

function knownAs(name: string): string {
  return KNOWN.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
}

/** Tools need not be told an address twice. */
export function withBothSpellings(values: Values): Values {
  const [first, second] = SPELLINGS;
  const either = values[first] ?? values[second];
  return { ...values, [first]: either, [second]: values[second] ?? either };
}
