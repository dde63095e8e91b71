import { globSync } from "node:fs";
import path from "node:path";
import { FAULTS } from "../faults.js";
import type { Variables } from "../workshop.js";
import { ROOT } from "../sources.js";

/** For the tests of all stages. */
export const VARIABLES: Variables = {
  MUTATION_BAIL: "yes",
  MODEL_CALLS: "1500",
  MODEL_SEED: "1",
  MODEL_FIRST: "yes",
};

/** Not tests of what contracts do: of the compiler's output, which is not written anew, and of gas, which every fault changes. */
const LEFT_OUT = new Set(["bytecode.test.ts", "snapshots.test.ts", "warnings.test.ts"]);

/** These take longest. */
const LATE = ["attacks/electorate-size.test.ts", "attacks/proposals.test.ts", "transitions.test.ts", "access.test.ts"];

const OF_PARTS = ["Certificates", "Layouts", "Libraries"].map((name) => `../solidity/${name}.t.sol`);

const MODEL = "../model/contracts.test.ts";

/**
 * The tests that may notice a fault of a contract, below test/contracts/: those that come first are the sooner done, and the
 * next are run only if they notice nothing. The model knows all rules and is soon done; what it misses is left to all tests.
 * The invariants are not among them: they take longer than all others together.
 */
export function stagesFor(file: string): string[][] {
  const name = file.replace("contracts/", "");
  const named = FAULTS.filter((fault) => fault.file === name).flatMap(({ tests }) => tests);
  const all = contractTests();
  const known = all.filter((test) => named.includes(test));
  const others = all.filter((test) => !named.includes(test) && !LATE.includes(test));
  const isPart = name.startsWith("libraries/") || name.startsWith("types/");
  const stages = [
    ...(isPart ? [OF_PARTS] : []),
    known,
    [MODEL],
    [...others, ...LATE.filter((test) => !known.includes(test))],
  ];
  return stages.filter((tests) => tests.length > 0);
}

/** The tests of all stages. */
export function allTests(): string[] {
  return [...contractTests(), ...OF_PARTS, MODEL];
}

function contractTests(): string[] {
  return globSync("**/*.test.ts", { cwd: path.join(ROOT, "test/contracts") })
    .map((test) => test.replaceAll("\\", "/"))
    .filter((test) => !LEFT_OUT.has(test))
    .sort();
}
