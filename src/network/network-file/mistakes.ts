import type { PortcullisError } from "../../errors/error.js";
import { refusal } from "../../errors/refusal.js";

/** A mistake in a file: where it is, what is wrong, and what to do. */
export interface Mistake {
  file: string;
  line: number;
  column: number;
  message: string;
  hint: string;
}

export type FileErrorCode =
  | "AGENCY_FILE_NOT_ALLOWED"
  | "CONSORTIUM_FILE_NOT_ALLOWED"
  | "IMPORT_FILE_NOT_ALLOWED"
  | "INVITATION_NOT_ALLOWED"
  | "NETWORK_FILE_NOT_ALLOWED"
  | "POLICY_FILE_NOT_ALLOWED"
  | "RESOLUTION_FILE_NOT_ALLOWED"
  | "STATIC_NODES_NOT_ALLOWED";

/** All mistakes in one error, so that a file is put right in one go. */
export function mistakesError(
  file: string,
  mistakes: readonly Mistake[],
  code: FileErrorCode = "NETWORK_FILE_NOT_ALLOWED",
): PortcullisError {
  const sorted = inOrder(mistakes);
  const count = sorted.length === 1 ? "a mistake" : `${sorted.length} mistakes`;
  const list = sorted.map((each) => `  ${each.file}:${each.line}:${each.column}  ${each.message} ${each.hint}`);
  return refusal(code, { file, count, list, mistakes: sorted });
}

/** As they stand in their files. */
export function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  return [...mistakes].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}
