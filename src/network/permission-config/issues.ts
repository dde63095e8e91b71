import type * as z from "zod";
import { configSchema, CONTRACTS, KEYS_OF_NODES, KNOWN, SPELLINGS, WHOLE_NUMBERS } from "./config-schema.js";
import { type RawConfig, type Values, withBothSpellings } from "./raw-config.js";
import { type Finding, finding } from "../../errors/finding.js";
import type { FactsOf } from "../../errors/refusal.js";
import { nearest } from "../../util/nearest.js";

function refused(facts: FactsOf<"CONFIG_NOT_ALLOWED">): Finding {
  return finding("CONFIG_NOT_ALLOWED", facts);
}

/** Everything that is wrong with what the file holds. A warning does no harm to the tools. */
export function issuesOf({ values: raw, written, times }: RawConfig): Finding[] {
  const unknown = Object.keys(raw).filter((key) => !KNOWN.includes(key));
  const completed = withBothSpellings(raw);
  const slips = new Map(unknown.flatMap((key) => slip(key, completed)));
  const parsed = configSchema.safeParse(completed);
  const issues = parsed.success ? twice(parsed.data) : parsed.error.issues;
  return [
    ...issues.flatMap((issue) => ("what" in issue ? [issue] : describe(issue, raw, slips))),
    ...WHOLE_NUMBERS.flatMap((key) => notWhole(key, raw[key], written[key] ?? "")),
    ...spellings(raw),
    ...[...times].filter(([, count]) => count > 1).map(([key, count]) => finding("CONFIG_KEY_TWICE", { key, count })),
    ...unknown.filter((key) => ![...slips.values()].includes(key)).map(unknownKey),
  ];
}

/** The key that a misspelled one stands for, if the file lacks it. */
function slip(key: string, raw: Values): [meant: string, written: string][] {
  const lacking = KEYS_OF_NODES.filter((known) => raw[known] === undefined);
  const meant = nearest(key, lacking);
  return meant === undefined ? [] : [[meant, key]];
}

function describe(issue: z.core.$ZodIssue, raw: Values, slips: ReadonlyMap<string, string>): Finding[] {
  const [key = "", ...rest] = issue.path.map(String);
  const place = [key, ...rest].join(".");
  const value = rest.length === 0 ? raw[key] : (raw[key] as unknown[])[Number(rest[0])];
  const written = slips.get(key);
  if (written !== undefined) return [refused({ cause: "misspelled", written, key })];
  if (key === "permissionModel") return [describeModel(value)];
  if (value === undefined) return SPELLINGS[1] === key ? [] : [refused({ cause: "missing", place })];
  if (typeof value === "string" && key.startsWith("subOrg")) {
    return [refused({ cause: "quotedNumber", place, value })];
  }
  if (typeof value === "string" && issue.code === "custom")
    return [refused({ cause: "address", place, flaw: issue.message })];
  return [refused({ cause: "value", place, value: JSON.stringify(value) })];
}

function describeModel(model: unknown): Finding {
  if (model === undefined) return refused({ cause: "noModel" });
  const written = JSON.stringify(model);
  const number = /^"v(\d+)"$/i.exec(written)?.[1];
  if (number === undefined) return refused({ cause: "model", model: written });
  return finding(Number(number) > 2 ? "FORMAT_NEWER" : "MODEL_NOT_SUPPORTED", { cause: "model", model: written });
}

/** Two contracts never share an address; the two spellings always do. */
function twice(config: z.infer<typeof configSchema>): Finding[] {
  const keys = CONTRACTS.map(([, key]) => key);
  const pairs = keys.flatMap((key, index) => keys.slice(index + 1).map((other) => [key, other] as const));
  return pairs
    .filter(([key, other]) => config[key] === config[other])
    .map(([key, other]) => refused({ cause: "sameAddress", key, other, address: config[key] }));
}

/** Nodes read these numbers with Go's big.Int, which takes neither a point nor an exponent. */
function notWhole(key: string, value: unknown, written: string): Finding[] {
  if (!Number.isInteger(value) || !/[.e]/i.test(written)) return [];
  return [refused({ cause: "notWhole", place: key, value: written })];
}

function spellings(raw: Values): Finding[] {
  const [first, second] = SPELLINGS;
  const [one, other] = [raw[first], raw[second]];
  if (one === undefined && other === undefined) return [];
  const lacking = one === undefined ? first : second;
  if (one === undefined || other === undefined) {
    return [finding("CONFIG_KEY_MISSING", { lacking, ofNodes: first, ofDocuments: second })];
  }
  if (JSON.stringify(one).toLowerCase() === JSON.stringify(other).toLowerCase()) return [];
  return [refused({ cause: "spellings", key: first, other: second })];
}

function unknownKey(key: string): Finding {
  return finding("CONFIG_KEY_UNKNOWN", { key });
}
