import * as z from "zod";
import { isNodeError } from "./node-errors.js";
import { messageOf, PortcullisError } from "../errors/error.js";
import { ageInWords } from "../util/age.js";
import { countTransactions, getBlock } from "./chain.js";
import { checked, hex } from "./check-answer.js";
import { count } from "./quantities.js";
import type { Rpc } from "./rpc.js";

/** A transaction by its hash or, where a node has signed it and not said the hash, by sender and nonce. */
export type Sent = { hash: string } | { from: string; nonce: number };

const transaction = z.object({ from: hex, nonce: count, blockNumber: count.nullish() }).nullable();

/** What a node says of a transaction that it has taken and that was not seen to be executed, in sentences. */
export async function whereabouts(rpc: Rpc, sent: Sent): Promise<string> {
  try {
    return `${await placeOf(rpc, sent)} ${await latest(rpc)}`;
  } catch (error) {
    if (isNodeError(error)) return `The node has stopped answering: ${messageOf(error)}`;
    if (error instanceof PortcullisError) return "The node does not say what became of it.";
    throw error;
  }
}

async function placeOf(rpc: Rpc, sent: Sent): Promise<string> {
  if (!("hash" in sent)) return byNonce(rpc, sent);
  const method = "eth_getTransactionByHash";
  const found = checked(method, transaction, await rpc.send(method, [sent.hash]));
  if (found === null) return "The node does not know it any more.";
  const { from, nonce, blockNumber } = found;
  if (blockNumber != null) return `It is in block ${blockNumber.toString()}.`;
  return byNonce(rpc, { from, nonce: Number(nonce) });
}

async function byNonce(rpc: Rpc, { from, nonce }: { from: string; nonce: number }): Promise<string> {
  const executed = await countTransactions(rpc, from, "latest");
  if (executed > nonce) return "One with its nonce has been executed meanwhile.";
  const behind = executed < nonce ? ` behind the one with nonce ${executed}` : "";
  return `It waits in the node's pool${behind}.`;
}

async function latest(rpc: Rpc): Promise<string> {
  const { number, time } = await getBlock(rpc, "latest");
  return `The latest block is ${number.toString()}, ${ageInWords(Date.now() - time.getTime())} old.`;
}
