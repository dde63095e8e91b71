import { canonicalHost } from "../../model/enode.js";
import { mistakesError } from "../../network/network-file/mistakes.js";
import { Source } from "../../network/network-file/source.js";
import type { TextSource } from "../../util/text-source.js";
import type { Consortium } from "./consortium.js";
import type { DraftConsortium } from "./draft.js";
import { looseSchema } from "./file-schema.js";
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
  const raw = isReadable ? checkShape(source) : undefined;
  const { agencies, groups, nodes } = looseSchema.parse(source.value);
  const draft: DraftConsortium = {
    source,
    agencies: agencies.map((each, index) => ({ ...each, path: ["agencies", index] })),
    groups: groups.map((each, index) => ({ ...each, path: ["groups", index] })),
    nodes: nodes.map((each, index) => ({ ...each, path: ["nodes", index] })),
    runs: nodes.flatMap(({ name: node, agency, host, runs }, index) =>
      runs.map((run, place) => ({ ...run, node, agency, host, path: ["nodes", index, "runs", place] })),
    ),
  };
  if (isReadable) {
    noteNames(draft);
    noteValues(draft);
  }
  return { ...draft, consortium: source.mistakes.length === 0 && raw !== undefined ? inOneSpelling(raw) : undefined };
}

function inOneSpelling(consortium: Consortium): Consortium {
  const nodes = consortium.nodes.map(({ host, runs, ...node }) => ({
    ...node,
    host: canonicalHost(host),
    runs: runs.map((run) => ({ ...run, enodeId: run.enodeId.toLowerCase() })),
  }));
  return { ...consortium, nodes };
}
