import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** What stands in a fence: its first word, the word after it, its text, and where. */
export interface Block {
  language: string;
  /**
   * "sh fails" ends with an error, "sh watches" with Ctrl-C; "sh later" is run when all open proposals have expired.
   * "sh install" is run by the test of the package; "sh parsed" is not run, since it needs what no test has.
   * "ts hardhat-config" and "ts hardhat-test" are files of a project of its own, which test/integration/hardhat-users.test.ts runs.
   */
  mark: string;
  text: string;
  line: number;
  /** What the block is said to print: that of the "text" block after it. */
  prints?: string;
}

const MARKS: Readonly<Record<string, readonly string[]>> = {
  sh: ["", "fails", "watches", "later", "install", "parsed", "in-process"],
  ts: ["", "hardhat-config", "hardhat-test"],
  text: [""],
  // Drawn where the page is shown.
  mermaid: [""],
};

/** The examples of a page, in order. Throws for a block that no test would look at. */
export function readExamples(page: string): Block[] {
  const lines = readFileSync(path.join(ROOT, page), "utf8").split("\n");
  const examples: Block[] = [];
  for (const block of fences(lines)) {
    const where = `${page}:${block.line}`;
    if (MARKS[block.language]?.includes(block.mark) !== true) {
      throw new Error(`${where}: no test looks at a block of "${block.language} ${block.mark}"`);
    }
    const last = examples.at(-1);
    if (block.language !== "text") examples.push(block);
    else if (last === undefined || last.prints !== undefined || last.mark === "parsed") {
      throw new Error(`${where}: nothing is run that would print this`);
    } else last.prints = block.text;
  }
  return examples;
}

function* fences(lines: readonly string[]): Generator<Block> {
  let open: Block | undefined;
  for (const [index, given] of lines.entries()) {
    const fence = /^ *```(\S*) *(.*)$/.exec(given);
    const indent = open === undefined ? 0 : (lines[open.line - 1] ?? "").search(/\S/);
    if (fence === null) {
      if (open !== undefined) open.text += `${given.slice(indent)}\n`;
    } else if (open === undefined) {
      open = { language: fence[1] ?? "", mark: fence[2] ?? "", text: "", line: index + 1 };
    } else {
      yield open;
      open = undefined;
    }
  }
}
