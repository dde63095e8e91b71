import type { TextSource } from "../../util/text-source.js";
import { noteContradictions } from "./contradictions.js";
import { GENESIS_FILE } from "./ethereum/genesis-file.js";
import { NODE_LIST } from "./ethereum/node-list.js";
import { Found } from "./found.js";
import type { Format } from "./input.js";
import { type GroupPolicies, policiesOf } from "./group-policies.js";
import { Leaves, type ReadValue } from "./leaves.js";
import { type DraftFile, draftOf } from "./new-consortium-file.js";
import { recognise } from "./recognise.js";

/** What a file was taken for, and what became of each of its values. */
export interface FileReading {
  file: string;
  format: string;
  values: ReadValue[];
  /** The text with the indentation that was found for it; null where it had its own. */
  recovered: string | null;
}

/** What files of other systems say about a consortium. */
export interface ConsortiumReading extends DraftFile {
  files: FileReading[];
  /** What whoever goes on must know. */
  notes: string[];
  /** The policies of groups, each in the text of a policy file. */
  policies: GroupPolicies[];
}

/** Reads files of ChainMaker, FISCO BCOS, GoQuorum and Besu as one consortium. Each value is used or said not to be, and nothing is
 *  made up. Throws INPUT_NOT_RECOGNISED, and what reading the files throws. */
export function readConsortium(sources: readonly TextSource[]): ConsortiumReading {
  const found = new Found();
  const recognised = sources.map((from) => {
    const { format, value, recovered } = recognise(from);
    return { from, format, leaves: new Leaves(value), recovered: recovered ?? null };
  });
  // A genesis says of which group lists of nodes are.
  const inTurn = [...recognised].sort((one, other) => turnOf(one.format) - turnOf(other.format));
  for (const { format, leaves, from } of inTurn) format.read({ leaves, found, from });
  noteContradictions(found);
  const files = recognised.map(({ from, format, leaves, recovered }) => {
    return { file: from.name, format: format.name, values: leaves.told(format.whyNot), recovered };
  });
  return { files, ...draftOf(found), notes: [...found.notes], policies: policiesOf(found) };
}

function turnOf(format: Format): number {
  return format === GENESIS_FILE ? 0 : format === NODE_LIST ? 2 : 1;
}
