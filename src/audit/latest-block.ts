import { toQuantity } from "ethers";
import { type Block, type Chain, getBlock } from "../chain/chain.js";
import type { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";

/** Reads the number of the latest block again and again; it never falls. Throws BLOCK_UNKNOWN while the node is behind a
 *  block that it has answered before, and CHAIN_REPLACED when it has another block in its place: chains of GoQuorum are
 *  final. */
export function headReader(chain: Chain): () => Promise<bigint> {
  let last: Block | undefined;
  return async () => {
    const head = await getBlock(chain.rpc, "latest");
    if (last !== undefined) await requireSameChain(chain, last, head);
    last = head;
    return head.number;
  };
}

async function requireSameChain({ rpc, genesis }: Chain, last: Block, head: Block): Promise<void> {
  if (head.number < last.number) {
    if ((await getBlock(rpc, "0x0")).hash !== genesis) throw replaced(0n);
    throw refusal("BLOCK_UNKNOWN", { cause: "fallenBehind", block: head.number, before: last.number });
  }
  const same = head.number === last.number ? head : await getBlock(rpc, toQuantity(last.number));
  if (same.hash !== last.hash) throw replaced(last.number);
}

function replaced(block: bigint): PortcullisError {
  return refusal("CHAIN_REPLACED", { block });
}
