import solc from "solc";

/** The text of a file, by its name from the repository's root. */
export type Read = (file: string) => string;

type Run = (input: string, callbacks?: { import: (name: string) => { contents: string } }) => string;

/** Runs the compiler of the project on an input in its JSON format; `read` answers what the input imports without having it. */
export function runSolc(input: object, read?: Read): unknown {
  const run = solc.compile as Run;
  const callbacks = read === undefined ? undefined : { import: (name: string) => ({ contents: read(name) }) };
  return JSON.parse(run(JSON.stringify(input), callbacks));
}
