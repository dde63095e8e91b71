import * as z from "zod";
import { ACCESS_LEVELS, type AccessLevel } from "../model/codes.js";
import type { Enode } from "../model/enode.js";
import { parseInstant } from "../util/moment.js";
import type { TextSource } from "../util/text-source.js";
import { enodeReader, readAddress } from "./network-file/readers.js";
import { Source } from "./network-file/source.js";
import { type FileShape, noteIssues } from "./note-issue.js";
import { noteRepeated } from "./note-repeated.js";
import type { Path } from "./placed-text.js";
import { type Refuse, refusing } from "./refusing.js";

/** What a file asks to add, and where it stands there. */
export type ImportEntry = { readonly path: Path; readonly org: string } & (
  | { kind: "role"; role: string; access: AccessLevel; admin: boolean }
  | { kind: "account"; account: string; role: string; until: Date | undefined }
  | { kind: "node"; node: Enode; until: Date | undefined }
);

/** Roles, accounts and nodes to be added, in this order. */
export interface ImportFile {
  readonly entries: readonly ImportEntry[];
  /** All that is wrong with it as one error, where what is found later is noted in the same way. */
  readonly refuse: Refuse;
}

const name = z.string().min(1);

const role = z.strictObject({
  org: name,
  role: name,
  access: z.enum(ACCESS_LEVELS),
  admin: z.boolean().default(false),
});
const account = z.strictObject({ org: name, account: name, role: name, until: name.optional() });
const node = z.strictObject({ org: name, node: name, until: name.optional() });

const shape = z.strictObject({
  roles: z.array(role).default([]),
  accounts: z.array(account).default([]),
  nodes: z.array(node).default([]),
});

/** Any text; none where something else stands. */
const text = z.string().optional().catch(undefined);

const word = z.string().catch("");

const HINTS = {
  org: "Give the full id of an organisation.",
  role: "Give the name of a role.",
  access: `Give one of ${ACCESS_LEVELS.join(", ")}.`,
  admin: "Write true or false, without quotes.",
  account: "Give an address, in quotes.",
  node: "Give an enode URL, in quotes.",
  until: "Give a time, as in 2027-01-31.",
};

const SHAPE: FileShape = {
  nothing: "The file adds nothing.",
  has: "It has lists: roles with org, role, access and admin; accounts with org, account and role; nodes with org and node; accounts and nodes that end by themselves also with until.",
  keys: {
    "": Object.keys(shape.shape),
    roles: Object.keys(role.shape),
    accounts: Object.keys(account.shape),
    nodes: Object.keys(node.shape),
  },
  hints: HINTS,
};

/** Reads what is to be added from YAML or JSON. Throws IMPORT_FILE_NOT_ALLOWED with all its mistakes. */
export function parseImportFile(from: TextSource): ImportFile {
  const source = new Source(from.name, from.read());
  const entries = source.mistakes.length > 0 ? [] : entriesOf(source);
  const refuse = refusing(source, "IMPORT_FILE_NOT_ALLOWED");
  refuse([]);
  return { entries, refuse };
}

/** The shape is checked first, and the values even if the shape is wrong elsewhere, so that all mistakes are reported at once. */
function entriesOf(source: Source): ImportEntry[] {
  const parsed = shape.safeParse(source.value ?? {});
  noteIssues(source, SHAPE, parsed.error?.issues);
  const { roles, accounts, nodes } = parsed.data ?? { roles: [], ...readable(source.value) };
  const entries: ImportEntry[] = roles.map((role, index) => ({ kind: "role", path: ["roles", index], ...role }));
  for (const [index, { account: written, until: end, ...rest }] of accounts.entries()) {
    const path = ["accounts", index];
    const until = readEnd(source, path, end);
    const account = written === undefined ? undefined : readAddress(source, [...path, "account"], written);
    if (account !== undefined) entries.push({ kind: "account", path, account, until, ...rest });
  }
  for (const [index, { node: url, until: end, ...rest }] of nodes.entries()) {
    const path = ["nodes", index];
    const until = readEnd(source, path, end);
    const node = url === undefined ? undefined : enodeReader(true)(source, [...path, "node"], url);
    if (node !== undefined) entries.push({ kind: "node", path, node, until, ...rest });
  }
  if (parsed.success && roles.length + accounts.length + nodes.length === 0)
    source.mistake([], SHAPE.nothing, SHAPE.has);
  noteRepeated(
    source,
    entries.map((entry) => ({ path: entry.path, subject: subjectOf(entry) })),
  );
  return entries;
}

function readEnd(source: Source, path: Path, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = parseInstant(text);
  if (time === undefined)
    source.mistake([...path, "until"], `"${text}" is not a time.`, "Write 2027-01-31, or 2027-01-31T18:00.");
  return time;
}

/** Of a file of a wrong shape, what can be looked at. */
function readable(value: unknown) {
  const loose = z.object({
    accounts: z.array(z.object({ org: word, account: text, role: word, until: text })).catch([]),
    nodes: z.array(z.object({ org: word, node: text, until: text })).catch([]),
  });
  return loose.catch({ accounts: [], nodes: [] }).parse(value);
}

/** What an entry is about. */
export function subjectOf(entry: ImportEntry): string {
  if (entry.kind === "role") return `the role ${entry.role} of ${entry.org}`;
  return entry.kind === "account" ? `the account ${entry.account}` : `the node ${entry.node.enodeId}`;
}
