import { decodeRevert } from "../errors/contract-errors.js";
import { messageOf, PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { RpcError } from "./rpc-error.js";

/** Turns whatever a provider threw into a PortcullisError that says what the contract, or the node, refused. */
export function explainRevert(error: unknown): PortcullisError {
  if (error instanceof PortcullisError && !(error instanceof RpcError)) return error;
  const data = revertData(error);
  return (data === undefined ? undefined : decodeRevert(data, error)) ?? explainNode(error);
}

/** What nodes say when they refuse, as GoQuorum and anvil word it, and what it means. */
const NODE_REFUSALS: readonly (readonly [says: RegExp, means: (cause: unknown) => PortcullisError])[] = [
  [
    /account does not have permission|read only account/i,
    (cause) => refusal("SENDER_NOT_ALLOWED", { cause: "saidByNode" }, { cause }),
  ],
  [/cannot send transaction from this node/i, (cause) => refusal("NODE_OF_OTHER_ORG", {}, { cause })],
  [
    /unknown account|authentication needed|no signer available/i,
    (cause) => refusal("SIGNER_MISSING", { cause: "notInNode" }, { cause }),
  ],
];

function explainNode(cause: unknown): PortcullisError {
  const said = cause instanceof RpcError ? cause.answer : messageOf(cause);
  const known = NODE_REFUSALS.find(([says]) => says.test(said))?.[1];
  if (known !== undefined) return known(cause);
  return cause instanceof RpcError ? cause : refusal("NODE_REFUSED", { said }, { cause });
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
