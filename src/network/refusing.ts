import { type FileErrorCode, mistakesError } from "./network-file/mistakes.js";
import type { Path, PlacedText } from "./placed-text.js";

/** Notes what is found wrong with a file, and throws all its mistakes as one error if it has any. */
export type Refuse = (found: readonly { path: Path; message: string; hint: string }[]) => void;

export function refusing(source: PlacedText, code: FileErrorCode): Refuse {
  return (found) => {
    for (const { path, message, hint } of found) source.mistake(path, message, hint);
    if (source.mistakes.length > 0) throw mistakesError(source.file, source.mistakes, code);
  };
}
