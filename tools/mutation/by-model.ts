import type { Fault } from "../../test/mutation/fault.js";

/** One judge for all faults: any calls, against the model. */
const MODEL = "../model/contracts.test.ts";

/** The model finds most faults much sooner; the calls that show one need not be few. */
export const MODEL_FORM = { MODEL_CALLS: "6000", MODEL_SEED: "1", MODEL_FIRST: "yes" };

/** More of each rule would take hours. */
const OF_A_RULE = 2;

type Beyond = Fault & { beyondModel: string };

const isBeyond = (fault: Fault): fault is Beyond => fault.beyondModel !== undefined;

/** The faults that the model can notice, with the model as their test, and the others. */
export function dividedByModel(faults: readonly Fault[]): [within: Fault[], beyond: Beyond[]] {
  const within = faults.filter((fault) => !isBeyond(fault));
  return [within.map((fault) => ({ ...fault, tests: [MODEL] })), faults.filter(isBeyond)];
}

/** Two faults of each rule, or the one that there is. */
export function someOfEachRule(faults: readonly Fault[]): Fault[] {
  const rules = new Set(faults.flatMap((fault) => fault.rules));
  const some = [...rules].flatMap((rule) => faults.filter((fault) => fault.rules.includes(rule)).slice(0, OF_A_RULE));
  return faults.filter((fault) => some.includes(fault));
}
