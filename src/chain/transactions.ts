import { setTimeout as sleep } from "node:timers/promises";
import { getAddress, type Log, toQuantity } from "ethers";
import { explainRevert } from "../errors/contract-errors.js";
import { PortcullisError } from "../errors/error.js";
import { call, type CallRequest, type TransactionRequest } from "./call.js";
import { type Chain, countTransactions } from "./chain.js";
import { fromQuantity } from "./quantities.js";

/** A transaction in full. All are of type 0 with gas price 0: GoQuorum knows no other kind. */
export interface Transaction extends TransactionRequest {
  from: string;
  gas: bigint;
  nonce: number;
}

export interface Receipt {
  hash: string;
  block: bigint;
  succeeded: boolean;
  gasUsed: bigint;
  contractAddress: string | undefined;
  logs: readonly Pick<Log, "address" | "topics" | "data">[];
}

interface RawReceipt {
  blockNumber: string | null;
  status: string;
  gasUsed: string;
  contractAddress: string | null;
  logs: Receipt["logs"];
}

/** A signer's word on a transaction: signed here, with its hash known beforehand, or to be signed by the node. */
export type Prepared = { raw: string; hash: string } | { raw: undefined; hash: undefined };

export const NOTHING_SIGNED: Prepared = { raw: undefined, hash: undefined };

/** What a transaction will need, with a margin for what changes until it is executed. */
export async function estimateGas(chain: Chain, request: CallRequest): Promise<bigint> {
  try {
    const gas = fromQuantity(await chain.rpc.send("eth_estimateGas", [{ ...request, gasPrice: "0x0" }]));
    return (gas * 13n) / 10n;
  } catch (error) {
    throw explainRevert(error);
  }
}

/** Hands a prepared transaction to the node and answers its hash. */
export async function submit(chain: Chain, tx: Transaction, prepared: Prepared): Promise<string> {
  if (prepared.raw !== undefined) {
    await chain.rpc.send("eth_sendRawTransaction", [prepared.raw]);
    return prepared.hash;
  }
  const { from, to, data } = tx;
  const fields = { from, ...(to === undefined ? {} : { to }), data, gasPrice: "0x0" };
  return (await chain.rpc.send("eth_sendTransaction", [
    { ...fields, gas: toQuantity(tx.gas), nonce: toQuantity(tx.nonce) },
  ])) as string;
}

export async function nextNonce(chain: Chain, address: string): Promise<number> {
  return countTransactions(chain.rpc, address, "pending");
}

export async function getReceipt(chain: Chain, hash: string): Promise<Receipt | undefined> {
  const found = (await chain.rpc.send("eth_getTransactionReceipt", [hash])) as RawReceipt | null;
  if (found?.blockNumber == null) return undefined;
  return {
    hash,
    block: fromQuantity(found.blockNumber),
    succeeded: fromQuantity(found.status) === 1n,
    gasUsed: fromQuantity(found.gasUsed),
    contractAddress: found.contractAddress == null ? undefined : getAddress(found.contractAddress),
    logs: found.logs,
  };
}

/** Asks until there is an answer. */
export async function poll<T>(what: string, timeout: number, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + timeout;
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) {
      throw new PortcullisError("TIMED_OUT", `Waited ${timeout / 1000} s for ${what} in vain.`, {
        hint: "Check that the network makes blocks; then run the same command again.",
      });
    }
    await sleep(pause);
  }
}

export function waitForReceipt(chain: Chain, hash: string, timeout: number): Promise<Receipt> {
  return poll(`the receipt of ${hash}`, timeout, () => getReceipt(chain, hash));
}

/** Why a transaction failed: it is asked again in the state it failed in. */
export async function explainFailure(chain: Chain, tx: CallRequest, receipt: Receipt): Promise<PortcullisError> {
  const { from, to, data } = tx;
  try {
    await call(chain.rpc, { from, to, data }, toQuantity(receipt.block));
  } catch (error) {
    if (error instanceof PortcullisError) return error;
  }
  return new PortcullisError("TRANSACTION_FAILED", `The transaction ${receipt.hash} failed without a reason.`, {
    facts: { hash: receipt.hash, gasUsed: receipt.gasUsed },
    hint: "It may have run out of gas, or the state changed before it was executed. Try again.",
  });
}
