import { findDeploymentBlock } from "../audit/deployment-block.js";
import { tryCall } from "../chain/try-call.js";
import type { Network } from "../network/network.js";
import { chainNaming } from "../network/permission-config/chain-naming.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";

/** The same file, also when it does not name its chain and its deployment itself. */
export async function namingChain(config: PermissionConfig, network: Network): Promise<PermissionConfig> {
  const deploymentBlock = network.deploymentBlock ?? (await tryCall(findDeploymentBlock(network)));
  return { ...config, ...chainNaming({ chain: network.chain, deploymentBlock }) };
}
