import { getCreateAddress } from "ethers";
import { countTransactions } from "../chain/chain.js";
import type { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { openingCode } from "../model/codes.js";
import type { Opened } from "../model/records.js";
import { type Method, methodInWords } from "../network/method.js";
import { isPutToVote } from "../read/put-to-vote.js";
import { findContract } from "../read/read-contracts.js";
import { openingInWords } from "../read/opening-in-words.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

export interface NewContract {
  org: string;
  address: string;
  /** That of the transaction with which the account deploys it; looked for among those that it has sent where none is given. */
  nonce?: number | undefined;
}

/** Registers a contract for an organisation, also one that is still to be deployed. Throws CONTRACT_OF_OTHER_DEPLOYER. */
export async function registerContract(actor: Actor, { org, address, ...given }: NewContract): Promise<ActionResult> {
  const { registerContract: register } = actor.network.contracts.rules;
  const nonce = isOfNetwork(actor) ? undefined : await creationNonce(actor, address, given.nonce);
  const tx = await register.populateTransaction(org, address, nonce ?? 0);
  if (nonce === undefined && !isOfNetwork(actor) && !(await isPutToVote(actor.network, tx.data)))
    throw await notDeployed(actor, address, given.nonce);
  return perform(actor, `Register the contract ${address} for ${org}.`, Promise.resolve(tx));
}

/** What is collected is decided by vote, and the network need not have deployed anything. */
function isOfNetwork({ collect }: Actor): boolean {
  return collect !== undefined;
}

/** The nonce with which the account has deployed, or deploys, the contract; undefined where it does not. */
async function creationNonce(
  { network: { chain }, signer: { address: from } }: Actor,
  address: string,
  given: number | undefined,
): Promise<number | undefined> {
  const creates = (nonce: number): boolean => getCreateAddress({ from, nonce }) === address;
  if (given !== undefined) return creates(given) ? given : undefined;
  // The latest first: a contract is mostly registered soon.
  let nonce = (await countTransactions(chain.rpc, from, "latest")) - 1;
  while (nonce >= 0 && !creates(nonce)) nonce -= 1;
  return nonce < 0 ? undefined : nonce;
}

async function notDeployed(
  { network: { chain }, signer }: Actor,
  address: string,
  nonce: number | undefined,
): Promise<PortcullisError> {
  const about = { account: signer.address, address };
  if (nonce !== undefined) return refusal("CONTRACT_OF_OTHER_DEPLOYER", { cause: "otherNonce", ...about, nonce });
  const count = await countTransactions(chain.rpc, signer.address, "latest");
  return refusal("CONTRACT_OF_OTHER_DEPLOYER", { cause: "notFound", ...about, count });
}

/** To whom something is to be open. */
export type NewOpening = Omit<Opened, "byVote">;

/** Says who may call a contract. Throws CONTRACT_NOT_REGISTERED, EVERYBODY_BY_VOTE_ONLY. */
export async function setContractAccess(
  actor: Actor,
  { address, opening }: { address: string; opening: NewOpening },
): Promise<ActionResult> {
  requireByVote(actor, opening);
  const { org } = await findContract(actor.network, address);
  const { setContractAccess: set } = actor.network.contracts.rules;
  const tx = set.populateTransaction(org, address, openingCode(opening.to), opening.orgs, opening.roles);
  return perform(actor, changeInWords(`the contract ${address} of ${org}`, opening), tx);
}

/** Says who may call a method of a contract. Throws CONTRACT_NOT_REGISTERED, EVERYBODY_BY_VOTE_ONLY. */
export async function setMethodAccess(
  actor: Actor,
  { address, method, opening }: { address: string; method: Method; opening: NewOpening },
): Promise<ActionResult> {
  requireByVote(actor, opening);
  const { org } = await findContract(actor.network, address);
  const { setMethodAccess: set } = actor.network.contracts.rules;
  const { selector } = method;
  const tx = set.populateTransaction(org, address, selector, openingCode(opening.to), opening.orgs, opening.roles);
  return perform(
    actor,
    changeInWords(`the method ${methodInWords(method)} of the contract ${address} of ${org}`, opening),
    tx,
  );
}

function requireByVote(actor: Actor, { to }: NewOpening): void {
  if (to === "everybody" && !isOfNetwork(actor)) throw refusal("EVERYBODY_BY_VOTE_ONLY", {});
}

function changeInWords(what: string, opening: NewOpening): string {
  if (opening.to === "nobody") return `Freeze ${what}.`;
  if (opening.to === "as the contract") return `Open ${what} to those to whom the contract is open.`;
  return `Open ${what}${openingInWords(opening).replace(/^open/, "")}${opening.to === "listed" ? ", and to nobody else" : ""}.`;
}

/** Has the account that deployed a contract no longer say who may call it. Throws CONTRACT_NOT_REGISTERED. */
export async function forgetDeployer(actor: Actor, { address }: { address: string }): Promise<ActionResult> {
  const { org, deployer } = await findContract(actor.network, address);
  const tx = actor.network.contracts.rules.forgetDeployer.populateTransaction(org, address);
  const who = deployer === null ? "its deployer" : `the account ${deployer}, which deployed it,`;
  return perform(actor, `Have ${who} no longer say who may call the contract ${address} of ${org}.`, tx);
}
