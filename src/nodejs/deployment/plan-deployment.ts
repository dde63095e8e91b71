import { requireSuitableChain } from "../../network/chain-requirements.js";
import { type PlannedStep, surveyDeployment } from "../../deploy/survey.js";
import { firstSigner } from "../../steps/run-steps.js";
import { lookAtRun } from "./begin-run.js";
import { DEPLOYMENT } from "./journal-names.js";
import type { DeployNetworkOptions } from "./deploy-network.js";

/** The steps of `deployNetwork` with the same options, and which of them are done. Nothing is sent or written. Throws what
 *  would keep the deployment from its first step. */
export async function planDeployment(options: DeployNetworkOptions): Promise<PlannedStep[]> {
  const { chain, signers, network } = options;
  await requireSuitableChain(chain, firstSigner(signers).address);
  return surveyDeployment(lookAtRun(options, DEPLOYMENT), network, options);
}
