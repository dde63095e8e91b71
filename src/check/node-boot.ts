import { type Finding, finding, ok } from "../errors/finding.js";

/** The gas with which a GoQuorum node sends each transaction of a boot, whatever it needs. */
const GAS_OF_NODES = 47_000_000n;

/** Whether blocks are large enough for a node that boots the network itself. */
export function roomForNodes(blockGasLimit: bigint): Finding {
  if (blockGasLimit > GAS_OF_NODES) return ok("A node could boot the network itself.");
  return finding("BLOCK_TOO_SMALL_FOR_NODES", { blockGasLimit, gas: GAS_OF_NODES });
}
