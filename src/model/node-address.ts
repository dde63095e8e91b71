import { computeAddress } from "ethers";

/** The address of the account that a node's own key belongs to: a validator goes by it. */
export function nodeAddress(enodeId: string): string {
  return computeAddress(`0x04${enodeId}`);
}
