import { call, type TransactionRequest } from "../chain/call.js";
import type { Chain } from "../chain/chain.js";
import * as tx from "../chain/transactions.js";
import { explainRevert } from "../errors/contract-errors.js";
import { FACTORIES } from "../contracts.js";
import type { Network } from "../network.js";
import { prepare, type Signer } from "../signers.js";

/** Who acts, and where. */
export interface Actor {
  readonly network: Network;
  readonly signer: Signer;
  /** Only ask whether it would work. */
  readonly dryRun?: boolean;
  /** Hears what is about to be done. */
  readonly say?: (sentence: string) => void;
}

/** What became of an action. */
export interface Done {
  summary: string;
  /** Absent after a dry run, whose gas is an estimate. */
  hash?: string;
  block?: bigint;
  gasUsed: bigint;
  contractAddress?: string | undefined;
  /** Proposals that it opened and closed. */
  opened: bigint[];
  closed: { id: bigint; state: number }[];
}

const TIMEOUT = 120_000;
const voterEvents = FACTORIES.VoterManager.createInterface();

/** Asks whether the contracts would accept it, sends it, and waits for the receipt. */
export async function perform(actor: Actor, summary: string, populated: Promise<TransactionRequest>): Promise<Done> {
  const { chain } = actor.network;
  const { to, data } = await populated;
  const request = { from: actor.signer.address, to, data };
  actor.say?.(summary);
  await call(chain.rpc, request);
  const gas = await tx.estimateGas(chain, request);
  if (actor.dryRun === true) return { summary, gasUsed: gas, opened: [], closed: [] };
  const receipt = await send(chain, actor, { ...request, gas, nonce: await tx.nextNonce(chain, request.from) });
  if (!receipt.succeeded) throw await tx.explainFailure(chain, request, receipt);
  const { hash, block, gasUsed, contractAddress } = receipt;
  return { summary, hash, block, gasUsed, contractAddress, ...proposalsIn(receipt, actor.network) };
}

async function send(chain: Chain, actor: Actor, transaction: tx.Transaction): Promise<tx.Receipt> {
  try {
    const hash = await tx.submit(chain, transaction, await prepare(chain, actor.signer, transaction));
    return await tx.waitForReceipt(chain, hash, TIMEOUT);
  } catch (error) {
    throw explainRevert(error);
  }
}

function proposalsIn(receipt: tx.Receipt, network: Network): Pick<Done, "opened" | "closed"> {
  const voters = network.addresses.VoterManager.toLowerCase();
  const events = receipt.logs
    .filter((log) => log.address.toLowerCase() === voters)
    .flatMap((log) => voterEvents.parseLog(log) ?? []);
  return {
    opened: events.filter(({ name }) => name === "ProposalCreated").map(({ args }) => args.id as bigint),
    closed: events
      .filter(({ name }) => name === "ProposalClosed")
      .map(({ args }) => ({ id: args.id as bigint, state: Number(args.state) })),
  };
}
