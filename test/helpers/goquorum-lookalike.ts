import type { Rpc } from "../../src/chain/rpc.js";
import { RpcError } from "../../src/chain/rpc-error.js";
import type { Gatekeeper } from "./breakage/request-gate.js";

const VERSION = "Geth/v1.9.7-stable-6005360c(quorum-v21.1.0)/linux-amd64/go1.15.6";

/** What a node says in place of the one behind it; undefined where that one answers. */
type Instead = (method: string, params: readonly unknown[]) => unknown;

/** Transactions that a pool holds, by account and nonce. */
type Transactions = Readonly<Record<string, Readonly<Record<number, string>>>>;

/** What geth says where an API is off. */
export function notOffered(method: string): RpcError {
  return new RpcError(`the method ${method} does not exist/is not available`, -32601, undefined);
}

/** A node that calls itself GoQuorum's, with a pool of a test's own. */
export class GoQuorumLookalike {
  pending: Transactions = {};
  queued: Transactions = {};
  /** Whether it has the API txpool. */
  showsPool = true;
  /** What else it says in its own words. */
  instead: Instead = () => undefined;
  /** What it was asked. */
  readonly asked: string[] = [];

  /** In front of an Rpc. */
  rpc(behind: Rpc): Rpc {
    return {
      send: async (method, params) => {
        const answer = await this.answer(method, params);
        if (answer === undefined) return behind.send(method, params);
        if (answer instanceof Error) throw answer;
        return answer;
      },
    };
  }

  /** In front of a node of another process. */
  get keeper(): Gatekeeper {
    return async (request, forward) => {
      const answer = await this.answer(request.method, request.params);
      if (answer === undefined) return forward();
      const { id } = request as typeof request & { id: number };
      const error = answer instanceof RpcError ? { code: answer.rpcCode, message: answer.answer } : undefined;
      return JSON.stringify({ jsonrpc: "2.0", id, ...(error === undefined ? { result: answer } : { error }) });
    };
  }

  private async answer(method: string, params: readonly unknown[]): Promise<unknown> {
    this.asked.push(method);
    const other = await this.instead(method, params);
    if (other !== undefined) return other;
    if (method === "web3_clientVersion") return VERSION;
    if (method !== "txpool_inspect") return undefined;
    if (this.showsPool) return { pending: this.pending, queued: this.queued };
    return notOffered(method);
  }
}
