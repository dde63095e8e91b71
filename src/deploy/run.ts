import type { Chain } from "../chain/chain.js";
import { PortcullisError } from "../errors/error.js";
import type { NetworkFile } from "../network-file/network-file.js";
import type { Signer } from "../signers.js";
import { Journal } from "./journal.js";
import { journalHead } from "./journal-head.js";
import { type Run, runStep } from "./run-step.js";
import type { Step, StepReport } from "./step.js";

export interface RunOptions {
  chain: Chain;
  network: NetworkFile;
  /** Where the journal is kept. */
  directory: string;
  signers: readonly Signer[];
  report?: (report: StepReport) => void;
}

/** The journal of a deployment. */
export const DEPLOYMENT = "deployment.json";

/** Opens the journal, or starts it, for a run of steps. Throws SIGNER_MISSING, and what Journal.open throws. */
export function beginRun(options: RunOptions, journalName: string): Run {
  const { chain, network, directory, signers } = options;
  const head = journalHead(chain, network, firstSigner(options).address);
  const journal = Journal.open(directory, journalName, head);
  return { chain, journal, signers, report: options.report ?? (() => undefined) };
}

export function firstSigner({ signers }: Pick<RunOptions, "signers">): Signer {
  if (signers[0] !== undefined) return signers[0];
  throw new PortcullisError("SIGNER_MISSING", "Nobody is named who could sign.", {
    hint: "Name an account with --from.",
  });
}

/** One after the other: each needs what the one before it left. */
export async function runAll(run: Run, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await runStep(run, step);
}
