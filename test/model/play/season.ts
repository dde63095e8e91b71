import fc from "fast-check";
import type { Chain } from "./chain.js";
import type { Plan } from "./plan.js";
import { Step, Theatre } from "./play.js";
import { STAGES } from "./stages.js";
import { Tally } from "./tally.js";

/** At most so many calls in a sequence; half as many on average. */
const LONGEST = 300;

export interface Season {
  tally: Tally;
  seconds: number;
  /** The shortest sequence that was found to fail, and how it is played again. */
  failure?: { story: string; replay: string };
}

/** Plays sequences of calls until there have been enough, or until one fails and cannot be made shorter. */
export async function playSeason(chain: Chain, { calls, seed, shorten, replay }: Plan): Promise<Season> {
  const tally = new Tally();
  const begin = performance.now();
  const theatre = new Theatre(chain, tally);
  let story: string | undefined;

  const stage = fc.oneof(...STAGES.map((one) => ({ arbitrary: fc.constant(one), weight: one.weight })));
  // Without bias: fast-check would draw small seeds, which are no smaller cases, more often.
  const step = fc.noShrink(fc.noBias(fc.nat())).map((number) => new Step(number));
  const steps = fc.commands([step], {
    maxCommands: LONGEST,
    size: "max",
    ...(replay && { replayPath: replay.replayPath }),
  });
  const property = fc.asyncProperty(fc.noShrink(stage), steps, async (where, sequence) => {
    if (story === undefined && tally.calls >= calls) return;
    try {
      await fc.asyncModelRun(async () => ({ model: await theatre.begin(where), real: theatre }), sequence);
    } catch (error) {
      story = error instanceof Error ? error.message : String(error);
      throw error;
    }
  });
  const result = await fc.check(property, {
    numRuns: calls,
    seed,
    endOnFailure: !shorten,
    ...(replay && { path: replay.path }),
  });

  const season = { tally, seconds: (performance.now() - begin) / 1000 };
  if (!result.failed) return season;
  const [, sequence] = result.counterexample ?? [];
  const left = /replayPath="([^"]*)"/.exec(fc.stringify(sequence))?.[1] ?? "";
  return { ...season, failure: { story: story ?? "", replay: `${seed} ${result.counterexamplePath ?? ""} ${left}` } };
}
