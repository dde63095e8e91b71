import { type Finding, hasErrors } from "../../errors/finding.js";
import { textAtHand } from "../../util/text-source.js";
import { checkConsortiumFile } from "../check/check-consortium.js";
import type { Consortium } from "../file/consortium.js";
import { parseConsortiumFile } from "../file/consortium-file.js";
import { consortiumText } from "./consortium-text.js";

/** What was found in one of the files. */
export interface GatheredFile {
  subject: string;
  findings: Finding[];
}

/** A consortium file that was made of cards, and what it says; both undefined if anything is wrong. */
export interface MadeFile {
  text: string | undefined;
  consortium: Consortium | undefined;
}

export const NOTHING_MADE: MadeFile = { text: undefined, consortium: undefined };

/** The text of a consortium file, which messages call `file`, with what its check finds. */
export function makeConsortiumFile(file: string, consortium: Consortium): { checked: GatheredFile; made: MadeFile } {
  const text = consortiumText(consortium);
  const source = textAtHand(file, text);
  const checked = { subject: `The consortium file ${file}`, findings: checkConsortiumFile(source) };
  const made = hasErrors(checked.findings) ? NOTHING_MADE : { text, consortium: parseConsortiumFile(source) };
  return { checked, made };
}
