import { existsSync } from "node:fs";
import path from "node:path";
import { boot, prepareBoot, requireSameSuite } from "../../deploy/boot.js";
import { type PlannedStep, survey } from "../../deploy/survey.js";
import type { Network } from "../../network/network.js";
import type { PermissionConfig } from "../../network/permission-config/permission-config.js";
import { withDeploymentLock } from "./deployment-lock.js";
import { beginRun, lookAtRun, type DeploymentRunOptions } from "./begin-run.js";
import { BOOT, DEPLOYMENT } from "./journal-names.js";

export interface BootNetworkOptions extends DeploymentRunOptions {
  /** What the deployment wrote; `network` is what it was deployed from. */
  config: PermissionConfig;
}

/** Boots a network that was deployed without it, or resumes where an earlier run stopped. One of the signers must be a
 *  boot operator. A network that has booted is left alone. */
export function bootNetwork(options: BootNetworkOptions): Promise<Network> {
  const { directory } = options;
  return withDeploymentLock(directory, () => {
    const journal = journalOf(directory);
    return boot({ ...options, begin: () => beginRun(options, journal), look: () => lookAtRun(options, journal) });
  });
}

/** The steps of `bootNetwork` with the same options, and which of them are done; none once the network has booted. Nothing is sent or
 *  written. Throws what would keep the boot from its first step. */
export async function planBoot(options: BootNetworkOptions): Promise<PlannedStep[]> {
  const { steps } = await prepareBoot(options);
  requireSameSuite(lookAtRun(options, journalOf(options.directory)), options.config);
  return survey(steps);
}

function journalOf(directory: string): string {
  return existsSync(path.join(directory, DEPLOYMENT)) ? DEPLOYMENT : BOOT;
}
