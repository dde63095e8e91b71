import type { Signer } from "../chain/signers.js";
import { refusal } from "../errors/refusal.js";
import { type Run, runStep } from "./run-step.js";
import type { Step } from "./step.js";

/** One after the other: each needs what the one before it left. */
export async function runSteps(run: Run, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await runStep(run, step);
}

/** Who sends what anybody may send. Throws SIGNER_MISSING. */
export function firstSigner(signers: readonly Signer[]): Signer {
  if (signers[0] !== undefined) return signers[0];
  throw refusal("SIGNER_MISSING", { cause: "noneNamed" });
}
