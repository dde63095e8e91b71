import { availableParallelism } from "node:os";
import path from "node:path";
import { print } from "../src/cli/output.js";
import { command } from "../src/cli/command.js";
import { run } from "../src/cli/run-program.js";
import { oneOf, optional, text } from "../src/cli/specs.js";
import { PortcullisError } from "../src/errors/error.js";
import { withScratch } from "./shared/scratch.js";
import type { Fault } from "./mutation/fault.js";
import { FAULTS } from "./mutation/faults.js";
import { type JudgeName, judgedBy, JUDGES, someOfEachRule } from "./mutation/judges.js";
import { score } from "./mutation/score.js";
import { mutantOf, requirePassing, tryAll, type Mutant } from "./mutation/trial.js";
import { byLanguage, type Variables, Workshop } from "./mutation/workshop.js";

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

async function tryIn(directory: string, mutants: readonly Mutant[], variables: Variables): Promise<void> {
  const places = Array.from({ length: Math.min(WORKSHOPS, mutants.length) }, (_, i) => path.join(directory, `${i}`));
  const tests = [...new Set(mutants.flatMap(({ fault }) => fault.tests))];
  const workshops = await Promise.all(places.map((place) => Workshop.open(place, variables, tests)));
  const [first] = workshops;
  for (const some of byLanguage(tests)) if (first !== undefined) await requirePassing(first, some);

  const trials = await tryAll(workshops, mutants);
  print(score(trials));
  const others = trials.filter(({ verdict }) => verdict !== "found");
  if (others.length === 0) return;
  throw new PortcullisError("DEV_FAULTS_NOT_FOUND", `${others.length} of ${trials.length} faults were not found.`, {
    hint: others.map(({ fault, verdict }) => `${verdict}: ${fault.says}`).join("\n  "),
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
    },
    examples: [],
  },
  async ({ only, by }) => {
    const mutants = chosen(only, by).map(mutantOf);
    const variables = by === undefined ? {} : JUDGES[by].variables;
    await withScratch((directory) => tryIn(directory, mutants, variables));
  },
);

process.exitCode = await run(() => mutation, process.argv.slice(2));
