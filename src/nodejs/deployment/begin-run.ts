import type { Chain } from "../../chain/chain.js";
import type { Signer } from "../../chain/signers.js";
import type { NetworkFile } from "../../network/network-file/network-file.js";
import type { Run } from "../../steps/run-step.js";
import { firstSigner } from "../../steps/run-steps.js";
import type { StepReport } from "../../steps/step.js";
import { JournalFile } from "./journal-file.js";
import { type JournalHead, journalHead } from "./journal-head.js";

export interface DeploymentRunOptions {
  chain: Chain;
  network: NetworkFile;
  /** Where the journal is kept. */
  directory: string;
  signers: readonly Signer[];
  report?: (report: StepReport) => void;
}

/** Opens the journal, or starts it, for a run of steps. Throws SIGNER_MISSING, and what JournalFile.open throws. */
export function beginRun(options: DeploymentRunOptions, journalName: string): Run {
  return { ...runWith(options), journal: JournalFile.open(options.directory, journalName, headOf(options)) };
}

/** The same, only to look at: no journal is started. */
export function lookAtRun(options: DeploymentRunOptions, journalName: string): Run {
  return { ...runWith(options), journal: JournalFile.look(options.directory, journalName, headOf(options)) };
}

function headOf({ chain, network, signers }: DeploymentRunOptions): JournalHead {
  return journalHead(chain, network, firstSigner(signers).address);
}

function runWith({ chain, signers, report = () => undefined }: DeploymentRunOptions): Omit<Run, "journal"> {
  return { chain, signers, report };
}
