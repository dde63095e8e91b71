import { expect } from "chai";
import pMap from "p-map";
import type { CommandNetwork } from "./command-network.js";
import type { Outcome } from "../../tools/shared/processes.js";

/** A command, the sentence that refuses it (the whole of it as a text), and what the environment says. */
export type Row = readonly [line: string, why: RegExp | string, environment?: NodeJS.ProcessEnv];

/** A private key and a password that no output may hold. */
export const SECRETS = { key: `0x${"4c".repeat(32)}`, password: "correct-horse" };

/** One sentence and the way out, on stderr alone, without a trace or a secret. */
export function requireRefusal({ code, stdout, stderr }: Outcome, why: RegExp | string, expected: number): void {
  if (typeof why === "string") expect(stderr.split("\n")[0]).to.equal(why);
  else expect(stderr).to.match(why);
  expect(stderr).to.match(/^[^\n]+\.\n {2}[^\n]+\n$/);
  expect(stderr).to.not.match(/\bat .*:\d+:\d+|\[object|undefined|NaN/);
  for (const secret of [SECRETS.key.slice(2), SECRETS.password]) expect(stderr).to.not.include(secret);
  expect([code, stdout], stderr).to.deep.equal([expected, ""]);
}

/** So many processes. */
const AT_ONCE = 4;

/** Each of the commands is refused, with one exit code. */
export async function refuseAll(network: CommandNetwork, code: number, rows: readonly Row[]): Promise<void> {
  const outcomes = await pMap(rows, ([line, , environment = {}]) => network.run(line, undefined, { environment }), {
    concurrency: AT_ONCE,
  });
  for (const [index, outcome] of outcomes.entries()) requireRefusal(outcome, rows[index]?.[1] ?? "", code);
}

/** Has each test of a suite end without anything sent. */
export function sendNothing(network: () => CommandNetwork): void {
  let before: bigint;

  beforeEach(async () => {
    before = await network().blockNumber();
  });

  afterEach("nothing is sent", async () => {
    expect(await network().blockNumber()).to.equal(before);
  });
}
