import type { Signer } from "../chain/signers.js";
import { refusal } from "../errors/refusal.js";
import { signingSeveral } from "../errors/signing-several.js";
import { type Run, runStep } from "./run-step.js";
import { runTogether } from "./run-together.js";
import type { Step } from "./step.js";

/** One after the other, since each needs what the one before it left; but together what says that it does not. */
export async function runSteps(run: Run, steps: readonly Step[]): Promise<void> {
  for (let next = 0; next < steps.length;) {
    const rest = steps.slice(next);
    const end = rest.findIndex(({ inAnyOrder }) => inAnyOrder !== true);
    const together = end === -1 ? rest : rest.slice(0, end);
    const [step] = rest;
    await signingSeveral(async () => {
      if (together.length > 1) await runTogether(run, together);
      else if (step !== undefined) await runStep(run, step);
    });
    next += Math.max(together.length, 1);
  }
}

/** Who sends what anybody may send. Throws SIGNER_MISSING. */
export function firstSigner(signers: readonly Signer[]): Signer {
  if (signers[0] !== undefined) return signers[0];
  throw refusal("SIGNER_MISSING", { cause: "noneNamed" });
}
