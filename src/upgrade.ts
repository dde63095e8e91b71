import { permissionsImplementation } from "../deploy/permissions-implementation.js";
import { type Actor, type Done, perform } from "./actions/perform.js";
import { getCode } from "./chain/chain.js";
import { PortcullisError } from "./errors/error.js";
import { contractsAt, type Network } from "./network.js";
import { differences, takeAnswers } from "./read/answers.js";

export interface Upgrade {
  deployed: Done | undefined;
  confirmed: Done | undefined;
  /** The network with its new implementation. */
  network: Network;
  questions: number;
  /** The questions that are answered differently now. */
  changed: string[];
}

/** Replaces the implementation, and asks everything before and after. */
export async function upgrade(actor: Actor, implementation?: string): Promise<Upgrade> {
  await requireGuardian(actor);
  const before = await takeAnswers(actor.network);
  const deployed = implementation === undefined ? await deployImplementation(actor) : undefined;
  const address = implementation ?? deployed?.contractAddress;
  if (address === undefined) {
    return { deployed, confirmed: undefined, network: actor.network, questions: before.size, changed: [] };
  }
  await requireCode(actor, address);
  const confirmed = await confirmImplementation(actor, address);
  const network = actor.dryRun === true ? actor.network : withImplementation(actor.network, address);
  const after = await takeAnswers(network);
  return { deployed, confirmed, network, questions: after.size, changed: differences(before, after) };
}

/** Deploys an implementation for this network; it does nothing until the guardian confirms it. */
async function deployImplementation(actor: Actor): Promise<Done> {
  const { addresses, contracts } = actor.network;
  const guardian = await contracts.upgradable.getGuardian();
  const data = await permissionsImplementation.creation({ guardian, addressOf: (name) => addresses[name] });
  return perform(actor, "Deploy another PermissionsImplementation.", Promise.resolve({ data }));
}

/** Makes a deployed implementation the current one. */
function confirmImplementation(actor: Actor, implementation: string): Promise<Done> {
  const tx = actor.network.contracts.upgradable.confirmImplChange.populateTransaction(implementation);
  return perform(actor, `Make ${implementation} the current implementation.`, tx);
}

function withImplementation({ chain, addresses }: Network, address: string): Network {
  const changed = { ...addresses, PermissionsImplementation: address };
  return { chain, addresses: changed, contracts: contractsAt(chain, changed) };
}

/** Checked first, since deploying costs much and helps nobody who may not confirm it. */
async function requireGuardian({ network, signer }: Actor): Promise<void> {
  const guardian = await network.contracts.upgradable.getGuardian();
  if (guardian === signer.address) return;
  throw new PortcullisError("NotGuardian", `${signer.address} is not the guardian.`, {
    facts: { caller: signer.address, guardian },
    hint: `The guardian is ${guardian}.`,
  });
}

async function requireCode({ network }: Actor, address: string): Promise<void> {
  if ((await getCode(network.chain.rpc, address)) !== "0x") return;
  throw new PortcullisError("NotAContract", `There is no contract at ${address}.`, { hint: "Check the address." });
}
