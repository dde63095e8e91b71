import { openChain } from "../../../src/chain/chain.js";
import { waitForReceipt } from "../../../src/chain/waiting.js";
import { messageOf } from "../../../src/errors/error.js";
import type { Person } from "../people.js";

/** Sends a transaction that the person's node signs, without asking the library. */
export async function send(who: Person, fields: { to?: string; data?: string }): Promise<"succeeded" | "failed"> {
  const { rpc } = who.node;
  const transaction = { from: who.address, ...fields, gas: "0x186a0", gasPrice: "0x0" };
  const hash = (await rpc.send("eth_sendTransaction", [transaction])) as string;
  return (await waitForReceipt(await openChain(rpc, { receipt: 30_000 }), hash)).succeeded ? "succeeded" : "failed";
}

/** What a refused sender is told. */
export function refusedBy(work: Promise<unknown>): Promise<string> {
  return work.then(
    (answer) => `not refused: ${String(answer)}`,
    (error: unknown) => messageOf(error),
  );
}
