import { toQuantity } from "ethers";
import * as z from "zod";
import { explainRevert } from "./explain-revert.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { checked, hash as hashShape, log } from "./check-answer.js";
import { call, type CallRequest, type TransactionRequest } from "./call.js";
import { type Chain, countTransactions } from "./chain.js";
import { isNodeError } from "./node-errors.js";
import { count, fromCount, quantity } from "./quantities.js";
import { RpcError } from "./rpc-error.js";

/** A transaction in full. All are of type 0: GoQuorum knows no other kind, and chains with a base fee take it too. */
export interface Transaction extends TransactionRequest {
  from: string;
  gas: bigint;
  /** In wei; 0 on a free network. */
  gasPrice: bigint;
  nonce: number;
}

export interface Receipt {
  hash: string;
  block: bigint;
  succeeded: boolean;
  gasUsed: bigint;
  logs: readonly z.infer<typeof log>[];
}

/** Some nodes show pending transactions, without a block. */
const receiptShape = z.union([
  z.object({
    blockNumber: count,
    status: quantity,
    gasUsed: count,
    logs: z.array(log),
  }),
  z.object({ blockNumber: z.null() }),
  z.null(),
]);

/** A transaction ready to be sent: signed here, with its hash known beforehand, or to be signed by the node. */
export type Prepared = { raw: string; hash: string } | { raw: undefined; hash: undefined };

export const NOTHING_SIGNED: Prepared = { raw: undefined, hash: undefined };

/** What a transaction will need, with a margin for what changes until it is executed. */
export async function estimateGas(chain: Chain, request: CallRequest): Promise<bigint> {
  try {
    const answer = await chain.rpc.send("eth_estimateGas", [{ ...request, gasPrice: "0x0" }]);
    return withMargin(fromCount(answer, "eth_estimateGas"));
  } catch (error) {
    throw explainRevert(error);
  }
}

function withMargin(gas: bigint): bigint {
  return (gas * 13n) / 10n;
}

/** Whether a gas limit still suffices where this one, with its margin, would be asked for now. */
export function stillSuffices(limit: bigint, asked: bigint): boolean {
  return withMargin(limit) >= asked;
}

/** Sends a prepared transaction to the node, once, and returns its hash. */
export async function submit(chain: Chain, tx: Transaction, prepared: Prepared): Promise<string> {
  if (prepared.raw !== undefined) {
    await chain.rpc.send("eth_sendRawTransaction", [prepared.raw]);
    return prepared.hash;
  }
  const { from, to, data } = tx;
  const fields = { from, ...(to === undefined ? {} : { to }), data, gasPrice: toQuantity(tx.gasPrice) };
  const request = { ...fields, gas: toQuantity(tx.gas), nonce: toQuantity(tx.nonce) };
  return checked("eth_sendTransaction", hashShape, await chain.rpc.send("eth_sendTransaction", [request]));
}

export async function nextNonce(chain: Chain, address: string): Promise<number> {
  return countTransactions(chain.rpc, address, "pending");
}

export async function getReceipt(chain: Chain, hash: string): Promise<Receipt | undefined> {
  const method = "eth_getTransactionReceipt";
  const found = checked(method, receiptShape, await chain.rpc.send(method, [hash]));
  if (found?.blockNumber == null) return undefined;
  return {
    hash,
    block: found.blockNumber,
    succeeded: found.status === 1n,
    gasUsed: found.gasUsed,
    logs: found.logs,
  };
}

/** Why a transaction failed: it is called again in the state after its block. */
export async function explainFailure(chain: Chain, tx: CallRequest, receipt: Receipt): Promise<PortcullisError> {
  const { from, to, data } = tx;
  const { hash, gasUsed, block } = receipt;
  const answer = await call(chain.rpc, { from, to, data }, toQuantity(block)).catch((error: unknown) => error);
  if (isRefusal(answer)) return answer.withFacts({ hash });
  const cause = answer instanceof Error ? answer : undefined;
  return refusal("TRANSACTION_FAILED", { hash, gasUsed }, { cause });
}

/** A contract's refusal explains it; a node that cannot answer does not. */
function isRefusal(answer: unknown): answer is PortcullisError {
  return answer instanceof PortcullisError && !(answer instanceof RpcError) && !isNodeError(answer);
}
