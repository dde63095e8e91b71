import type { Enode } from "../../model/enode.js";
import type { TextSource } from "../../util/text-source.js";
import { mistakesError } from "./mistakes.js";
import { enodeReader, readList } from "./readers.js";
import { type Path, Source } from "./source.js";

const SHAPE = 'Write ["enode://…", …].';

/** Reads a list of enode URLs; the place of each mistake is noted in the source. */
export function nodesIn(source: Source, path: Path, list: readonly unknown[], hostNames: boolean): Enode[] {
  return readList(source, path, list, enodeReader(hostNames), (node) => node.enodeId);
}

/** The nodes of a whole static-nodes.json. */
export function staticNodesIn(source: Source, hostNames: boolean): Enode[] {
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

/** Reads a static-nodes.json or permissioned-nodes.json as nodes have it: enode URLs, with or without discport and
 *  raftport, also of host names. Throws STATIC_NODES_NOT_ALLOWED. */
export function parseStaticNodes(from: TextSource): ListedNode[] {
  const source = new Source(from.name, from.read());
  const nodes = staticNodesIn(source, true);
  if (source.mistakes.length > 0) throw mistakesError(from.name, source.mistakes, "STATIC_NODES_NOT_ALLOWED");
  return nodes.map((node, index) => ({ node, url: source.written([index]) ?? "" }));
}
