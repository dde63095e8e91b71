import type { Chain } from "../../chain/chain.js";
import type { Signer } from "../../chain/signers.js";
import type { NetworkFile } from "../../network/network-file/network-file.js";
import type { Run } from "../../steps/run-step.js";
import { firstSigner } from "../../steps/run-steps.js";
import type { StepReport } from "../../steps/step.js";
import { JournalFile } from "./journal-file.js";
import { journalHead } from "./journal-head.js";

export interface DeploymentRunOptions {
  chain: Chain;
  network: NetworkFile;
  /** Where the journal is kept. */
  directory: string;
  signers: readonly Signer[];
  report?: (report: StepReport) => void;
}

/** The journal of a deployment. */
export const DEPLOYMENT = "deployment.json";

/** Opens the journal, or starts it, for a run of steps. Throws SIGNER_MISSING, and what JournalFile.open throws. */
export function beginRun(options: DeploymentRunOptions, journalName: string): Run {
  const { chain, network, directory, signers } = options;
  const head = journalHead(chain, network, firstSigner(signers).address);
  const journal = JournalFile.open(directory, journalName, head);
  return { chain, journal, signers, report: options.report ?? (() => undefined) };
}
