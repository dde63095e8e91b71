/** For tests of contracts with Hardhat: a permissioned network on the test's own chain. It needs nothing of Hardhat's but the
 *  connection that it is given. */

export {
  type Assignment,
  type HardhatConnection,
  PermissionedNetwork,
  permissionedNetwork,
} from "./hardhat/permissioned-network.js";
export type { PermissionedNetworkOptions } from "./hardhat/plan.js";
export type { Sender, SentTransaction } from "./hardhat/sending.js";
export { IN_PROCESS_NETWORK } from "./nodejs/in-process-network.js";
