import { getCreateAddress } from "ethers";
import { call, type CallRequest, type TransactionRequest } from "../chain/call.js";
import type { Chain } from "../chain/chain.js";
import { type HearUnderway, sendOnce } from "../chain/sending.js";
import * as tx from "../chain/transactions.js";
import { waitForEarlier } from "../chain/waiting.js";
import { type ProposalState, proposalStateName } from "../codes.js";
import { FACTORIES } from "../contracts.js";
import { PortcullisError } from "../errors/error.js";
import { once } from "../once.js";
import type { Network } from "../network.js";
import type { Signer } from "../signers.js";

/** Who acts, and where. */
export interface Actor {
  readonly network: Network;
  readonly signer: Signer;
  /** Only ask whether it would work. */
  readonly dryRun?: boolean;
  /** Asked before anything is sent, once it is known that it would work; `false` sends nothing. */
  readonly approve?: (intent: Intent) => Promise<boolean>;
  readonly hearUnderway?: HearUnderway;
}

/** What is about to be sent. */
export interface Intent {
  /** One sentence that says what it does. */
  summary: string;
  from: string;
  to: string | undefined;
  data: string;
  /** The gas limit: the node's estimate with a margin. */
  gas: number;
}

/** What became of an action. */
export interface Done {
  summary: string;
  /** None after a dry run, whose gas is the limit. */
  hash: string | null;
  block: number | null;
  gas: number;
  /** Where a contract was created. */
  contractAddress: string | null;
  /** Proposals that it opened and closed. */
  opened: number[];
  closed: { id: number; state: ProposalState }[];
}

const voterEvents = once(() => FACTORIES.VoterManager.createInterface());

/** Asks whether the contracts would accept it, sends it, and waits for the receipt. What the account has sent before is waited
 *  for: it may be the same. Throws what the contracts refuse, CANCELLED when it is not approved, TRANSACTION_FAILED,
 *  TIMED_OUT. */
export async function perform(actor: Actor, summary: string, populated: Promise<TransactionRequest>): Promise<Done> {
  const { chain } = actor.network;
  const { to, data } = await populated;
  const request = { from: actor.signer.address, to, data };
  const before = await waitForEarlier(chain, request.from);
  const gas = await check(chain, request);
  const approved = (await actor.approve?.({ summary, ...request, gas: Number(gas) })) ?? true;
  if (actor.dryRun === true) return notSent(summary, gas);
  if (!approved) throw new PortcullisError("CANCELLED", "Nothing was sent.", { facts: { summary } });
  const nonce = await tx.nextNonce(chain, request.from);
  if (nonce > before) {
    await waitForEarlier(chain, request.from);
    // Whether it still would be accepted; the gas stays what was shown.
    await check(chain, request);
  }
  const receipt = await sendOnce(chain, actor.signer, { ...request, gas, nonce }, actor.hearUnderway);
  if (!receipt.succeeded) throw await tx.explainFailure(chain, request, receipt);
  return {
    summary,
    hash: receipt.hash,
    block: Number(receipt.block),
    gas: Number(receipt.gasUsed),
    // By its creator, and not by what the node says: the guardian goes on with it.
    contractAddress: to === undefined ? getCreateAddress({ from: request.from, nonce }) : null,
    ...proposalsIn(receipt, actor.network),
  };
}

/** The gas that it needs, if the contracts would accept it. */
async function check(chain: Chain, request: CallRequest): Promise<bigint> {
  await call(chain.rpc, request);
  return tx.estimateGas(chain, request);
}

function notSent(summary: string, gas: bigint): Done {
  return { summary, hash: null, block: null, gas: Number(gas), contractAddress: null, opened: [], closed: [] };
}

function proposalsIn(receipt: tx.Receipt, network: Network): Pick<Done, "opened" | "closed"> {
  const voters = network.addresses.VoterManager.toLowerCase();
  const events = receipt.logs
    .filter((log) => log.address.toLowerCase() === voters)
    .flatMap((log) => voterEvents().parseLog(log) ?? []);
  return {
    opened: events.filter(({ name }) => name === "ProposalCreated").map(({ args }) => Number(args.id)),
    closed: events
      .filter(({ name }) => name === "ProposalClosed")
      .map(({ args }) => ({ id: Number(args.id), state: proposalStateName(args.state as bigint) })),
  };
}
