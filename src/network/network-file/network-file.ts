import { sha256, toUtf8Bytes } from "ethers";
import type { Enode } from "../../model/enode.js";
import type { TextSource } from "../../util/text-source.js";
import { isOn } from "./file-schema.js";
import { mistakesError } from "./mistakes.js";
import { readAddress, readAddresses } from "./readers.js";
import { checkShape, type RawNetworkFile } from "./shape.js";
import { Source } from "./source.js";
import { nodesIn, staticNodesIn } from "./static-nodes.js";

/** What the file says, of any type: the schema checks it separately. */
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
  /** Whether the ip that a node connects from is compared with the one listed. */
  ipCheck: boolean;
  /** Whether nodes may be listed with a host name, these and later ones. */
  hostNames: boolean;
  /** Whether contracts that nobody has registered are closed. */
  registeredOnly: boolean;
  /** Whether only those organisations may deploy that are let. */
  restrictDeploying: boolean;
  /** How many nodes, accounts, roles and sub-organisations each organisation without parent may add, with all below it, and
   *  how often it may move nodes on one day. */
  nodeLimit: number;
  accountLimit: number;
  roleLimit: number;
  subOrgLimit: number;
  moveLimit: number;
  bootOperators: string[];
}

/** Reads a network file in YAML or JSON. All its mistakes are reported at once. */
export function parseNetworkFile(from: TextSource): NetworkFile {
  return parseWithList(from).network;
}

/** The same, with the list that it takes its nodes from, if it names one. */
export function parseWithList(from: TextSource): { network: NetworkFile; list: TextSource | undefined } {
  const source = new Source(from.name, from.read());
  const sources = [source];
  const network = source.mistakes.length > 0 ? undefined : check(source, sources, from);
  const mistakes = sources.flatMap((each) => each.mistakes);
  if (mistakes.length > 0 || network === undefined) throw mistakesError(from.name, mistakes);
  return { network, list: listNamed(asRecord(source.value), from) };
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

/** The shape is checked first, and the values even if the shape is wrong elsewhere, so that all mistakes are reported at once. */
function check(source: Source, sources: Source[], from: TextSource): NetworkFile | undefined {
  const shape = checkShape(source);
  const raw = asRecord(source.value);
  const text = (key: keyof RawValues): string => (typeof raw[key] === "string" ? raw[key] : "");
  if (text("networkAdminRole") !== "" && text("networkAdminRole") === text("orgAdminRole")) {
    source.mistake(["orgAdminRole"], "Both admin roles have the same name.", "Give them different names.");
  }
  const guardian = typeof raw.guardian === "string" ? readAddress(source, ["guardian"], raw.guardian) : undefined;
  const accounts = readAddresses(source, ["accounts"], asList(raw.accounts));
  const bootOperators = readAddresses(source, ["bootOperators"], asList(raw.bootOperators));
  const nodes = readNodes(source, sources, raw, from);
  if (shape === undefined || guardian === undefined) return undefined;
  return { ...shape, guardian, accounts, nodes, bootOperators };
}

/** Nodes are listed in the file itself or in a static-nodes.json next to it. */
function readNodes(source: Source, sources: Source[], raw: RawValues, from: TextSource): Enode[] {
  const hostNames = isOn(raw.hostNames);
  const list = listNamed(raw, from);
  if (list === undefined) return nodesIn(source, ["nodes"], asList(raw.nodes), hostNames);
  const staticNodes = openStaticNodes(source, list);
  if (staticNodes === undefined) return [];
  sources.push(staticNodes);
  return staticNodesIn(staticNodes, hostNames);
}

function listNamed({ nodes }: RawValues, from: TextSource): TextSource | undefined {
  return typeof nodes === "string" ? from.beside(nodes) : undefined;
}

function openStaticNodes(source: Source, from: TextSource): Source | undefined {
  try {
    return new Source(from.name, from.read());
  } catch {
    source.mistake(["nodes"], `The file ${from.name} cannot be read.`, "Give the path relative to the network file.");
    return undefined;
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asRecord(value: unknown): RawValues {
  return typeof value === "object" && value !== null ? value : {};
}
