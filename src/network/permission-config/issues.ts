import { distance } from "fastest-levenshtein";
import type { z } from "zod";
import { configSchema, CONTRACTS, SPELLINGS } from "./config-schema.js";
import type { ErrorCode } from "../../errors/catalogue.js";

/** Something in a permission-config.json. A warning does no harm to the tools. */
export interface ConfigIssue {
  level: "error" | "warning";
  code: ErrorCode;
  what: string;
  wayOut: string;
}

export type RawConfig = Readonly<Record<string, unknown>>;

const KNOWN = Object.keys(configSchema.shape);

/** At most this many letters may differ from the intended key. */
const SLIPS = 3;

const TAKE = "Use the file that the deployment wrote.";

function refused(what: string, wayOut = TAKE): ConfigIssue {
  return { level: "error", code: "CONFIG_NOT_ALLOWED", what, wayOut };
}

/** Everything that is wrong with what the file holds. */
export function issuesOf(raw: RawConfig): ConfigIssue[] {
  const unknown = Object.keys(raw).filter((key) => !KNOWN.includes(key));
  const completed = withBothSpellings(raw);
  const slips = new Map(unknown.flatMap((key) => slip(key, completed)));
  const parsed = configSchema.safeParse(completed);
  const issues = parsed.success ? twice(parsed.data) : parsed.error.issues;
  return [
    ...issues.flatMap((issue) => ("what" in issue ? [issue] : describe(issue, raw, slips))),
    ...spellings(raw),
    ...unknown.filter((key) => ![...slips.values()].includes(key)).map(unknownKey),
  ];
}

/** Tools need not be told an address twice. */
export function withBothSpellings(raw: RawConfig): RawConfig {
  const [first, second] = SPELLINGS;
  const either = raw[first] ?? raw[second];
  return { ...raw, [first]: either, [second]: raw[second] ?? either };
}

/** The key that a misspelled one stands for, if the file lacks it. */
function slip(key: string, raw: RawConfig): [meant: string, written: string][] {
  const near = (known: string): boolean => distance(key.toLowerCase(), known.toLowerCase()) <= SLIPS;
  const meant = KNOWN.filter((known) => raw[known] === undefined && near(known));
  return meant[0] === undefined ? [] : [[meant[0], key]];
}

function describe(issue: z.core.$ZodIssue, raw: RawConfig, slips: ReadonlyMap<string, string>): ConfigIssue[] {
  const [key = "", ...rest] = issue.path.map(String);
  const place = [key, ...rest].join(".");
  const value = rest.length === 0 ? raw[key] : (raw[key] as unknown[])[Number(rest[0])];
  const written = slips.get(key);
  if (written !== undefined) return [refused(`The key "${written}" is unknown.`, `Write "${key}".`)];
  if (key === "permissionModel") return [describeModel(value)];
  if (value === undefined) return SPELLINGS[1] === key ? [] : [refused(`"${place}" is missing.`)];
  if (typeof value === "string" && key.startsWith("subOrg")) {
    const why = "and nodes crash on it at startup";
    return [refused(`"${place}" is the text "${value}", ${why}.`, "Write the number without quotes.")];
  }
  if (typeof value === "string" && issue.code === "custom") return [refused(`"${place}" ${issue.message}.`)];
  return [refused(`"${place}" cannot be ${JSON.stringify(value)}.`)];
}

function describeModel(model: unknown): ConfigIssue {
  const write = 'Write "permissionModel": "v2".';
  if (model === undefined) return refused('"permissionModel" is missing.', write);
  const written = JSON.stringify(model);
  const number = /^"v(\d+)"$/i.exec(written)?.[1];
  if (number === undefined) return refused(`"permissionModel" cannot be ${written}.`, write);
  const what = `"permissionModel" is ${written}, and this suite is model v2.`;
  if (Number(number) > 2) {
    return { level: "error", code: "FORMAT_NEWER", what, wayOut: "Use the version of Portcullis that wrote it." };
  }
  return { level: "error", code: "MODEL_NOT_SUPPORTED", what, wayOut: TAKE };
}

/** Two contracts never share an address; the two spellings always do. */
function twice(config: z.infer<typeof configSchema>): ConfigIssue[] {
  const keys = CONTRACTS.map(([, key]) => key);
  const pairs = keys.flatMap((key, index) => keys.slice(index + 1).map((other) => [key, other] as const));
  return pairs
    .filter(([key, other]) => config[key] === config[other])
    .map(([key, other]) => refused(`"${key}" and "${other}" are the same address, ${config[key]}.`));
}

function spellings(raw: RawConfig): ConfigIssue[] {
  const [first, second] = SPELLINGS;
  const [one, other] = [raw[first], raw[second]];
  if (one === undefined && other === undefined) return [];
  const lacking = one === undefined ? first : second;
  if (one === undefined || other === undefined) {
    const what = `"${lacking}" is missing: nodes read "${first}", the documentation says "${second}".`;
    return [{ level: "warning", code: "CONFIG_KEY_MISSING", what, wayOut: "Write both, with the same address." }];
  }
  if (JSON.stringify(one).toLowerCase() === JSON.stringify(other).toLowerCase()) return [];
  const what = `"${first}" and "${second}" are different addresses, and both mean the upgradable contract.`;
  return [refused(what, "Write the same address in both.")];
}

function unknownKey(key: string): ConfigIssue {
  const wayOut = "Correct its spelling, or remove it.";
  return { level: "warning", code: "CONFIG_KEY_UNKNOWN", what: `Nodes do not know the key "${key}".`, wayOut };
}
