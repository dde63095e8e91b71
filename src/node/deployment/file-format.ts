import { PortcullisError } from "../../errors/error.js";

/** Refuses a file of a format that a later version has introduced. Throws FORMAT_NEWER. */
export function requireKnownFormat(file: string, found: unknown, known: number): void {
  if (typeof found !== "number" || found <= known) return;
  throw new PortcullisError("FORMAT_NEWER", `${file} has format ${found}, and this version reads format ${known}.`, {
    facts: { file, found, known },
    hint: "Use the version of Portcullis that wrote it.",
  });
}
