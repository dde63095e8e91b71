import { expect } from "chai";
import { type Outcome, runCommand } from "../../tools/shared/processes.js";
import type { Person } from "./people.js";

/** Runs the command line as a separate process, at a person's node. */
function run(who: Person, config: string, args: readonly string[]): Promise<Outcome> {
  const network = { PORTCULLIS_NETWORK: who.node.url, PORTCULLIS_CONFIG: config };
  return runCommand(args, { environment: { ...network, ...who.environment } });
}

/** What a command prints that reads. */
export async function readAs(who: Person, config: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(who, config, args);
  expect(code, stderr).to.equal(0);
  return stdout;
}

/** What "can" prints where the answer is no. */
export async function noAs(who: Person, config: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(who, config, ["can", ...args]);
  expect(code, stderr).to.equal(1);
  expect(stdout).to.match(/^No: /);
  return stdout;
}

/** What a command prints that sends. */
export function act(who: Person, config: string, ...args: string[]): Promise<string> {
  return readAs(who, config, ...args, "--yes", ...who.args);
}

/** What a sending command says when it is refused. */
export async function refusal(who: Person, config: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(who, config, [...args, "--yes", ...who.args]);
  expect(code, stdout).to.equal(1);
  return stderr;
}
