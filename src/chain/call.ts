import type { ContractRunner } from "ethers";
import { decodeRevert } from "../errors/contract-errors.js";
import { explainRevert } from "./explain-revert.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { checked, hex } from "./check-answer.js";
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
  const answer = await ask(rpc, request, tag);
  if (request.to === undefined || !isRevert(answer)) return answer;
  throw decodeRevert(answer) ?? refusal("CONTRACT_REVERTED", { reason: answer });
}

async function ask(rpc: Rpc, request: CallRequest, tag: string): Promise<string> {
  try {
    return checked("eth_call", hex, await rpc.send("eth_call", [request, tag]));
  } catch (error) {
    throw explainRevert(error);
  }
}

/** GoQuorum up to 21.1 answers what a contract refused as if it were a result. It is four bytes longer than words are. */
function isRevert(answer: string): boolean {
  return (answer.length - 2) % 64 === 8;
}

/** Lets typechain's contracts read through an Rpc: ethers' own providers trip over Raft's timestamps. */
export function reader(rpc: Rpc, block = "latest"): ContractRunner {
  return {
    provider: null,
    call: async (request) => {
      const to = request.to as string;
      const asked = call(rpc, { to, data: request.data ?? "0x" }, block);
      const answer =
        block === "latest" ? await asked : await asked.catch((error: unknown) => refuseEarly(error, block));
      if (answer !== "0x") return answer;
      if (block === "latest") throw refusal("NO_CONTRACT", { cause: "silent", address: to });
      throw refusal("NO_CONTRACT", { cause: "silentAtBlock", address: to, block: Number(block) });
    },
  };
}

/** Whoever asks about an earlier block need not link anything. */
function refuseEarly(error: unknown, block: string): never {
  if (!(error instanceof PortcullisError) || error.code !== "NoImplementation") throw error;
  throw refusal("NO_CONTRACT", { cause: "notLinkedAtBlock", block: Number(block) }, { cause: error });
}
