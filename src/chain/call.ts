import type { ContractRunner, TransactionRequest } from "ethers";
import { explainRevert } from "../contract-errors.js";
import type { Rpc } from "./rpc.js";

export interface CallRequest {
  from?: string | undefined;
  to?: string | undefined;
  data: string;
}

/** Asks without sending. A refusal becomes a PortcullisError. */
export async function call(rpc: Rpc, request: CallRequest, tag = "latest"): Promise<string> {
  try {
    return (await rpc.send("eth_call", [request, tag])) as string;
  } catch (error) {
    throw explainRevert(error);
  }
}

/** Lets typechain's contracts read through an Rpc: ethers' own providers trip over Raft's timestamps. */
export function reader(rpc: Rpc): ContractRunner {
  return {
    provider: null,
    call: (tx: TransactionRequest) => call(rpc, { to: tx.to as string, data: tx.data ?? "0x", ...fromOf(tx) }),
  };
}

function fromOf(tx: TransactionRequest): { from?: string } {
  return typeof tx.from === "string" ? { from: tx.from } : {};
}
