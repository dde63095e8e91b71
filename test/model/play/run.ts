import fc from "fast-check";
import type { Chain } from "./chain.js";
import { Comparison, Step } from "./comparison.js";
import { INITIAL_STATES } from "./initial-states.js";
import type { Plan } from "./plan.js";
import { Tally } from "./tally.js";

/** At most so many calls in a sequence; half as many on average. */
const LONGEST = 300;

export interface Run {
  tally: Tally;
  seconds: number;
  /** The shortest sequence that was found to fail, and how it is played again. */
  failure?: { message: string; replay: string };
}

/** Plays sequences of calls until there have been enough, or until one fails and cannot be made shorter. */
export async function runSequences(chain: Chain, { calls, seed, shorten, replay }: Plan): Promise<Run> {
  const tally = new Tally();
  const begin = performance.now();
  const comparison = new Comparison(chain, tally);
  let message: string | undefined;

  const initialState = fc.oneof(...INITIAL_STATES.map((one) => ({ arbitrary: fc.constant(one), weight: one.weight })));
  // Without bias: fast-check would draw small seeds, which are no smaller cases, more often.
  const step = fc.noShrink(fc.noBias(fc.nat())).map((number) => new Step(number));
  const steps = fc.commands([step], {
    maxCommands: LONGEST,
    size: "max",
    ...(replay && { replayPath: replay.replayPath }),
  });
  const property = fc.asyncProperty(fc.noShrink(initialState), steps, async (initial, sequence) => {
    if (message === undefined && tally.calls >= calls) return;
    try {
      await fc.asyncModelRun(async () => ({ model: await comparison.begin(initial), real: comparison }), sequence);
    } catch (error) {
      message = error instanceof Error ? error.message : String(error);
      throw error;
    }
  });
  const result = await fc.check(property, {
    numRuns: calls,
    seed,
    endOnFailure: !shorten,
    ...(replay && { path: replay.path }),
  });

  const run = { tally, seconds: (performance.now() - begin) / 1000 };
  if (!result.failed) return run;
  const [, sequence] = result.counterexample ?? [];
  const left = /replayPath="([^"]*)"/.exec(fc.stringify(sequence))?.[1] ?? "";
  return { ...run, failure: { message: message ?? "", replay: `${seed} ${result.counterexamplePath ?? ""} ${left}` } };
}
