import * as fc from "fast-check";

const { PORTCULLIS_RUNS, PORTCULLIS_SEED, PORTCULLIS_PATH } = process.env;

/** How much longer than usual random tests run. */
const LONGER = Number(PORTCULLIS_RUNS ?? 1);

/** What one run may take, in milliseconds, however busy the machine is. */
const LONGEST_RUN = 60_000;

/** Tries a property with random inputs, and prints the seed with which the same inputs come again. Where it fails, the error
 *  says the seed and the path that leads to the smallest input that was found. */
export async function tryRandomly(
  test: Mocha.Context,
  runs: number,
  property: fc.IAsyncProperty<unknown>,
): Promise<void> {
  const numRuns = runs * LONGER;
  test.timeout(2 * numRuns * LONGEST_RUN);
  const plugins = [fc.interruptAfterTimeLimit(numRuns * LONGEST_RUN)];
  const details = await fc.check(property, { numRuns, plugins, ...replay() });
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
  console.log(`      PORTCULLIS_SEED=${details.seed}, ${details.numRuns} runs`);
}

/** The usual runs are the same for everyone, so that no one's tests fail for what someone else has done. */
function replay(): Pick<fc.Parameters, "seed" | "path"> {
  if (PORTCULLIS_SEED === undefined) return LONGER > 1 ? {} : { seed: 1 };
  const seed = Number(PORTCULLIS_SEED);
  return PORTCULLIS_PATH === undefined ? { seed } : { seed, path: PORTCULLIS_PATH };
}
