import { writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { CATALOGUE } from "../src/errors/catalogue.js";
import { CONTRACT_ERROR_TEXTS } from "../src/errors/contract-texts.js";

export const PAGE = path.join(import.meta.dirname, "../docs/errors.md");

const HEAD = `# Errors

Every error has a code, a sentence, the facts that it is about, and the way out. The command line says sentence and way out on
standard error; with \`--json\` it prints there an object with \`code\`, \`message\`, \`hint\` and \`facts\`. Programs branch on the
code. This page is written by \`npm run docs:errors\`.

## Of the tools

What the library and the command line find out themselves.

| code | why it happens | what to do |
| --- | --- | --- |
`;

const CONTRACTS = `
## Of the contracts

What the contracts refuse. In braces stand the values that the error carries; \`portcullis\` shows them in words. Each is
declared, with who refuses what, in \`contracts/interfaces/\`.

| error | what it says | what to do |
| --- | --- | --- |
`;

/** The page of all codes, from the catalogue and the texts of the contracts' errors. */
export async function errorsPage(): Promise<string> {
  const text = HEAD + rows(CATALOGUE) + CONTRACTS + rows(CONTRACT_ERROR_TEXTS);
  return format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE });
}

function rows(texts: Readonly<Record<string, readonly [string, string]>>): string {
  const sorted = Object.entries(texts).sort(([a], [b]) => a.localeCompare(b, "en"));
  return sorted.map(([code, [why, wayOut]]) => `| \`${code}\` | ${cell(why)} | ${cell(wayOut)} |\n`).join("");
}

function cell(text: string): string {
  return text
    .replaceAll(/\{(\w+)(?:\|\w+)?\}/g, "{$1}")
    .replaceAll("|", "\\|")
    .replaceAll(/[_*<]/g, "\\$&");
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, await errorsPage());
