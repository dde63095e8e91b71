import { deploy, type DeployOptions } from "../../deploy/deploy.js";
import type { NetworkFile } from "../../network/network-file/network-file.js";
import { nodeSigner } from "../../chain/signers.js";
import { memoryJournal } from "../../steps/memory-journal.js";
import type { StepReport } from "../../steps/step.js";
import { openInProcess } from "../in-process.js";

export interface RehearsalOptions extends DeployOptions {
  network: NetworkFile;
  report?: (report: StepReport) => void;
}

/** Deploys, links and boots a network on a chain in this process, on which the guardian needs no key. Nothing is sent to any
 *  node, and nothing is left of it. Throws EVM_MISSING, and what the deployment would throw. */
export async function rehearse({ network, report = () => undefined, ...options }: RehearsalOptions): Promise<void> {
  const chain = await openInProcess();
  await chain.impersonate(network.guardian);
  const signers = [nodeSigner(network.guardian)];
  await deploy({ chain, journal: memoryJournal(), signers, report }, network, options);
}
