import type { Enode } from "../../model/enode.js";
import type { TextSource } from "../../util/text-source.js";
import { NodeJson } from "../node-json/node-json.js";
import type { Path, PlacedText } from "../placed-text.js";
import { mistakesError } from "./mistakes.js";
import { enodeReader, readList } from "./readers.js";
import { Source } from "./source.js";

const SHAPE = 'Write ["enode://…", …].';

/** Reads a list of enode URLs; the place of each mistake is noted in the source. */
export function nodesIn(source: PlacedText, path: Path, list: readonly unknown[], hostNames: boolean): Enode[] {
  return readList(source, path, list, enodeReader(hostNames), ({ enodeId }) => `the node ${enodeId}`);
}

/** The nodes of a whole static-nodes.json. */
export function staticNodesIn(source: PlacedText, hostNames: boolean): Enode[] {
  if (source.mistakes.length > 0) return [];
  const list = source.value;
  if (!Array.isArray(list) || list.length === 0) {
    source.mistake([], "The file does not contain a list of enode URLs.", SHAPE);
    return [];
  }
  list.forEach((each, index) => {
    if (typeof each !== "string") source.mistake([index], "This is not an enode URL in quotes.", SHAPE);
  });
  return nodesIn(source, [], list, hostNames);
}

/** A node as a list names it. */
export interface ListedNode {
  /** As it is written. */
  url: string;
  node: Enode;
}

/** Reads a static-nodes.json or permissioned-nodes.json: enode URLs, with or without discport and raftport, also of host
 *  names. YAML, and JSON with comments, are read too. Throws STATIC_NODES_NOT_ALLOWED. */
export function parseStaticNodes(from: TextSource): ListedNode[] {
  return listedIn(new Source(from.name, from.read()));
}

/** The same, but only of what nodes read as well. Throws STATIC_NODES_NOT_ALLOWED. */
export function parseNodesFile(from: TextSource): ListedNode[] {
  return listedIn(new NodeJson(from.name, from.read()));
}

function listedIn(source: PlacedText): ListedNode[] {
  const nodes = staticNodesIn(source, true);
  if (source.mistakes.length > 0) throw mistakesError(source.file, source.mistakes, "STATIC_NODES_NOT_ALLOWED");
  return nodes.map((node, index) => ({ node, url: source.written([index]) ?? "" }));
}
