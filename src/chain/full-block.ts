import { toQuantity } from "ethers";
import * as z from "zod";
import { checked, hash, hex } from "./check-answer.js";
import { count } from "./quantities.js";
import type { Rpc } from "./rpc.js";

const mined = z.object({ hash, from: hex, to: hex.nullish(), input: hex, nonce: count });

const blockShape = z.object({ transactions: z.array(mined) }).nullable();

/** A transaction in a block. */
export type Mined = z.infer<typeof mined>;

/** The transactions of a block; undefined while the node does not have it. */
export async function getTransactions(rpc: Rpc, number: bigint): Promise<Mined[] | undefined> {
  const method = "eth_getBlockByNumber";
  const block = checked(method, blockShape, await rpc.send(method, [toQuantity(number), true]));
  return block?.transactions;
}
