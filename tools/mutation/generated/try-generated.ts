import { print } from "../../../src/cli/output.js";
import { PortcullisError } from "../../../src/errors/error.js";
import { requireFound, tryAll, withWorkshops } from "../trial.js";
import { Build } from "../build.js";
import { explanationOf, obsolete } from "./explained.js";
import { generatedFaults } from "./faults.js";
import { generatedScore } from "./report.js";
import { sampleOf, shuffled } from "./sample.js";
import { projectSources } from "../sources.js";
import { allTests, VARIABLES } from "./stages.js";
import { tryStages } from "./try-stages.js";

interface Choice {
  readonly only: string | undefined;
  readonly sample: number | undefined;
  readonly seed: number | undefined;
  /** Place in the order that the seed gives. */
  readonly from: number | undefined;
  readonly workshops: number;
}

/** Plants a random sample of all faults that are generated, and sees tests fail. */
export async function tryGenerated({ only = "", sample = 300, seed = 1, from = 1, workshops }: Choice): Promise<void> {
  const sources = projectSources();
  const all = generatedFaults(sources);
  requireNeeded(all);
  const faults = all.filter(({ says }) => says.toLowerCase().includes(only.toLowerCase()));
  const count = Math.min(sample, faults.length);
  print(`${count} of ${faults.length} generated faults, seed ${seed}, from place ${from} on.`);

  const passedOver = new Map<string, number>();
  const mutants = sampleOf(shuffled(faults, seed).slice(from - 1), count, Build.of(sources), (_, why) => {
    passedOver.set(why, (passedOver.get(why) ?? 0) + 1);
  });
  await withWorkshops(Math.min(workshops, count), VARIABLES, allTests(), async (opened) => {
    const trials = await tryAll(opened, mutants, count, tryStages);
    print(generatedScore(trials));
    for (const [why, times] of passedOver) print(`${times} more do not count: each ${why}.`);
    const looked = [...passedOver.values()].reduce((sum, times) => sum + times, trials.length);
    print(`To go on: --from ${from + looked}`);
    for (const { fault } of trials.filter(({ verdict }) => verdict === "found")) {
      if (explanationOf(fault) !== undefined) print(`Found, so it needs no explanation: ${fault.says}`);
    }
    requireFound(trials);
  });
}

function requireNeeded(faults: Parameters<typeof obsolete>[0]): void {
  const others = obsolete(faults);
  if (others.length === 0) return;
  throw new PortcullisError("DEV_EXPLANATIONS_OBSOLETE", "What is explained is no generated fault any more.", {
    hint: others.map(({ file, text }) => `${file}: ${text}`).join("\n  "),
  });
}
