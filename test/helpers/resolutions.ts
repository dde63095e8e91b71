import { AbiCoder, keccak256 } from "ethers";
import type { Suite } from "./contract-suite.js";

/** A change of a resolution: the call of the interface that an account would send. */
export function change(s: Suite, name: string, ...args: unknown[]): string {
  return s.permInterface.interface.encodeFunctionData(name as never, args as never);
}

/** What stands for the changes in the hash that votes name. */
export function changesHash(changes: readonly string[]): bigint {
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["bytes[]"], [changes])));
}

/** Proposes a resolution as the first network admin, and answers its number. */
export async function resolve(s: Suite, ...changes: string[]): Promise<bigint> {
  await s.as(s.admins[0]).proposeChanges(changes);
  return await s.voters.getNumberOfProposals();
}
