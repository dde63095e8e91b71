import { Op } from "../model/solidity-constants.js";
import { call } from "../chain/call.js";
import { PortcullisError } from "../errors/error.js";
import { reasonInWords } from "../errors/refused-change.js";
import { refusal } from "../errors/refusal.js";
import { describeInFull, numbered } from "../read/describe-proposal.js";
import { changeInWords, changesInWords } from "../read/change-in-words.js";
import { readProposal } from "../read/read-proposals.js";
import type { Network } from "../network/network.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

/** Every operation, as if the rules of all had been counted. */
const ALL_OPERATIONS = 2n ** BigInt(Op.LAST + 1) - 1n;

/** The changes that actions would make, as a resolution holds them: `build` calls the actions with the actor that it is given,
 *  and nothing is sent. Throws CHANGE_NOT_ALLOWED for what no resolution can hold. */
export async function collectChanges(network: Network, build: (actor: Actor) => Promise<unknown>): Promise<string[]> {
  const { PermissionsInterface, PermissionsImplementation } = network.addresses;
  const changes: string[] = [];
  const collect: Actor["collect"] = (summary, { to, data }) => {
    if (to !== PermissionsInterface || changeInWords(data) === undefined)
      throw refusal("CHANGE_NOT_ALLOWED", { summary });
    changes.push(data);
  };
  await build({ network, signer: { address: PermissionsImplementation }, collect });
  return changes;
}

/** Proposes changes that are decided as one, and made together or not at all. Throws CHANGE_REFUSED for one that would be
 *  refused now, and what the contract refuses. */
export async function proposeResolution(actor: Actor, changes: readonly string[]): Promise<ActionResult> {
  await requirePossible(actor, changes);
  const tx = actor.network.contracts.rules.proposeChanges.populateTransaction([...changes]);
  const words = numbered(changesInWords(changes)).join("; ");
  return perform(actor, `Propose to make these changes together: ${words}.`, tx);
}

/** Makes the changes of a resolution that has passed. Throws PROPOSAL_UNKNOWN, and what the contract refuses. */
export async function carryOutResolution(actor: Actor, { id }: { id: number }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.carryOut.populateTransaction(id);
  return perform(actor, `Carry out ${describeInFull(await readProposal(actor.network, id))}.`, tx);
}

async function requirePossible({ network }: Actor, changes: readonly string[]): Promise<void> {
  const refused = await tryChanges(network, changes);
  if (refused === undefined) return;
  const { place, reason, error } = refused;
  const does = changeInWords(changes[place] ?? "") ?? "";
  throw refusal("CHANGE_REFUSED", { change: place + 1, does, why: reasonInWords(reason) }, { cause: error });
}

/** The change that would be refused now, by its place from 0 on, and the contracts' reason. */
export interface RefusedAttempt {
  place: number;
  reason: string;
  error: PortcullisError;
}

/** Tries changes, one after the other, with the authority of the network: the implementation's own. Undefined if all would be
 *  made. */
export async function tryChanges(network: Network, changes: readonly string[]): Promise<RefusedAttempt | undefined> {
  const { chain, contracts, addresses } = network;
  const own = addresses.PermissionsImplementation;
  const { data } = await contracts.rules.makeChanges.populateTransaction([...changes], ALL_OPERATIONS);
  try {
    await call(chain.rpc, { from: own, to: own, data });
    return undefined;
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.code !== "ChangeRefused") throw error;
    const { place, reason } = error.facts as { place: bigint; reason: string };
    return { place: Number(place), reason, error };
  }
}
