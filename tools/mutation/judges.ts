import type { Fault } from "./fault.js";
import type { Variables } from "./workshop.js";

/** One test for all faults, which does not know where to look, instead of the tests that each fault names. */
interface Judge {
  /** Below test/contracts/. */
  readonly test: string;
  readonly variables: Variables;
  readonly mustNotice: (fault: Fault) => boolean;
}

export const JUDGES = {
  /** Any calls, against the model. It finds most faults much sooner; the calls that show one need not be few. */
  model: {
    test: "../model/contracts.test.ts",
    variables: { MODEL_CALLS: "6000", MODEL_SEED: "1", MODEL_FIRST: "yes" },
    mustNotice: ({ beyondModel }) => beyondModel === undefined,
  },
  /** What holds after any calls. */
  invariants: {
    test: "../solidity/Invariants.t.sol",
    variables: {},
    mustNotice: ({ breaksInvariant }) => breaksInvariant === true,
  },
} as const satisfies Record<string, Judge>;

export type JudgeName = keyof typeof JUDGES;

/** The faults that this judge alone must notice. */
export function judgedBy(name: JudgeName, faults: readonly Fault[]): Fault[] {
  const { test, mustNotice } = JUDGES[name];
  return faults.filter(mustNotice).map((fault) => ({ ...fault, tests: [test] }));
}

/** More of each rule would take hours. */
const OF_A_RULE = 2;

/** Two faults of each rule, or the one that there is. */
export function someOfEachRule(faults: readonly Fault[]): Fault[] {
  const rules = new Set(faults.flatMap((fault) => fault.rules));
  const some = [...rules].flatMap((rule) => faults.filter((fault) => fault.rules.includes(rule)).slice(0, OF_A_RULE));
  return faults.filter((fault) => some.includes(fault));
}
