import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { allCommands } from "../../helpers/commands.js";
import { programFile } from "../../../tools/shared/processes.js";
import type { Block } from "./page.js";
import { requirePrinted } from "./printed.js";
import { toPage, type Sandbox } from "./sandbox.js";

/** Runs the commands of a page in one shell, as a reader would type them, and compares what they print. */
export async function runShell(page: string, examples: readonly Block[], sandbox: Sandbox): Promise<void> {
  const bin = path.join(sandbox.directory, ".bin");
  mkdirSync(bin);
  const scripts = { portcullis: await portcullis(), "a-month-later": aMonthLater(sandbox), watched: WATCHED };
  for (const [name, text] of Object.entries(scripts)) writeFileSync(path.join(bin, name), text, { mode: 0o755 });
  const files = examples.map(({ text, line }) => {
    const file = path.join(bin, `line-${line}`);
    writeFileSync(file, sandbox.fromPage(text));
    return file;
  });
  writeFileSync(path.join(bin, "story"), examples.map((block, index) => step(block, files[index] ?? "")).join("\n"));
  const [failed] = await bash(path.join(bin, "story"), sandbox.directory, bin);

  for (const [index, { line, prints }] of examples.entries()) {
    const printed = read(`${files[index] ?? ""}.out`);
    if (printed === undefined) expect.fail(`${page}:${line} was not reached: ${failed ?? ""}`);
    const ended = read(`${files[index] ?? ""}.end`);
    if (ended === undefined) expect.fail(`${page}:${line} ends otherwise than the page says:\n${printed}`);
    if (prints !== undefined) requirePrinted(toPage(printed, sandbox), prints, `${page}:${line}`);
  }
}

/** What the marks of blocks do otherwise; the file's commands are run by `run`. */
export const STEPS: Readonly<Record<string, (run: string, file: string) => string>> = {
  fails: (run) => `if (${run}); then exit 1; fi`,
  later: (run) => `a-month-later; ${run}`,
  watches: (_run, file) => `while read -r line; do watched $line; done < ${file} > ${file}.out 2>&1`,
};

/** A block in the page's own shell, so that what it exports lasts. The file ".end" says that it ended as it should. */
function step({ mark }: Block, file: string): string {
  const run = `. ${file} > ${file}.out 2>&1`;
  return `${STEPS[mark]?.(run, file) ?? run}; : > ${file}.end`;
}

/** Runs a command until it says how it is ended, and ends it so. What another one has said before does not count. */
const WATCHED = `#!/bin/sh
: > "$0.out"
"$@" > "$0.out" 2>&1 &
until grep -q "Ctrl-C ends it" "$0.out" || ! kill -0 $!; do sleep 0.1; done
kill -INT $!
wait $!
ended=$?
cat "$0.out"
exit $ended
`;

const aMonthLater = ({ url }: Sandbox): string => `#!${process.execPath}
const ask = (method, params) =>
  fetch("${url}", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
ask("evm_increaseTime", [31 * 24 * 3600]).then(() => ask("evm_mine", []));
`;

/** `portcullis`, which needs no confirmation, and does not wait for ever. */
async function portcullis(): Promise<string> {
  const asking = (await allCommands()).filter(({ command }) => command.options.some(({ long }) => long === "--yes"));
  return `#!/bin/sh
case "$* " in
  ${asking.map(({ name }) => `"${name} "*`).join(" | ")}) set -- "$@" --yes ;;
esac
exec timeout 60 "${process.execPath}" "${programFile()}" "$@"
`;
}

/** The answer is what bash has to say itself. */
function bash(script: string, directory: string, bin: string): Promise<string[]> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PORTCULLIS_"));
  const env = {
    ...Object.fromEntries(kept),
    PATH: `${bin}:${process.env.PATH ?? ""}`,
    NO_COLOR: "1",
    XDG_CONFIG_HOME: directory,
  };
  return new Promise((resolve) => {
    execFile("bash", ["-e", script], { cwd: directory, env }, (_error, _stdout, stderr) => {
      resolve([stderr]);
    });
  });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
