import type { Chain } from "../../src/chain/chain.js";
import { keySigner, nodeAccounts, nodeSigner, type Signer } from "../../src/chain/signers.js";

/** Both kinds of signers: one that has a key, and the node's first account. */
export async function signersOf(chain: Chain): Promise<Record<"key" | "node", Signer>> {
  const [account = ""] = await nodeAccounts(chain);
  return { key: keySigner(`0x${"5a".repeat(32)}`), node: nodeSigner(account) };
}
