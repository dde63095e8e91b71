import { canonicalHost } from "../../model/enode.js";
import { mistakesError } from "../../network/network-file/mistakes.js";
import { Source } from "../../network/network-file/source.js";
import type { TextSource } from "../../util/text-source.js";
import type { Consortium, ConsortiumNode } from "./consortium.js";
import { type DraftConsortium, placed, placedRuns } from "./draft.js";
import { CONSORTIUM_SHAPE, looseSchema } from "./file-schema.js";
import { noteNames } from "./note-names.js";
import { checkShape } from "./note-shape.js";
import { noteValues } from "./note-values.js";

/** Reads a consortium file in YAML or JSON. Throws CONSORTIUM_FILE_NOT_ALLOWED with all its mistakes. Whether the networks would
 *  work is another question: see `checkConsortiumFile`. */
export function parseConsortiumFile(from: TextSource): Consortium {
  const { source, consortium } = inspectConsortiumFile(from);
  if (consortium === undefined) throw mistakesError(from.name, source.mistakes, "CONSORTIUM_FILE_NOT_ALLOWED");
  return consortium;
}

/** A file as far as it can be read, with its mistakes in the source; and all of it, where nothing is wrong with it. */
interface Inspected extends DraftConsortium {
  consortium: Consortium | undefined;
}

/** Reads as much of a consortium file as there is to read. */
export function inspectConsortiumFile(from: TextSource): Inspected {
  const source = new Source(from.name, from.read());
  const isReadable = source.mistakes.length === 0;
  const raw = isReadable ? checkShape(source, CONSORTIUM_SHAPE) : undefined;
  const { agencies, groups, nodes } = looseSchema.parse(source.value);
  const draft: DraftConsortium = {
    source,
    agencies: placed(agencies, ["agencies"]),
    groups: placed(groups, ["groups"]),
    nodes: placed(nodes, ["nodes"]),
    runs: placedRuns(nodes),
  };
  if (isReadable) {
    noteNames(draft);
    noteValues(draft);
  }
  return { ...draft, consortium: source.mistakes.length === 0 && raw !== undefined ? inOneSpelling(raw) : undefined };
}

function inOneSpelling(consortium: Consortium): Consortium {
  return { ...consortium, nodes: consortium.nodes.map(nodeInOneSpelling) };
}

/** A node, as it is written in whatever spelling. */
export function nodeInOneSpelling<T extends Pick<ConsortiumNode, "host" | "runs">>(node: T): T {
  const runs = node.runs.map((run) => ({ ...run, enodeId: run.enodeId.toLowerCase() }));
  return { ...node, host: canonicalHost(node.host), runs };
}
