import { getCreateAddress } from "ethers";
import type { ContractModule } from "../../../deploy/contract-module.js";
import { permissionsImplementation } from "../../../deploy/permissions-implementation.js";
import { MODULES_OF_IMPLEMENTATION } from "../../../deploy/suite.js";
import { type Actor, type ActionResult, perform } from "../perform.js";
import { requireGuardian } from "../require-guardian.js";
import { asCurrent, requireImplementation } from "./candidate.js";
import { tryCall } from "../../chain/try-call.js";
import { getCode } from "../../chain/chain.js";
import { waitForEarlier } from "../../chain/waiting.js";
import type { ModuleAddresses } from "../../model/contracts.js";
import { addressBook, type Module, readModules } from "../../network/modules.js";
import { codeOf } from "../../network/creation.js";
import { codeOfOthers } from "../../network/own-code.js";
import { PortcullisError } from "../../errors/error.js";
import { refusal } from "../../errors/refusal.js";
import { signingSeveral } from "../../errors/signing-several.js";
import { latestBlock, type Network, networkAt, withImplementation } from "../../network/network.js";
import { differences, takeAnswers } from "../../read/network-answers.js";
import { readVoters } from "../../read/read-records.js";

export interface UpgradeOptions {
  /** One that is deployed already; without it this version's is deployed. */
  implementation?: string | undefined;
  /** Confirm it even if it answers nodes differently from the present one. */
  allowChanges?: boolean | undefined;
  /** Called with each transaction as soon as it is done: it stays done, whatever fails afterwards. */
  onDone?: ((done: ActionResult) => void) | undefined;
}

/** A module of this version's implementation. */
export interface UpgradeModule extends Pick<Module, "name"> {
  /** None after a dry run that would deploy it. */
  address: string | null;
  /** None where it was there already: the present implementation runs it, or an earlier run has deployed it. */
  deployed: ActionResult | null;
}

export interface UpgradeResult {
  /** The modules of this version's implementation; none where one was given. */
  modules: UpgradeModule[];
  /** None if the implementation was already deployed, and after a dry run that would deploy a module first. */
  deployed: ActionResult | null;
  /** None after a dry run that would deploy one first, and where an earlier run has confirmed it. */
  confirmed: ActionResult | null;
  /** The network with its new implementation. */
  network: Network;
  /** How many answers were compared. */
  questions: number;
  /** The questions that are answered differently now. */
  changed: string[];
}

/** Replaces the implementation, or resumes where an earlier run was stopped: deploys the modules that are new and the
 *  implementation, asks it everything that nodes ask and compares it with the present one's answers, confirms it, and compares
 *  again. Throws NotGuardian, what requireImplementation throws, ANSWERS_DIFFER, and what the contracts refuse. */
export async function upgradeImplementation(
  actor: Actor,
  { implementation, allowChanges, onDone }: UpgradeOptions = {},
): Promise<UpgradeResult> {
  const { network } = actor;
  // Deploying costs a lot, and is useless to an account that may not confirm.
  await requireGuardian(actor);
  const own = implementation === undefined ? await deployImplementation(actor, onDone) : undefined;
  const { modules = [], deployed = null } = own ?? {};
  const address = implementation ?? own?.address ?? null;
  const nothing = { modules, deployed, confirmed: null, questions: 0, changed: [] };
  if (address === null) return { ...nothing, network };
  const wasThere = own !== undefined && deployed === null;
  if (wasThere && (await network.contracts.upgradable.getPermImpl()) === address) {
    return { ...nothing, network: withImplementation(network, address) };
  }
  await requireImplementation(network, address);

  const { changed, questions } = await compare(network, asCurrent(network, address));
  if (changed.length > 0 && allowChanges !== true) throw answersDiffer(address, changed);
  const confirmed = await confirmImplementation(actor, address, own, wasThere);
  onDone?.(confirmed);
  if (confirmed.block === null) return { modules, deployed, confirmed, network, questions, changed };

  const upgraded = withImplementation(network, address);
  const [before, after] = [BigInt(confirmed.block - 1), BigInt(confirmed.block)];
  const answers = await takeAnswers(networkAt(upgraded, after));
  return {
    modules,
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
  const list = changed.map((each) => `  ${each}`).join("\n");
  return refusal("ANSWERS_DIFFER", { implementation, changed, list });
}

/** What is there of this version's implementation for a network, after what was missing has been deployed. */
export interface OwnImplementation {
  modules: UpgradeModule[];
  /** None where it was there already, and after a dry run that would deploy a module first. */
  deployed: ActionResult | null;
  /** None after a dry run that would deploy it. */
  address: string | null;
}

/** Deploys this version's implementation for a network, and those of its modules that are new; it does nothing until the
 *  guardian confirms it. Modules that the present implementation runs, and what an earlier run left behind, are used as they are.
 *  On a permissioned network a guardian that belongs to no organisation may not deploy; a network admin does it then. */
export async function deployImplementation(
  actor: Actor,
  onDone?: (done: ActionResult) => void,
): Promise<OwnImplementation> {
  const { network } = actor;
  const guardian = await network.contracts.upgradable.getGuardian();
  const present = await Promise.all((await modulesOf(network)).map(({ address }) => placeAt(network, address)));
  const placeOf = placesByCode([...present, ...(await createdLately(actor))]);
  const modules: UpgradeModule[] = [];
  const find = async (part: ContractModule) => {
    const addresses = Object.fromEntries(modules.map((module) => [module.name, module.address])) as ModuleAddresses;
    const known = { guardian, addressOf: addressBook(network.addresses, addresses) };
    const found = await findOrDeploy(actor, await part.creation(known), placeOf, part.name);
    if (found.deployed !== null) onDone?.(found.deployed);
    return found;
  };

  for (const module of MODULES_OF_IMPLEMENTATION) modules.push({ name: module.name, ...(await find(module)) });
  // It is created with their addresses.
  if (modules.some(({ address }) => address === null)) return { modules, deployed: null, address: null };
  return { modules, ...(await find(permissionsImplementation)) };
}

/** An address, and the code that is there. */
interface Place {
  address: string;
  code: string;
}

async function placeAt({ chain }: Network, address: string): Promise<Place> {
  return { address, code: await getCode(chain.rpc, address) };
}

function isContract({ code }: Place): boolean {
  return code !== "0x";
}

/** Each code with the first of some places that has it. */
function placesByCode(places: readonly Place[]): ReadonlyMap<string, string> {
  const placeOf = new Map<string, string>();
  for (const place of places) if (isContract(place) && !placeOf.has(place.code)) placeOf.set(place.code, place.address);
  return placeOf;
}

/** Where a contract with this creation code is: at a place that has its code, or where it has just been deployed. */
async function findOrDeploy(
  actor: Actor,
  creation: string,
  placeOf: ReadonlyMap<string, string>,
  name: string,
): Promise<Pick<OwnImplementation, "address" | "deployed">> {
  const address = placeOf.size === 0 ? undefined : placeOf.get(await codeOf(actor.network.chain, creation));
  if (address !== undefined) return { address, deployed: null };
  const sent = signingSeveral(() => perform(actor, `Deploy another ${name}.`, Promise.resolve({ data: creation })));
  const deployed = await sent.catch((error: unknown) => sayWhoDeploys(actor, error));
  return { address: actor.dryRun === true ? null : deployed.contractAddress, deployed };
}

/** How many of the network admins are named to whoever needs one. */
const NAMED_ADMINS = 5;

/** A guardian that is no account of the network may confirm an implementation and not deploy one. */
async function sayWhoDeploys({ network, signer }: Actor, error: unknown): Promise<never> {
  if (!(error instanceof PortcullisError) || error.code !== "SENDER_NOT_ALLOWED") throw error;
  const { why = [error.message] } = error.facts as { why?: string[] };
  const facts = { account: signer.address, why, admins: (await readVoters(network)).slice(0, NAMED_ADMINS) };
  throw refusal("SENDER_NOT_ALLOWED", { cause: "deployment", ...facts }, { cause: error });
}

const IMPLEMENTATION = [...MODULES_OF_IMPLEMENTATION, permissionsImplementation];

/** Whether a network's implementation and its modules are this version's. */
export async function runsThisVersion(network: Network): Promise<boolean> {
  return (await codeOfOthers(network, IMPLEMENTATION)).length === 0;
}

/** An upgrade sends no more transactions: the modules, the implementation, and its confirmation. */
const TRANSACTIONS = MODULES_OF_IMPLEMENTATION.length + 2;

/** What the account's latest transactions have created: an earlier run that was stopped may have left it behind. Where two
 *  transactions after each other have created nothing, what came before them is something else, such as the network's foundation. */
async function createdLately({ network, signer }: Actor): Promise<Place[]> {
  const from = signer.address;
  const count = await waitForEarlier(network.chain, from);
  const created: Place[] = [];
  let others = 0;
  for (let nonce = count - 1; nonce >= Math.max(0, count - TRANSACTIONS) && others < 2; nonce--) {
    const place = await placeAt(network, getCreateAddress({ from, nonce }));
    others = isContract(place) ? 0 : others + 1;
    if (isContract(place)) created.push(place);
  }
  return created;
}

/** Makes a deployed implementation the current one. Of other code than this version's only its source can tell how it will
 *  answer later, and where one was found the node has said so: both is said before it is sent, and so is which of its modules
 *  the present one does not run. */
async function confirmImplementation(
  actor: Actor,
  implementation: string,
  own: OwnImplementation | undefined,
  wasThere: boolean,
): Promise<ActionResult> {
  const { network } = actor;
  const next = withImplementation(network, implementation);
  const isOurs = own !== undefined || (await runsThisVersion(next));
  const which = wasThere
    ? ", which this account deployed before,"
    : isOurs
      ? ""
      : ", whose code is not this version's,";
  const tx = network.contracts.upgradable.confirmImplChange.populateTransaction(implementation);
  const summary = `Make ${implementation}${which} the current implementation.`;
  const told = [summary, ...(await newModules(network, next))].join(" ");
  return signingSeveral(() => perform(actor, told, tx));
}

/** Says which modules are new with an implementation, if it says so and any are. */
async function newModules(present: Network, next: Network): Promise<string[]> {
  const former = await modulesOf(present);
  const fresh = (await modulesOf(next)).filter(({ address }) => !former.some((module) => module.address === address));
  if (former.length === 0 || fresh.length === 0) return [];
  return [`New in it: ${fresh.map(({ name }) => name).join(", ")}.`];
}

/** The modules of an implementation; none of one that does not name any. */
async function modulesOf(network: Network): Promise<Module[]> {
  return (await tryCall(readModules(network))) ?? [];
}
