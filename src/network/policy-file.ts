import * as z from "zod";
import { COUNTED, type Operation, DECIDED_OPERATIONS } from "../model/codes.js";
import {
  isOfNetworkAdmins,
  ofNetworkAdmins,
  parseRule,
  type Policy,
  ROLE_WORDS,
  type Veto,
  type VotesNeeded,
} from "../model/policy.js";
import { parseDuration } from "../util/duration.js";
import type { TextSource } from "../util/text-source.js";
import { Source } from "./network-file/source.js";
import { type FileShape, noteIssues } from "./note-issue.js";
import { noteRepeated } from "./note-repeated.js";
import type { Path } from "./placed-text.js";
import { type Refuse, refusing } from "./refusing.js";

/** How an operation is to be decided, and where a file says so. */
export interface ListedPolicy {
  readonly path: Path;
  readonly operation: Operation;
  readonly policy: Policy;
}

/** Policies that are to be set. */
export interface PolicyFile {
  readonly policies: readonly ListedPolicy[];
  /** All that is wrong with it as one error, where what is found later is noted in the same way. */
  readonly refuse: Refuse;
}

const entry = z.strictObject({
  operations: z.array(z.enum(DECIDED_OPERATIONS)).min(1),
  rule: z.string(),
  counted: z.enum(COUNTED).default("organisations"),
  organisations: z.array(z.string()).default([]),
  roles: z.array(z.string()).default([]),
  delay: z.string().optional(),
  veto: z.array(z.string()).default([]),
});

const list = z.strictObject({ policies: z.array(z.unknown()).min(1) });

/** The contracts take no longer lists: contracts/rules/PolicyRules.sol. */
export const LONGEST_LIST = 32;

/** In seconds: contracts/rules/PolicyRules.sol. */
const LONGEST_DELAY = 30 * 24 * 60 * 60;

const SHARE = /^(\d{1,9}) of (\d{1,9}) network admins$/;

const RULES = 'Write majority, all, any, "count 2", "fraction 2 of 3", self, or forbidden.';

const HINTS = {
  operations: `Give a list of operations: ${DECIDED_OPERATIONS.join(", ")}.`,
  rule: RULES,
  counted: "Write organisations; or accounts, which counts network admins.",
  organisations: "Give a list of ids of organisations without parent, or leave it out for all.",
  delay: 'Write for example "2 days" or "36 hours": at most 30 days.',
  veto: 'Give a list: ids of organisations without parent, the guardian, the organisation concerned, or "1 of 3 network admins".',
  roles: `Give a list of names of roles, or ${ROLE_WORDS.join(", ")}; or leave it out for any role.`,
};

const SHAPE: FileShape = {
  nothing: "The file has no policies.",
  has: 'It has a list "policies", each with operations and a rule, and if wanted with counted, organisations and roles.',
  keys: { "": Object.keys(list.shape), policies: Object.keys(entry.shape) },
  hints: HINTS,
};

/** Reads policies from YAML or JSON. Throws POLICY_FILE_NOT_ALLOWED with all its mistakes. */
export function parsePolicyFile(from: TextSource): PolicyFile {
  const file = parsePolicies(from);
  file.refuse([]);
  return file;
}

/** The same, but throws nothing: those without a mistake, so that what else is found about them is told with the mistakes. */
export function parsePolicies(from: TextSource): PolicyFile {
  const source = new Source(from.name, from.read());
  const policies = source.mistakes.length > 0 ? [] : policiesOf(source);
  return { policies, refuse: refusing(source, "POLICY_FILE_NOT_ALLOWED") };
}

function policiesOf(source: Source): ListedPolicy[] {
  const parsed = list.safeParse(source.value ?? {});
  noteIssues(source, SHAPE, parsed.error?.issues);
  const listed = (parsed.data?.policies ?? []).flatMap((given, index) => {
    const path = ["policies", index];
    const read = entry.safeParse(given);
    noteIssues(source, SHAPE, read.error?.issues, path);
    const { operations: named = [], ...fields } = read.data ?? goodFieldsOf(given);
    const policy = policyOf(source, path, fields);
    return named.map((operation, place) => ({
      path: [...path, "operations", place],
      operation,
      // One with a mistake is not what is wanted, even if the rest would do.
      policy: read.success ? policy : undefined,
    }));
  });
  noteRepeated(
    source,
    listed.map(({ operation, path }) => ({ subject: `the operation ${operation}`, path })),
  );
  return listed.flatMap(({ policy, ...each }) => (policy === undefined ? [] : [{ ...each, policy }]));
}

type Fields = Partial<z.output<typeof entry>>;

/** What of an entry with mistakes is as it should be: there may be others in it. */
function goodFieldsOf(given: unknown): Fields {
  const written = new Map(Object.entries(given ?? {}));
  return Object.fromEntries(
    Object.entries(entry.shape).flatMap(([key, shape]) => {
      const read = shape.safeParse(written.get(key));
      return read.success ? [[key, read.data]] : [];
    }),
  );
}

/** Notes what is wrong with the fields of an entry that it has. */
function policyOf(source: Source, path: Path, given: Fields): Policy | undefined {
  const { organisations: orgs = [], roles = [], counted = "organisations", veto: vetoers = [] } = given;
  const rule = given.rule === undefined ? undefined : ruleOf(source, [...path, "rule"], given.rule);
  const delay = delayOf(source, [...path, "delay"], given.delay);
  const veto = vetoOf(source, [...path, "veto"], vetoers);
  if (delay === 0 && vetoers.length > 0)
    source.mistake([...path, "veto"], "Without a delay there is no time for a veto.", HINTS.delay);
  noteList(source, [...path, "organisations"], orgs, "organisation");
  noteList(source, [...path, "roles"], roles, "role");
  for (const [place, role] of roles.entries()) {
    if (/\s/.test(role) && !ROLE_WORDS.some((word) => word === role))
      source.mistake([...path, "roles", place], `"${role}" is no role.`, HINTS.roles);
  }
  if (rule === undefined) return undefined;
  if (rule.kind === "forbidden") {
    if (orgs.length === 0 && roles.length === 0) return ofNetworkAdmins(rule);
    source.mistake(path, "Nobody votes on what is forbidden.", "Leave out organisations and roles.");
    return undefined;
  }
  const policy = { ...rule, counted, orgs, roles, delay, veto };
  if (counted === "organisations" || isOfNetworkAdmins(policy)) return policy;
  const hint = "Write roles: [network admin], and no organisations; or count organisations.";
  source.mistake(path, "Accounts are counted only of network admins.", hint);
  return undefined;
}

function delayOf(source: Source, path: Path, text = "0 days"): number {
  const seconds = parseDuration(text);
  if (seconds !== undefined && seconds <= LONGEST_DELAY) return seconds;
  source.mistake(path, `"${text}" is no delay.`, HINTS.delay);
  return 0;
}

/** "1 of 3 network admins" is a share; everything else names who may alone. */
function vetoOf(source: Source, path: Path, list: readonly string[]): Veto {
  noteList(source, path, list, "entry");
  const shares = list.flatMap((each) => SHARE.exec(each) ?? []);
  const [, count, outOf] = shares;
  if (shares.length > 3) source.mistake(path, "It names two shares of the network admins.", "Name one.");
  return {
    by: list.filter((each) => !SHARE.test(each)),
    count: Number(count ?? 0),
    outOf: Number(outOf ?? 0),
  };
}

function ruleOf(source: Source, path: Path, text: string): VotesNeeded | undefined {
  const rule = parseRule(text);
  if (rule === undefined || (rule.kind === "count" && rule.count === 0)) {
    source.mistake(path, `"${text}" is no rule.`, RULES);
    return undefined;
  }
  if (rule.kind === "fraction" && (rule.count === 0 || rule.count > rule.outOf)) {
    source.mistake(path, `"${text}" is no part of the votes.`, "Write a fraction up to 1.");
    return undefined;
  }
  return rule;
}

function noteList(source: Source, path: Path, list: readonly string[], what: string): void {
  noteRepeated(
    source,
    list.map((name, place) => ({ subject: `the ${what} ${name}`, path: [...path, place] })),
  );
  if (list.length > LONGEST_LIST)
    source.mistake(path, `There are ${list.length} in the list.`, `Name ${LONGEST_LIST} at most.`);
}
