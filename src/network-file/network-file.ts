import path from "node:path";
import { sha256, toUtf8Bytes } from "ethers";
import type { Enode } from "../enode.js";
import { readText } from "../files.js";
import { mistakesError } from "./mistakes.js";
import { readAddress, readList } from "./rules.js";
import { checkShape, type RawNetworkFile } from "./shape.js";
import { Source } from "./source.js";
import { nodesIn, staticNodesIn } from "./static-nodes.js";

/** What the file says, of any type: the schema has its say apart. */
type RawValues = Readonly<Partial<Record<keyof RawNetworkFile, unknown>>>;

/** The network as its founders want it. */
export interface NetworkFile {
  guardian: string;
  adminOrg: string;
  networkAdminRole: string;
  orgAdminRole: string;
  accounts: string[];
  subOrgBreadth: number;
  subOrgDepth: number;
  nodes: Enode[];
  bootOperators: string[];
}

/** Reads a network file in YAML or JSON. All its mistakes are reported at once. */
export function readNetworkFile(file: string): NetworkFile {
  return parseNetworkFile(file, readText(file));
}

export function parseNetworkFile(file: string, text: string): NetworkFile {
  const source = new Source(file, text);
  const sources = [source];
  const parsed = source.mistakes.length > 0 ? undefined : check(source, sources);
  const mistakes = sources.flatMap((each) => each.mistakes);
  if (mistakes.length > 0 || parsed === undefined) throw mistakesError(file, mistakes);
  return parsed;
}

/** A fingerprint of what a network file says: comments and order of keys do not count. */
export function networkFileHash(file: NetworkFile): string {
  return sha256(toUtf8Bytes(JSON.stringify(Object.entries(file).sort(([a], [b]) => (a < b ? -1 : 1)))));
}

/** The keys that two network files give different values. */
export function differentKeys(one: NetworkFile, other: NetworkFile): (keyof NetworkFile)[] {
  const keys = Object.keys(one) as (keyof NetworkFile)[];
  return keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}

/** Shape first; the values are looked at even where the shape is wrong elsewhere, so nothing comes in a second round. */
function check(source: Source, sources: Source[]): NetworkFile | undefined {
  const shape = checkShape(source);
  const raw = asRecord(source.value);
  const text = (key: keyof RawValues): string => (typeof raw[key] === "string" ? raw[key] : "");
  if (text("networkAdminRole") !== "" && text("networkAdminRole") === text("orgAdminRole")) {
    source.mistake(["orgAdminRole"], "Both admin roles have the same name.", "Give them different names.");
  }
  const guardian = typeof raw.guardian === "string" ? readAddress(source, ["guardian"], raw.guardian) : undefined;
  const accounts = readAddresses(source, "accounts", raw);
  const bootOperators = readAddresses(source, "bootOperators", raw);
  const nodes = readNodes(source, sources, raw);
  if (shape === undefined || guardian === undefined) return undefined;
  const { adminOrg, networkAdminRole, orgAdminRole, subOrgBreadth, subOrgDepth } = shape;
  const settings = { adminOrg, networkAdminRole, orgAdminRole, subOrgBreadth, subOrgDepth };
  return { guardian, ...settings, accounts, nodes, bootOperators };
}

function readAddresses(source: Source, key: keyof RawValues, raw: RawValues): string[] {
  return readList(source, [key], asList(raw[key]), readAddress, (address) => address);
}

/** Nodes stand in the file itself or in a static-nodes.json beside it. */
function readNodes(source: Source, sources: Source[], raw: RawValues): Enode[] {
  const { nodes } = raw;
  const hostNames = raw.hostNames === true;
  if (typeof nodes !== "string") return nodesIn(source, ["nodes"], asList(nodes), hostNames);
  const staticNodes = openStaticNodes(source, nodes);
  if (staticNodes === undefined) return [];
  sources.push(staticNodes);
  return staticNodesIn(staticNodes, hostNames);
}

function openStaticNodes(source: Source, relative: string): Source | undefined {
  const file = path.join(path.dirname(source.file), relative);
  try {
    return new Source(file, readText(file));
  } catch {
    source.mistake(["nodes"], `The file ${file} cannot be read.`, "Give the path relative to the network file.");
    return undefined;
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asRecord(value: unknown): RawValues {
  return typeof value === "object" && value !== null ? value : {};
}
