import { refusal } from "../errors/refusal.js";
import type { Actor } from "./perform.js";

/** Asked first: the contract does not say who the guardian is. Throws NotGuardian. */
export async function requireGuardian({ network, signer }: Actor): Promise<void> {
  const guardian = await network.contracts.upgradable.getGuardian();
  if (guardian === signer.address) return;
  throw refusal("NotGuardian", { caller: signer.address }, { hint: `The guardian is ${guardian}.` });
}
