import path from "node:path";
import type { Read } from "../shared/solc.js";
import { functionsOf, modelCheck, type Diagnostic } from "./compiler.js";

/** Something that the model checker was asked about a contract. */
export interface Claim {
  readonly file: string;
  /** The function in which it stands. */
  readonly place: string;
  readonly text: string;
  /** Why it is not proved. */
  readonly doubt?: string;
}

/** The checker's word for a claim that holds for all inputs. */
const PROVED = "2961";

/** What proves this as well proves nothing. The checker takes for granted that a divisor is not zero, also on a path that does
 *  not divide; where it is, everything behind it counts as proved. */
const CONTRADICTION = "assert(false)";

/** All claims of the contract that a file is named after: its assertions, and that no arithmetic under them fails. */
export function check(file: string, read: Read): Claim[] {
  const planted = plant(file, read);
  const readPlanted: Read = (name) => (name === file ? planted : read(name));
  const claims = modelCheck(file, readPlanted, path.basename(file, ".sol")).map((each) => claimOf(each, readPlanted));
  const honest = new Set(
    claims
      .filter(isContradiction)
      .filter(isDoubtful)
      .map(({ place }) => place),
  );
  return claims
    .filter((claim) => !isContradiction(claim))
    .map((claim) =>
      claim.file !== file || honest.has(claim.place) || isDoubtful(claim)
        ? claim
        : { ...claim, doubt: `The checker proves ${CONTRADICTION} in this function too, so its proofs say nothing.` },
    );
}

/** The source with a contradiction at the end of each function. */
function plant(file: string, read: Read): string {
  const ends = functionsOf(file, read).map(({ body }) => {
    const [start = 0, length = 0] = body.src.split(":").map(Number);
    return start + length - 1;
  });
  const source = read(file);
  return [...ends, source.length]
    .map((end, index) => source.slice(ends[index - 1] ?? 0, end))
    .join(` ${CONTRADICTION}; `);
}

function isContradiction({ text }: Claim): boolean {
  return text === CONTRADICTION;
}

function isDoubtful({ doubt }: Claim): boolean {
  return doubt !== undefined;
}

function claimOf({ errorCode, message, sourceLocation }: Diagnostic, read: Read): Claim {
  // Without a place it is about the checker itself: it could not work.
  if (sourceLocation === undefined) throw new Error(message);
  const { file, start, end } = sourceLocation;
  const source = read(file);
  const place = [...source.slice(0, start).matchAll(/\bfunction (\w+)/g)].at(-1)?.[1] ?? path.basename(file);
  const claim = { file, place, text: source.slice(start, end) };
  return errorCode === PROVED ? claim : { ...claim, doubt: message };
}
