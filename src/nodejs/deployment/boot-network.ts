import { existsSync } from "node:fs";
import path from "node:path";
import { boot } from "../../deploy/boot.js";
import type { Network } from "../../network/network.js";
import type { PermissionConfig } from "../../network/permission-config/permission-config.js";
import { withLock } from "./lock.js";
import { beginRun, DEPLOYMENT, type DeploymentRunOptions } from "./begin-run.js";

/** The journal of a boot that is not done by the deployer, in its own directory. */
const BOOT = "boot.json";

export interface BootNetworkOptions extends DeploymentRunOptions {
  /** What the deployment wrote; `network` is what it was deployed from. */
  config: PermissionConfig;
}

/** Boots a network that was deployed without it, or resumes where an earlier run stopped. One of the signers must be a
 *  boot operator. A network that has booted is left alone. */
export function bootNetwork(options: BootNetworkOptions): Promise<Network> {
  const { directory } = options;
  const begin = () => beginRun(options, existsSync(path.join(directory, DEPLOYMENT)) ? DEPLOYMENT : BOOT);
  return withLock(directory, () => boot({ ...options, begin }));
}
