import { z } from "zod";
import { checked } from "../chain/check-answer.js";
import { type Chain, getBlock, openChain } from "../chain/chain.js";
import { quantity } from "../chain/quantities.js";
import type { Rpc } from "../chain/rpc.js";
import { requireCodeSize, requireIstanbul, requireRoom } from "../network/chain-requirements.js";
import { type Finding, finding } from "../errors/finding.js";
import { collect, goingOn, judge, ok, only } from "./collect-findings.js";
import { fundsFindings, priceFinding } from "./fee-findings.js";
import { roomForNodes } from "./node-boot.js";

export interface CheckChainOptions {
  /** Whether a node would boot the network instead of the tools. */
  nodesBoot?: boolean;
  /** Who would deploy. */
  guardian?: string | undefined;
  /** As a chain is opened with it. */
  gasPrice?: bigint | undefined;
}

const ANYBODY = "0x00000000000000000000000000000000000000ff";

/** How long a network may be without a block before a warning, in seconds. */
const QUIET = 300;

/** How far the clocks of two machines may be apart before a warning, in seconds. */
const AHEAD = 60;

/** Whether a network can be deployed and run on the chain of this node. A node that does not answer is a finding. */
export function checkChain(rpc: Rpc, options: CheckChainOptions = {}): Promise<Finding[]> {
  return collect(chainFindings(rpc, options));
}

async function* chainFindings(rpc: Rpc, { nodesBoot = false, guardian, gasPrice }: CheckChainOptions) {
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
  yield* blocks(chain);
}

/** "90 s", "12 minutes", "31 days". */
function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 48 * 60 ? `${minutes} minutes` : `${Math.round(minutes / 1440)} days`;
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

async function* blocks({ rpc }: Chain): AsyncGenerator<Finding> {
  const { number, time } = await getBlock(rpc, "latest");
  const age = Math.round((Date.now() - time.getTime()) / 1000);
  if (age < -AHEAD) yield finding("BLOCK_OF_FUTURE", { block: number, time: time.toISOString(), ahead: inWords(-age) });
  else if (number === 0n) yield finding("NO_NEW_BLOCKS", { cause: "never", block: number });
  else if (age <= QUIET) yield ok(`The chain makes blocks: ${number.toString()} is the latest.`);
  else yield finding("NO_NEW_BLOCKS", { cause: "lately", minutes: Math.floor(age / 60), block: number });
}
