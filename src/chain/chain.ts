import { PortcullisError } from "../errors/error.js";
import { fromQuantity } from "./quantities.js";
import type { Rpc } from "./rpc.js";

/** A chain that can be talked to. Its id and first block tell it from every other one. */
export interface Chain {
  readonly rpc: Rpc;
  readonly chainId: bigint;
  readonly genesis: string;
}

interface RawBlock {
  hash: string;
  number: string;
  timestamp: string;
  gasLimit: string;
  baseFeePerGas?: string;
}

/** Of a block, what is needed here. */
export interface Block {
  hash: string;
  number: bigint;
  time: Date;
  gasLimit: bigint;
  baseFee: bigint | undefined;
}

export async function openChain(rpc: Rpc): Promise<Chain> {
  const chainId = fromQuantity(await rpc.send("eth_chainId", []));
  return { rpc, chainId, genesis: (await getBlock(rpc, "0x0")).hash };
}

/** Reads a block by hand: ethers' getBlock cannot read a timestamp in nanoseconds. */
export async function getBlock(rpc: Rpc, tag: string): Promise<Block> {
  const block = (await rpc.send("eth_getBlockByNumber", [tag, false])) as RawBlock | null;
  if (block === null) throw new PortcullisError("BLOCK_UNKNOWN", `The node has no block "${tag}".`);
  return {
    hash: block.hash,
    number: fromQuantity(block.number),
    time: toTime(fromQuantity(block.timestamp)),
    gasLimit: fromQuantity(block.gasLimit),
    baseFee: block.baseFeePerGas === undefined ? undefined : fromQuantity(block.baseFeePerGas),
  };
}

const NANOSECONDS_FROM = 10n ** 17n;
const MILLISECONDS_FROM = 10n ** 11n;

/** A block's timestamp is in seconds, on Raft in nanoseconds, on a few networks in milliseconds: as
 *  contracts/libraries/Clock.sol tells them apart. */
function toTime(timestamp: bigint): Date {
  if (timestamp > NANOSECONDS_FROM) return new Date(Number(timestamp / 1_000_000n));
  if (timestamp > MILLISECONDS_FROM) return new Date(Number(timestamp));
  return new Date(Number(timestamp * 1_000n));
}

export async function getCode(rpc: Rpc, address: string): Promise<string> {
  return (await rpc.send("eth_getCode", [address, "latest"])) as string;
}

export async function countTransactions(rpc: Rpc, address: string, tag: "latest" | "pending"): Promise<number> {
  return Number(fromQuantity(await rpc.send("eth_getTransactionCount", [address, tag])));
}
