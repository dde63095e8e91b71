import { PortcullisError } from "../errors/error.js";

/** The one way in which this library talks to a chain. */
export interface Rpc {
  send(method: string, params: readonly unknown[]): Promise<unknown>;
}

/** What a node answered instead of a result; `data` may hold what a contract refused. */
export class RpcError extends PortcullisError {
  constructor(
    /** In the node's own words. */
    readonly answer: string,
    rpcCode: number,
    data: unknown,
  ) {
    super("NODE_REFUSED", `The node refused: ${answer}`, { facts: { rpcCode, data } });
  }
}

interface Answer {
  result?: unknown;
  error?: { code: number; message: string; data?: unknown };
}

const TIMEOUT = 60_000;

/** A JSON-RPC node. */
export function httpRpc(url: string): Rpc {
  let id = 0;
  return {
    async send(method, params) {
      id += 1;
      const answer = await post(url, { jsonrpc: "2.0", id, method, params });
      if (answer.error === undefined) return answer.result;
      throw new RpcError(answer.error.message, answer.error.code, answer.error.data);
    },
  };
}

async function post(url: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return (await response.json()) as Answer;
  } catch (cause) {
    throw new PortcullisError("NODE_UNREACHABLE", `No JSON-RPC node answers at ${url}.`, {
      facts: { url },
      hint: "Check that the node runs with its HTTP-RPC server on, and that address and port are right.",
      cause,
    });
  }
}
