import * as z from "zod";
import { refusal } from "../errors/refusal.js";
import { ahead } from "../util/ahead.js";
import { answerNotAllowed, checked, hash, hex } from "./check-answer.js";
import { count, fromCount, fromQuantity, quantity } from "./quantities.js";
import type { Rpc } from "./rpc.js";

/** How long to wait, in milliseconds. */
export interface Waits {
  /** Until a transaction is executed. */
  receipt: number;
  /** Until a node that fails when something is sent accepts it. */
  sending: number;
  /** Until all nodes behind one address say what one of them has said. */
  lag: number;
}

const WAITS: Waits = { receipt: 120_000, sending: 30_000, lag: 5_000 };

/** A chain that can be reached. Its id and first block distinguish it from every other one. */
export interface Chain {
  readonly rpc: Rpc;
  readonly chainId: bigint;
  readonly genesis: string;
  readonly waits: Waits;
  /** What is offered for a unit of gas, in wei, where that is not left to what the node suggests. */
  readonly gasPrice?: bigint | undefined;
}

export type ChainOptions = Partial<Waits> & Pick<Chain, "gasPrice">;

const NANOSECONDS_FROM = 10n ** 17n;
const MICROSECONDS_FROM = 10n ** 14n;
const MILLISECONDS_FROM = 10n ** 11n;

/** A block's timestamp is in seconds, on Raft in nanoseconds, on a few networks in microseconds or milliseconds: as
 *  contracts/libraries/Clock.sol tells them apart. */
function toTime(timestamp: bigint): Date {
  if (timestamp > NANOSECONDS_FROM) return new Date(Number(timestamp / 1_000_000n));
  if (timestamp > MICROSECONDS_FROM) return new Date(Number(timestamp / 1_000n));
  if (timestamp > MILLISECONDS_FROM) return new Date(Number(timestamp));
  return new Date(Number(timestamp * 1_000n));
}

/** The parts of a block that are needed here. */
const blockShape = z
  .object({
    ...{ hash, number: count, timestamp: quantity, gasLimit: quantity },
    ...{ baseFeePerGas: quantity.optional(), transactions: z.array(z.unknown()).optional() },
  })
  .transform(({ baseFeePerGas, timestamp, transactions, ...block }) => ({
    ...block,
    time: toTime(timestamp),
    baseFee: baseFeePerGas,
    isEmpty: transactions?.length === 0,
  }))
  .refine(({ time }) => !Number.isNaN(time.getTime()), { path: ["timestamp"] });

export type Block = z.infer<typeof blockShape>;

export async function openChain(rpc: Rpc, { gasPrice, ...waits }: ChainOptions = {}): Promise<Chain> {
  const method = "eth_chainId";
  const answer = rpc.send(method, []);
  const first = ahead(getBlock(rpc, "0x0"));
  const chainId = fromQuantity(await answer, method);
  // A transaction signed for chain 0 is valid on every chain.
  if (chainId === 0n) throw answerNotAllowed({ cause: "noChainId", method }, chainId.toString());
  const { hash: genesis } = await first;
  return { rpc, chainId, genesis, waits: { ...WAITS, ...waits }, gasPrice };
}

/** Reads a block by hand: ethers' getBlock cannot read a timestamp in nanoseconds. */
export async function getBlock(rpc: Rpc, tag: string): Promise<Block> {
  const method = "eth_getBlockByNumber";
  const block = checked(method, blockShape.nullable(), await rpc.send(method, [tag, false]));
  if (block !== null) return block;
  throw refusal("BLOCK_UNKNOWN", { cause: "absent", block: tag.startsWith("0x") ? Number(tag) : `"${tag}"` });
}

export async function getBlockNumber(rpc: Rpc): Promise<bigint> {
  return fromCount(await rpc.send("eth_blockNumber", []), "eth_blockNumber");
}

export async function getCode(rpc: Rpc, address: string): Promise<string> {
  return checked("eth_getCode", hex, await rpc.send("eth_getCode", [address, "latest"]));
}

export async function countTransactions(rpc: Rpc, address: string, tag: "latest" | "pending"): Promise<number> {
  const method = "eth_getTransactionCount";
  return Number(fromCount(await rpc.send(method, [address, tag]), method));
}
