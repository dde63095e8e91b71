import { getCreateAddress } from "ethers";
import { refusal } from "../errors/refusal.js";
import { call, type CallRequest, type TransactionRequest } from "../chain/call.js";
import { gasPriceOf, requireFunds } from "../chain/fees.js";
import type { Chain } from "../chain/chain.js";
import { type OnPending, sendOnce } from "../chain/sending.js";
import * as tx from "../chain/transactions.js";
import { waitForEarlier } from "../chain/waiting.js";
import { type ProposalState, proposalStateName } from "../model/codes.js";
import { INTERFACES } from "../model/contracts.js";
import { isPutToVote } from "../read/put-to-vote.js";
import { small } from "../util/capital.js";
import { once } from "../util/once.js";
import type { Network } from "../network/network.js";
import type { Signer } from "../chain/signers.js";
import { requireTaken } from "./require-taken.js";
import { sayingWhatStops } from "./stopped-sender.js";

/** Who acts, and where. */
export interface Actor {
  readonly network: Network;
  readonly signer: Signer;
  /** Only ask whether it would succeed. */
  readonly dryRun?: boolean;
  /** Called before anything is sent, once it is known to succeed; with `false` nothing is sent. */
  readonly approve?: (intent: Intent) => Promise<boolean>;
  readonly onPending?: OnPending;
  /** Takes what would be sent, and nothing is. */
  readonly collect?: (summary: string, request: TransactionRequest) => void;
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
  /** What is offered for a unit of gas, in wei; 0 on a free network. */
  gasPrice: bigint;
  /** False where the node may be one of another organisation, and not take it. */
  isSureOfNode: boolean;
}

/** What an action says in one sentence, and sends. */
export type Proceeding = [summary: string, populated: Promise<TransactionRequest>];

/** The outcome of an action. */
export interface ActionResult {
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

const voterEvents = once(() => INTERFACES.VoterManager.createInterface());

/** Asks whether the contracts and the node would accept it, says whether it is only proposed by it, sends it, and waits for the receipt. It first waits for what the
 *  account has sent before, which may be the same. Throws what the contracts refuse, SENDER_NOT_ALLOWED, NODE_OF_OTHER_ORG,
 *  INSUFFICIENT_FUNDS, CANCELLED when it is not approved, SIGNATURE_AWAITED when it is signed elsewhere, TRANSACTION_FAILED,
 *  TIMED_OUT. */
export async function perform(
  { network, ...actor }: Actor,
  summary: string,
  populated: Promise<TransactionRequest>,
): Promise<ActionResult> {
  const request = await populated;
  if (actor.collect === undefined) {
    const said = (await isPutToVote(network, request.data)) ? `Propose to ${small(summary)}` : summary;
    return execute({ chain: network.chain, network, ...actor }, said, request);
  }
  actor.collect(summary, request);
  return notSent(summary, 0n);
}

/** Who acts, on a chain where there may be no network yet. */
export interface Sender extends Omit<Actor, "network" | "collect"> {
  readonly chain: Chain;
  readonly network: Network | undefined;
}

/** As `perform`. */
export async function execute(
  sender: Sender,
  summary: string,
  { to, data }: TransactionRequest,
): Promise<ActionResult> {
  const { chain, network, signer, onPending } = sender;
  const request = { from: signer.address, to, data };
  const before = await waitForEarlier(chain, request.from);
  const { gas, isSureOfNode } = await check(chain, network, request);
  const gasPrice = await gasPriceOf(chain);
  await requireFunds(chain, request.from, gas, gasPrice);
  const approved = (await sender.approve?.({ summary, ...request, gas: Number(gas), gasPrice, isSureOfNode })) ?? true;
  if (sender.dryRun === true) return notSent(summary, gas);
  if (!approved) throw refusal("CANCELLED", { cause: "notSent", summary });
  const nonce = await tx.nextNonce(chain, request.from);
  if (nonce > before) {
    await waitForEarlier(chain, request.from);
    // Whether it would still be accepted; gas and price remain what was shown.
    await check(chain, network, request);
  }
  const receipt = await sendOnce(chain, signer, { ...request, gas, gasPrice, nonce }, { summary, onPending });
  return resultOf(sender, summary, { ...request, nonce }, receipt);
}

/** What came of a transaction that was executed. Throws what the contracts refused, or TRANSACTION_FAILED. */
export async function resultOf(
  { chain, network }: Pick<Sender, "chain" | "network">,
  summary: string,
  { nonce, ...request }: TransactionRequest & Pick<tx.Transaction, "from" | "nonce">,
  receipt: tx.Receipt,
): Promise<ActionResult> {
  if (!receipt.succeeded) throw await tx.explainFailure(chain, request, receipt);
  return {
    summary,
    hash: receipt.hash,
    block: Number(receipt.block),
    gas: Number(receipt.gasUsed),
    // By its creator, and not by what the node says: the guardian goes on with it.
    contractAddress: request.to === undefined ? getCreateAddress({ from: request.from, nonce }) : null,
    ...proposalsIn(receipt, network),
  };
}

/** The gas that it needs, provided that the contracts accept it, and whether it is sure that the node will. */
async function check(
  chain: Chain,
  network: Network | undefined,
  request: CallRequest & { from: string },
): Promise<{ gas: bigint; isSureOfNode: boolean }> {
  const gas = await sayingWhatStops(network, request, async () => {
    await call(chain.rpc, request);
    return tx.estimateGas(chain, request);
  });
  // Before there is a network, nodes take everything.
  return { gas, isSureOfNode: network === undefined || (await requireTaken(network, request)) };
}

function notSent(summary: string, gas: bigint): ActionResult {
  return { summary, hash: null, block: null, gas: Number(gas), contractAddress: null, opened: [], closed: [] };
}

function proposalsIn(receipt: tx.Receipt, network: Network | undefined): Pick<ActionResult, "opened" | "closed"> {
  const voters = network?.addresses.VoterManager.toLowerCase();
  const events = receipt.logs
    .filter((log) => log.address.toLowerCase() === voters)
    .flatMap((log) => voterEvents().parseLog(log) ?? []);
  return {
    opened: events.filter(({ name }) => name === "ProposalCreated").map(({ args }) => Number(args.id)),
    closed: events
      .filter(({ name }) => name === "ProposalStateChanged")
      .map(({ args }) => ({ id: Number(args.id), state: proposalStateName(args.state as bigint) })),
  };
}
