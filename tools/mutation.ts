import { availableParallelism } from "node:os";
import { print } from "../src/cli/output.js";
import { command } from "../src/cli/command.js";
import { run } from "../src/cli/run-program.js";
import { flag, oneOf, optional, text, wholeNumber } from "../src/cli/specs.js";
import { PortcullisError } from "../src/errors/error.js";
import { Build } from "./mutation/build.js";
import type { Fault } from "./mutation/fault.js";
import { FAULTS } from "./mutation/faults.js";
import { tryGenerated } from "./mutation/generated/try-generated.js";
import { type JudgeName, judgedBy, JUDGES, someOfEachRule } from "./mutation/judges.js";
import { score } from "./mutation/score.js";
import { projectSources } from "./mutation/sources.js";
import { mutantsOf, requireFound, tryAll, tryNamed, withWorkshops } from "./mutation/trial.js";

/** A compiler takes a processor and most of a gigabyte. */
const WORKSHOPS = Math.min(4, availableParallelism());

function chosen(word?: string, by?: JudgeName): Fault[] {
  const named = FAULTS.filter(
    ({ says, file, tests }) =>
      word === undefined || [says, file, ...tests].some((text) => text.toLowerCase().includes(word.toLowerCase())),
  );
  const faults = by === undefined ? named : judgedBy(by, named);
  if (faults.length === 0) {
    const whom = by === undefined ? "" : ` that the ${by} must notice`;
    throw new PortcullisError("DEV_FAULT_UNKNOWN", `No fault${whom} has "${word}" in its name, contract or tests.`);
  }
  if (by !== "model") return faults;

  for (const { says, beyondModel } of named) {
    if (beyondModel !== undefined) print(`Beyond the model: ${says}. ${beyondModel}`);
  }
  // Without a word, not all: it takes the model longer than the tests that know where to look.
  return word === undefined ? someOfEachRule(faults) : faults;
}

async function tryListed(only: string | undefined, by: JudgeName | undefined, count: number): Promise<void> {
  const faults = chosen(only, by);
  const variables = by === undefined ? {} : JUDGES[by].variables;
  const tests = [...new Set(faults.flatMap((fault) => fault.tests))];
  const build = Build.of(projectSources());
  await withWorkshops(Math.min(count, faults.length), variables, tests, async (workshops) => {
    const trials = await tryAll(workshops, mutantsOf(faults, build), faults.length, tryNamed);
    print(score(trials));
    requireFound(trials);
  });
}

const mutation = command(
  {
    name: "mutation",
    does: "Take each protection out of a copy of the contracts and see a test fail.",
    options: {
      only: optional(text("a part of what the fault, the contract or the test is called")),
      by: optional(
        oneOf("who must notice, instead of the tests that each fault names", Object.keys(JUDGES) as JudgeName[]),
      ),
      generated: flag("instead, plant faults that are made of the contracts, at random"),
      sample: optional(wholeNumber("how many of these; 300 by default")),
      seed: optional(wholeNumber("which of them; 1 by default")),
      from: optional(wholeNumber("at which place of these to begin, so that many are tried in several runs")),
      workshops: optional(wholeNumber("how many copies of the contracts at a time")),
    },
    examples: [],
  },
  async ({ only, by, generated, sample, seed, from, workshops = WORKSHOPS }) => {
    await (generated ? tryGenerated({ only, sample, seed, from, workshops }) : tryListed(only, by, workshops));
  },
);

process.exitCode = await run(() => mutation, process.argv.slice(2));
