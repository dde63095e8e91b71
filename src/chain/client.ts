import * as z from "zod";
import { checked } from "./check-answer.js";
import { isNodeError } from "./node-errors.js";
import type { Rpc } from "./rpc.js";

/** Whether a node is GoQuorum's, which calls itself "Geth/v1.9.7-stable-…(quorum-v21.1.0)/…". One that does not say what it
 *  is may be. */
export async function mayBeGoQuorum(rpc: Rpc): Promise<boolean> {
  const method = "web3_clientVersion";
  try {
    return /quorum/i.test(checked(method, z.string(), await rpc.send(method, [])));
  } catch (error) {
    if (isNodeError(error)) throw error;
    return true;
  }
}
