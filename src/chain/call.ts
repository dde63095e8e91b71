import type { ContractRunner } from "ethers";
import { explainRevert } from "../contract-errors.js";
import type { Rpc } from "./rpc.js";

/** What an account asks the chain to do. Without `to` it creates a contract. */
export interface TransactionRequest {
  to?: string | undefined;
  data: string;
}

export interface CallRequest extends TransactionRequest {
  from?: string | undefined;
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
    call: ({ to, data }) => call(rpc, { to: to as string, data: data ?? "0x" }),
  };
}
