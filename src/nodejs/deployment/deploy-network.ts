import { deploy, type DeployOptions } from "../../deploy/deploy.js";
import type { Network } from "../../network/network.js";
import { withDeploymentLock } from "./deployment-lock.js";
import { beginRun, type DeploymentRunOptions } from "./begin-run.js";
import { DEPLOYMENT } from "./journal-names.js";

/** The first signer deploys; the guardian's links and boots. */
export type DeployNetworkOptions = DeploymentRunOptions & DeployOptions;

/** Deploys, links and boots a network, or resumes where an earlier run stopped. */
export function deployNetwork(options: DeployNetworkOptions): Promise<Network> {
  return withDeploymentLock(options.directory, () => deploy(beginRun(options, DEPLOYMENT), options.network, options));
}
