import { decodeRevert } from "../errors/contract-errors.js";
import { messageOf, PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { meaningOfRefusal } from "./node-refusals.js";
import { RpcError } from "./rpc-error.js";

/** Turns whatever a provider threw into a PortcullisError that says what the contract, or the node, refused. */
export function explainRevert(error: unknown): PortcullisError {
  if (error instanceof PortcullisError && !(error instanceof RpcError)) return error;
  const data = revertData(error);
  return (data === undefined ? undefined : decodeRevert(data, error)) ?? explainNode(error);
}

function explainNode(cause: unknown): PortcullisError {
  if (cause instanceof RpcError) return meaningOfRefusal(cause.answer, cause) ?? cause;
  const said = messageOf(cause);
  return meaningOfRefusal(said, cause) ?? refusal("NODE_REFUSED", { said }, { cause });
}

/** Providers hide revert data in different depths of their errors. */
function revertData(error: unknown, depth = 0): string | undefined {
  if (typeof error === "string") return /^0x[0-9a-f]{8}/i.test(error) ? error : undefined;
  if (typeof error !== "object" || error === null || depth > 5) return undefined;
  const holder = error as Record<string, unknown>;
  for (const key of ["data", "error", "cause", "info", "facts"]) {
    const found = revertData(holder[key], depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
