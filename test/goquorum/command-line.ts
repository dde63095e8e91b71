import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import type { Person } from "./people.js";

const MAIN = path.join(import.meta.dirname, "../../src/cli/main.ts");

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line as a process of its own, at somebody's node. */
async function run(who: Person, args: readonly string[], config: string): Promise<Outcome> {
  const names = { PORTCULLIS_NETWORK: who.node.url, PORTCULLIS_CONFIG: config, NO_COLOR: "1" };
  const env = { ...process.env, ...names, ...who.environment };
  try {
    const done = await promisify(execFile)(process.execPath, ["--import", "tsx", MAIN, ...args], { env });
    return { code: 0, ...done };
  } catch (error) {
    if (typeof (error as Outcome).code === "number") return error as Outcome;
    throw error;
  }
}

/** What a command prints that reads. */
export async function readAs(who: Person, config: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(who, args, config);
  expect(code, stderr).to.equal(0);
  return stdout;
}

/** What a command prints that sends. */
export function act(who: Person, config: string, ...args: string[]): Promise<string> {
  return readAs(who, config, ...args, "--yes", ...who.args);
}

/** What a command says that sends, to somebody who is refused. */
export async function refusal(who: Person, config: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(who, [...args, "--yes", ...who.args], config);
  expect(code, stdout).to.equal(1);
  return stderr;
}
