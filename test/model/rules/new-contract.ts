import { getCreateAddress } from "ethers";
import { NOBODY, type World } from "./world.js";

/** Where the network's next contract comes to stand, which keeps changes or a policy: none is larger than what fits into one. */
export function newContract(w: World): string {
  const from = w.implementation ?? NOBODY;
  const nonce = (w.created.get(from) ?? 0) + 1;
  w.created.set(from, nonce);
  return getCreateAddress({ from, nonce });
}
