import { type Finding, ok } from "./finding.js";

/** The gas with which a GoQuorum node sends each transaction of a boot, whatever it needs. */
const GAS_OF_NODES = 47_000_000n;

/** Whether blocks are large enough for a node that boots the network itself. */
export function roomForNodes(blockGasLimit: bigint): Finding {
  if (blockGasLimit > GAS_OF_NODES) return ok("A node could boot the network itself.");
  return {
    level: "warning",
    code: "BLOCK_TOO_SMALL_FOR_NODES",
    what: `The block gas limit is ${blockGasLimit.toString()}, and a node that boots a network sends with ${GAS_OF_NODES.toString()} gas.`,
    wayOut: "Boot it with portcullis boot, before nodes have its permission-config.json: they would stop at startup.",
  };
}
