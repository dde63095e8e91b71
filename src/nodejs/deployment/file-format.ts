import { refusal } from "../../errors/refusal.js";

/** Refuses a file of a format that a later version has introduced. Throws FORMAT_NEWER. */
export function requireKnownFormat(file: string, found: unknown, known: number): void {
  if (typeof found !== "number" || found <= known) return;
  throw refusal("FORMAT_NEWER", { cause: "format", file, found, known });
}
