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
  gasLimit: string;
  baseFeePerGas?: string;
}

/** Of a block, what is needed here. Timestamps are left alone: on Raft they are nanoseconds. */
interface Block {
  hash: string;
  number: bigint;
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
    gasLimit: fromQuantity(block.gasLimit),
    baseFee: block.baseFeePerGas === undefined ? undefined : fromQuantity(block.baseFeePerGas),
  };
}

export async function getCode(rpc: Rpc, address: string): Promise<string> {
  return (await rpc.send("eth_getCode", [address, "latest"])) as string;
}

export async function countTransactions(rpc: Rpc, address: string, tag: "latest" | "pending"): Promise<number> {
  return Number(fromQuantity(await rpc.send("eth_getTransactionCount", [address, tag])));
}
