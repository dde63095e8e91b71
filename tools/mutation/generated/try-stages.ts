import { readReport } from "../report.js";
import { judge, type Judgement } from "../trial.js";
import type { Workshop } from "../workshop.js";
import { explanationOf } from "./explained.js";
import type { BuiltMutant } from "./sample.js";
import { stagesFor } from "./stages.js";

/** What the tests say of a fault that no test was written for: the first that fails has found it. */
export async function tryStages(workshop: Workshop, { fault, artifacts }: BuiltMutant): Promise<Judgement> {
  let passed = 0;
  for (const tests of stagesFor(fault.file)) {
    const output = await workshop.run(tests, artifacts);
    const report = readReport(output);
    // No test can go through without its fixture, so a fixture that breaks is as good as a test that fails.
    const broken = report?.hooks[0];
    if (broken !== undefined) return { verdict: "found", because: broken };
    const judgement = judge(output);
    if (judgement.verdict !== "SURVIVED") return judgement;
    passed += report?.passed.length ?? 0;
  }
  const explanation = explanationOf(fault);
  if (explanation !== undefined) return { verdict: "explained", because: explanation.why };
  return { verdict: "SURVIVED", because: `${passed} tests pass` };
}
