import type { Chain } from "../chain/chain.js";
import { nodeSigner, type Signer } from "../chain/signers.js";

/** Signs for any account on a chain of Hardhat's: as it is for the chain's `own`, impersonated for the others. */
export async function unlockedSigner({ rpc }: Chain, own: readonly string[], account: string): Promise<Signer> {
  if (!own.includes(account)) await rpc.send("hardhat_impersonateAccount", [account]);
  return nodeSigner(account);
}
