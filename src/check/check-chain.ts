import * as z from "zod";
import { checked } from "../chain/check-answer.js";
import { type Chain, getBlock, openChain } from "../chain/chain.js";
import { quantity } from "../chain/quantities.js";
import type { Rpc } from "../chain/rpc.js";
import { requireCodeSize, requireIstanbul, requireRoom } from "../network/chain-requirements.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { blockFindings } from "./block-findings.js";
import { collect, goingOn, judge, only } from "./collect-findings.js";
import { fundsFindings, priceFinding } from "./fee-findings.js";
import { roomForNodes } from "./node-boot.js";

export interface CheckChainOptions {
  /** Whether a node would boot the network instead of the tools. */
  nodesBoot?: boolean;
  /** Who would deploy. */
  guardian?: string | undefined;
  /** As a chain is opened with it. */
  gasPrice?: bigint | undefined;
  /** How long to wait for a block before a chain is said to make none, in milliseconds. */
  watch?: number | undefined;
}

const ANYBODY = "0x00000000000000000000000000000000000000ff";

/** Whether a network can be deployed and run on the chain of this node. A node that does not answer is a finding. */
export function checkChain(rpc: Rpc, options: CheckChainOptions = {}): Promise<Finding[]> {
  return collect(chainFindings(rpc, options));
}

async function* chainFindings(rpc: Rpc, { nodesBoot = false, guardian, gasPrice, watch }: CheckChainOptions) {
  const chain = await openChain(rpc, { gasPrice });
  const { gasLimit } = await getBlock(rpc, "latest");
  yield ok(`A node of chain ${chain.chainId.toString()} is answering.`);
  yield* goingOn("the gas price", only(priceFinding(chain)));
  if (guardian !== undefined)
    yield* await fundsFindings(chain, [{ who: "guardian", account: guardian, needs: "deployment" }]);
  yield* goingOn("the EVM", only(judge(requireIstanbul(chain), "The chain's EVM is Istanbul or newer.")));
  yield* goingOn("whether the chain accepts the contracts", room(chain, gasLimit));
  if (nodesBoot) yield roomForNodes(gasLimit);
  yield* goingOn("whether the node is synchronised", synchronisation(chain));
  yield* blockFindings(rpc, { watch });
}

async function* room(chain: Chain, gasLimit: bigint): AsyncGenerator<Finding> {
  const size = await judge(requireCodeSize(chain), "The chain accepts contracts of 24,576 bytes.");
  yield size;
  if (size.level !== "ok") return;
  yield await judge(requireRoom(chain, ANYBODY), `A block of ${gasLimit.toString()} gas holds the largest contract.`);
}

const progress = z.union([z.literal(false), z.object({ currentBlock: quantity, highestBlock: quantity })]);

async function* synchronisation({ rpc }: Chain): AsyncGenerator<Finding> {
  const state = checked("eth_syncing", progress, await rpc.send("eth_syncing", []));
  if (state === false) yield ok("The node is synchronised.");
  else yield finding("NODE_SYNCING", { block: state.currentBlock, highest: state.highestBlock });
}
