import { getAddress, toQuantity } from "ethers";
import * as z from "zod";
import { checked, hex } from "./check-answer.js";
import { toEndpoint } from "./endpoint.js";
import { fieldsOf, requireAsked } from "./signed-transaction.js";
import { httpRpc, type Rpc } from "./rpc.js";
import { RpcError } from "./rpc-error.js";
import type { Signer } from "./signers.js";
import type { Transaction } from "./transactions.js";

/** A person may have to confirm it, so an answer may take minutes; asked again, they would have to confirm it twice. */
const PATIENCE = { timeout: 600_000, retries: 0 };

/** Web3signer and EthSigner answer what is signed, geth and clef also what they have made of it. */
const answer = z.union([hex, z.object({ raw: hex }).transform(({ raw }) => raw)]);

/** A program that signs and does not send, such as clef or EthSigner. */
export interface RemoteSigner {
  accounts: () => Promise<string[]>;
  signer: (address: string) => Signer;
}

/** What it signs is compared with what it was asked for. Throws URL_NOT_ALLOWED. */
export function openRemoteSigner(url: string): RemoteSigner {
  const rpc = httpRpc(url, PATIENCE);
  const { shown } = toEndpoint(url);
  return {
    accounts: async () => {
      const accounts = checked("eth_accounts", z.array(hex), await askEither(rpc, "accounts", []));
      return accounts.map((account) => getAddress(account));
    },
    signer: (address) => ({
      address: getAddress(address),
      elsewhere: `by ${shown}`,
      async sign(tx, chainId) {
        const request = requestOf(tx, chainId);
        const raw = checked("eth_signTransaction", answer, await askEither(rpc, "signTransaction", [request]));
        return requireAsked(raw, tx, chainId, shown);
      },
    }),
  };
}

/** For which chain they sign, such programs are told when they are started. */
function requestOf(tx: Transaction, chainId: bigint) {
  const { to, data, gasLimit, gasPrice, nonce, value } = fieldsOf(tx, chainId);
  const numbers = { gas: toQuantity(gasLimit), gasPrice: toQuantity(gasPrice), nonce: toQuantity(nonce) };
  return { from: tx.from, ...(to === null ? {} : { to }), data, value: toQuantity(value), ...numbers };
}

/** Clef has names of its own. */
const METHODS = {
  accounts: ["eth_accounts", "account_list"],
  signTransaction: ["eth_signTransaction", "account_signTransaction"],
} as const;

/** By which error a program says that it does not know a method. */
const UNKNOWN_METHOD = -32_601;

async function askEither(rpc: Rpc, what: keyof typeof METHODS, params: readonly unknown[]): Promise<unknown> {
  const [usual, clefs] = METHODS[what];
  try {
    return await rpc.send(usual, params);
  } catch (error) {
    if (!(error instanceof RpcError) || error.rpcCode !== UNKNOWN_METHOD) throw error;
    return rpc.send(clefs, params);
  }
}
