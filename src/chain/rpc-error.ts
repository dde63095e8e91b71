import { PortcullisError } from "../errors/error.js";
import { worded } from "../errors/refusal.js";

/** What a node answered instead of a result; `data` may hold what a contract refused. */
export class RpcError extends PortcullisError {
  constructor(
    /** In the node's own words. */
    readonly answer: string,
    readonly rpcCode: number,
    data: unknown,
    /** Whether the server failed (HTTP 500 and above), so that the answer may be a proxy's. */
    readonly isFailure = false,
  ) {
    const { says, hint } = worded("NODE_REFUSED", { said: answer });
    super("NODE_REFUSED", says, { facts: { rpcCode, data }, hint });
  }
}

/** As JSON-RPC numbers it. */
const METHOD_NOT_FOUND = -32_601;
/** As nodes and proxies in front of them word it. */
const NO_SUCH_METHOD =
  /\bmethod\b.*\b(?:not|unknown|unsupported|disabled)\b|\b(?:unknown|unsupported|disabled|forbidden)\b.*\bmethod\b/i;

/** What a node answered that does not offer the method it was asked for; undefined for every other failure. */
export function unknownMethod(error: unknown): RpcError | undefined {
  if (error instanceof RpcError) {
    return error.rpcCode === METHOD_NOT_FOUND || NO_SUCH_METHOD.test(error.answer) ? error : undefined;
  }
  return error instanceof Error && error.cause !== undefined ? unknownMethod(error.cause) : undefined;
}
