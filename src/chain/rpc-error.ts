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
