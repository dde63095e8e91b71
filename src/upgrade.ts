import { getCreateAddress } from "ethers";
import { permissionsImplementation } from "../deploy/permissions-implementation.js";
import { type Actor, type Done, perform } from "./actions/perform.js";
import { asCurrent, requireImplementation } from "./candidate.js";
import { getCode } from "./chain/chain.js";
import { waitForEarlier } from "./chain/waiting.js";
import { isCreationOf } from "./deploy/contract-steps.js";
import { PortcullisError } from "./errors/error.js";
import { refusal } from "./errors/refusal.js";
import { latestBlock, type Network, networkAt, networkOf } from "./network.js";
import { differences, takeAnswers } from "./read/answers.js";

export interface UpgradeOptions {
  /** One that is deployed already; without it this version's is deployed. */
  implementation?: string | undefined;
  /** Confirm it although it answers nodes otherwise than the present one. */
  allowChanges?: boolean | undefined;
  /** Hears what is done as soon as it is: whatever fails afterwards, that stays. */
  onDone?: ((done: Done) => void) | undefined;
}

export interface Upgrade {
  /** None where the implementation was there already. */
  deployed: Done | null;
  /** None after a dry run that would deploy one first, and where an earlier run has confirmed it. */
  confirmed: Done | null;
  /** The network with its new implementation. */
  network: Network;
  /** How many answers were compared. */
  questions: number;
  /** The questions that are answered differently now. */
  changed: string[];
}

/** Replaces the implementation, or goes on where an earlier run was stopped: deploys it, asks it everything that nodes ask and
 *  compares it with the present one's answers, confirms it, and compares again. Throws NotGuardian, what requireImplementation
 *  throws, ANSWERS_DIFFER, and what the contracts refuse. */
export async function upgrade(
  actor: Actor,
  { implementation, allowChanges, onDone }: UpgradeOptions = {},
): Promise<Upgrade> {
  const { network } = actor;
  await requireGuardian(actor);
  const leftBehind = implementation === undefined ? await findLeftBehind(actor) : undefined;
  const given = implementation ?? leftBehind;
  const deployed = given === undefined ? await deployNew(actor) : null;
  if (deployed !== null) onDone?.(deployed);
  const address = given ?? deployed?.contractAddress;
  const nothing = { deployed, confirmed: null, questions: 0, changed: [] };
  if (address == null) return { ...nothing, network };
  if (address === leftBehind && (await network.contracts.upgradable.getPermImpl()) === address) {
    return { ...nothing, network: withImplementation(network, address) };
  }
  await requireImplementation(network, address);

  const { changed, questions } = await compare(network, asCurrent(network, address));
  if (changed.length > 0 && allowChanges !== true) throw answersDiffer(address, changed);
  const confirmed = await confirmImplementation(actor, address, address === leftBehind);
  onDone?.(confirmed);
  if (confirmed.block === null) return { deployed, confirmed, network, questions, changed };

  const upgraded = withImplementation(network, address);
  const [before, after] = [BigInt(confirmed.block - 1), BigInt(confirmed.block)];
  const answers = await takeAnswers(networkAt(upgraded, after));
  return {
    deployed,
    confirmed,
    network: upgraded,
    questions: answers.size,
    changed: differences(await takeAnswers(networkAt(network, before)), answers),
  };
}

/** Compares what two networks answer in the same state. */
async function compare(present: Network, next: Network): Promise<{ changed: string[]; questions: number }> {
  const block = await latestBlock(present);
  const answers = await takeAnswers(networkAt(present, block));
  return { changed: differences(answers, await takeAnswers(networkAt(next, block))), questions: answers.size };
}

function answersDiffer(implementation: string, changed: readonly string[]): PortcullisError {
  const message = `The implementation ${implementation} answers differently:\n${changed.map((each) => `  ${each}`).join("\n")}`;
  return new PortcullisError("ANSWERS_DIFFER", message, {
    facts: { implementation, changed },
    hint: "It was not confirmed. If the changes are meant, confirm it with --allow-changes.",
  });
}

/** Deploys this version's implementation for a network; it does nothing until the guardian confirms it. One that an earlier
 *  run left behind is answered without sending anything. On a permissioned network a guardian that belongs to no organisation
 *  may not deploy; a network admin does it then. */
export async function deployImplementation(actor: Actor): Promise<Done> {
  const contractAddress = await findLeftBehind(actor);
  if (contractAddress === undefined) return deployNew(actor);
  return { summary: SUMMARY, hash: null, block: null, gas: 0, contractAddress, opened: [], closed: [] };
}

const SUMMARY = "Deploy another PermissionsImplementation.";

async function deployNew(actor: Actor): Promise<Done> {
  return perform(actor, SUMMARY, Promise.resolve({ data: await creationFor(actor.network) }));
}

async function creationFor({ addresses, contracts }: Network): Promise<string> {
  const guardian = await contracts.upgradable.getGuardian();
  return permissionsImplementation.creation({ guardian, addressOf: (name) => addresses[name] });
}

/** This version's implementation where one of the account's last two transactions has created it: an upgrade sends no more. */
async function findLeftBehind({ network, signer }: Actor): Promise<string | undefined> {
  const { chain } = network;
  const from = signer.address;
  const count = await waitForEarlier(chain, from);
  const places = [count - 1, count - 2].filter((nonce) => nonce >= 0).map((nonce) => getCreateAddress({ from, nonce }));
  for (const address of places) {
    if ((await getCode(chain.rpc, address)) === "0x") continue;
    if (await isCreationOf(chain, address, await creationFor(network))) return address;
  }
  return undefined;
}

/** Makes a deployed implementation the current one. Of other code than this version's only its source can tell how it will
 *  answer later, and where one was found the node has said so: both is said before it is sent. */
async function confirmImplementation(actor: Actor, implementation: string, found: boolean): Promise<Done> {
  const { chain, contracts } = actor.network;
  const isKnown = found || (await isCreationOf(chain, implementation, await creationFor(actor.network)));
  const which = found ? ", which this account deployed before," : isKnown ? "" : ", whose code is not this version's,";
  const tx = contracts.upgradable.confirmImplChange.populateTransaction(implementation);
  return perform(actor, `Make ${implementation}${which} the current implementation.`, tx);
}

function withImplementation({ chain, addresses }: Network, address: string): Network {
  return networkOf(chain, { ...addresses, PermissionsImplementation: address });
}

/** Checked first, since deploying costs much and helps nobody who may not confirm it. */
async function requireGuardian({ network, signer }: Actor): Promise<void> {
  const guardian = await network.contracts.upgradable.getGuardian();
  if (guardian === signer.address) return;
  throw refusal("NotGuardian", { caller: signer.address }, { hint: `The guardian is ${guardian}.` });
}
