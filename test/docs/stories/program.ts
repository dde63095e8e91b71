import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { Block } from "./page.js";
import { requirePrinted } from "./printed.js";
import { toPage, type Sandbox } from "./sandbox.js";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const BIN = path.join(ROOT, "node_modules/.bin");

/** Compiles and runs the blocks of a page as the one program that they are, and compares what each prints. */
export async function runProgram(page: string, examples: readonly Block[], sandbox: Sandbox): Promise<void> {
  const program = path.join(sandbox.directory, "program.mts");
  const config = path.join(sandbox.directory, "tsconfig.json");
  const marked = examples.map(({ text, line }) => `${sandbox.fromPage(text)}\nconsole.log("${markOf(line)}");`);
  writeFileSync(program, marked.join("\n"));
  writeFileSync(config, JSON.stringify(compilation(program)));
  const problems = await output(["tsc", "--project", config], sandbox.directory);
  expect(problems, page).to.equal("");

  let printed = await output(["tsx", "--tsconfig", config, program], sandbox.directory);
  for (const { line, prints } of examples) {
    const [before, ...after] = printed.split(`${markOf(line)}\n`);
    if (after.length === 0) expect.fail(`${page}:${line} was not run to its end:\n${printed}`);
    if (prints !== undefined) requirePrinted(toPage(before ?? "", sandbox), prints, `${page}:${line}`);
    printed = after.join("");
  }
}

const markOf = (line: number): string => `--- line ${line}`;

/** "portcullis" means the sources of now. */
function compilation(program: string) {
  return {
    extends: path.join(ROOT, "tsconfig.json"),
    compilerOptions: {
      paths: {
        portcullis: [path.join(ROOT, "src/index.ts")],
        "portcullis/node": [path.join(ROOT, "src/node.ts")],
      },
      types: ["node"],
      typeRoots: [path.join(ROOT, "node_modules/@types")],
    },
    include: [],
    files: [program],
  };
}

/** What a tool prints, also where it fails. */
function output([tool = "", ...args]: readonly string[], directory: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      path.join(BIN, tool),
      args,
      { cwd: directory, env: { ...process.env, NO_COLOR: "1" } },
      (_error, ...both) => {
        resolve(both.join(""));
      },
    );
  });
}
