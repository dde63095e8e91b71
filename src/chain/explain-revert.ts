import type { ErrorCode } from "../errors/catalogue.js";
import { decodeRevert } from "../errors/contract-errors.js";
import { messageOf, PortcullisError } from "../errors/error.js";
import { RpcError } from "./rpc-error.js";

/** Turns whatever a provider threw into a PortcullisError that says what the contract, or the node, refused. */
export function explainRevert(error: unknown): PortcullisError {
  if (error instanceof PortcullisError && !(error instanceof RpcError)) return error;
  const data = revertData(error);
  return (data === undefined ? undefined : decodeRevert(data, error)) ?? explainNode(error);
}

/** What nodes say when they refuse, as GoQuorum and anvil word it, and what it means. */
const NODE_REFUSALS: readonly { says: RegExp; code: ErrorCode; means: string; hint: string }[] = [
  {
    says: /account does not have permission|read only account/i,
    code: "SENDER_NOT_ALLOWED",
    means: "The network does not let this account send the transaction.",
    hint: "This depends on its status and role; ask an admin of its organisation.",
  },
  {
    says: /cannot send transaction from this node/i,
    code: "NODE_OF_OTHER_ORG",
    means: "This node does not accept transactions of that account.",
    hint: "Send it through an approved node of the account's own organisation.",
  },
  {
    says: /unknown account|authentication needed|no signer available/i,
    code: "SIGNER_MISSING",
    means: "The node does not sign for this account.",
    hint: "Unlock it in the node, or sign with --keystore or PORTCULLIS_PRIVATE_KEY.",
  },
];

function explainNode(cause: unknown): PortcullisError {
  const message = cause instanceof RpcError ? cause.answer : messageOf(cause);
  const known = NODE_REFUSALS.find(({ says }) => says.test(message));
  if (known !== undefined) return new PortcullisError(known.code, known.means, { hint: known.hint, cause });
  if (cause instanceof RpcError) return cause;
  return new PortcullisError("NODE_REFUSED", `The node refused: ${message}`, { cause });
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
