import { availableParallelism } from "node:os";
import path from "node:path";
import { print } from "../src/cli/output.js";
import { command } from "../src/cli/command.js";
import { run } from "../src/cli/run.js";
import { oneOf, optional, text } from "../src/cli/specs.js";
import { PortcullisError } from "../src/errors/error.js";
import { withScratch } from "../test/helpers/scratch.js";
import type { Fault } from "../test/mutation/fault.js";
import { FAULTS } from "../test/mutation/faults.js";
import { dividedByModel, MODEL_FORM, someOfEachRule } from "./mutation/by-model.js";
import { score } from "./mutation/score.js";
import { mutantOf, requirePassing, tryAll, type Mutant } from "./mutation/trial.js";
import { type Variables, Workshop } from "./mutation/workshop.js";

/** A compiler takes a processor and most of a gigabyte. */
const WORKSHOPS = Math.min(4, availableParallelism());

function chosen(word = ""): Fault[] {
  const faults = FAULTS.filter(({ says, file, tests }) =>
    [says, file, ...tests].some((text) => text.toLowerCase().includes(word.toLowerCase())),
  );
  if (faults.length > 0) return faults;
  throw new PortcullisError("DEV_FAULT_UNKNOWN", `No fault, contract or test has "${word}" in its name.`);
}

/** Without a word, not all: it takes the model longer than the tests that know where to look. */
function chosenForModel(word?: string): Fault[] {
  const [within, beyond] = dividedByModel(chosen(word));
  for (const { says, beyondModel } of beyond) print(`Beyond the model: ${says}. ${beyondModel}`);
  return word === undefined ? someOfEachRule(within) : within;
}

async function tryIn(directory: string, mutants: readonly Mutant[], variables: Variables): Promise<void> {
  const places = Array.from({ length: Math.min(WORKSHOPS, mutants.length) }, (_, i) => path.join(directory, `${i}`));
  const workshops = await Promise.all(places.map((place) => Workshop.open(place, variables)));
  const tests = new Set(mutants.flatMap(({ fault }) => fault.tests));
  const [first] = workshops;
  if (first !== undefined) await requirePassing(first, [...tests]);

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
      by: optional(oneOf("who must notice, instead of the tests that each fault names", ["model"])),
    },
    examples: [],
  },
  async ({ only, by }) => {
    const byModel = by === "model";
    const faults = byModel ? chosenForModel(only) : chosen(only);
    await withScratch((directory) => tryIn(directory, faults.map(mutantOf), byModel ? MODEL_FORM : {}));
  },
);

process.exitCode = await run(() => mutation, process.argv.slice(2));
