import type { ErrorCode } from "../errors/catalogue.js";
import { PortcullisError } from "../errors/error.js";
import type { Endpoint } from "./endpoint.js";

/** What may be better at the next try. */
const PASSING: readonly ErrorCode[] = ["NODE_UNREACHABLE", "NODE_TIMED_OUT", "NODE_BUSY", "NODE_FAILED"];
const LASTING: readonly ErrorCode[] = ["NODE_UNAUTHORISED", "NOT_A_NODE", "NODE_ANSWER_NOT_ALLOWED"];

/** Whether no node has answered, in contrast to one that refuses. What was asked for may have happened. */
export function isNodeTrouble(error: unknown): error is PortcullisError {
  return error instanceof PortcullisError && ([...PASSING, ...LASTING] as string[]).includes(error.code);
}

/** Whether the same question may be answered later. `known` says that the node has answered before: an address at which
 *  nobody ever listened is rather a wrong one. */
export function mayPass(error: unknown, known: boolean): boolean {
  if (!(error instanceof PortcullisError)) return false;
  if (error.code === "NODE_UNREACHABLE" && !known) return isBroken(error);
  return (PASSING as string[]).includes(error.code);
}

/** Whether a connection was there and broke. Where there never was one, the address may be wrong. */
function isBroken(error: PortcullisError): boolean {
  const { cause } = error;
  const reason = cause instanceof Error ? (cause.cause as { code?: string } | undefined)?.code : undefined;
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(reason ?? "");
}

/** How long a busy node asks to be left alone, in milliseconds. */
export function retryAfterOf(error: unknown): number {
  return error instanceof PortcullisError && error.code === "NODE_BUSY" ? Number(error.facts.retryAfter ?? 0) : 0;
}

export function nodeUnreachable({ shown }: Endpoint, cause: unknown): PortcullisError {
  return new PortcullisError("NODE_UNREACHABLE", `No JSON-RPC node answers at ${shown}.`, {
    facts: { url: shown },
    hint: "Check that the node runs with its HTTP-RPC server on, and that address and port are right.",
    cause,
  });
}

export function nodeTimedOut({ shown }: Endpoint, timeout: number): PortcullisError {
  return new PortcullisError("NODE_TIMED_OUT", `The node at ${shown} has not answered within ${timeout / 1000} s.`, {
    facts: { url: shown, timeout },
    hint: "Check that the node is not overloaded and has synchronised; or allow it more time.",
  });
}

/** `retryAfter` in milliseconds, where the node said it. */
export function nodeBusy({ shown }: Endpoint, status: number, retryAfter: number | undefined): PortcullisError {
  return new PortcullisError("NODE_BUSY", `The node at ${shown} is too busy to answer (HTTP ${status}).`, {
    facts: { url: shown, status, retryAfter },
    hint:
      retryAfter === undefined
        ? "Wait a little and try again, or ask another node."
        : `Try again after ${Math.ceil(retryAfter / 1000)} s, or ask another node.`,
  });
}

export function nodeFailed({ shown }: Endpoint, status: number, text: string): PortcullisError {
  const what = status >= 500 ? `failed (HTTP ${status})` : "was cut short in its answer";
  return new PortcullisError("NODE_FAILED", `The node at ${shown} ${what}.`, {
    facts: { url: shown, status, answer: beginning(text) },
    hint: "Look into the log of the node, and of the proxy before it if there is one.",
  });
}

export function nodeUnauthorised({ shown }: Endpoint, status: number): PortcullisError {
  return new PortcullisError("NODE_UNAUTHORISED", `The node at ${shown} lets nobody in like this (HTTP ${status}).`, {
    facts: { url: shown, status },
    hint: "Write user and password into the URL: http://USER:PASSWORD@HOST:PORT.",
  });
}

export function notANode({ shown }: Endpoint, status: number, text: string): PortcullisError {
  return new PortcullisError("NOT_A_NODE", `What answers at ${shown} is no JSON-RPC node (HTTP ${status}).`, {
    facts: { url: shown, status, answer: beginning(text) },
    hint: "Check host, port and path: a web page or another service is there.",
  });
}

/** Whom nobody has named is told nothing. */
export function sentOn({ shown }: Endpoint, status: number, location: string): PortcullisError {
  return new PortcullisError("NOT_A_NODE", `What answers at ${shown} sends on to ${location} (HTTP ${status}).`, {
    facts: { url: shown, status, location },
    hint: "If that is your node, name it by that URL.",
  });
}

function beginning(text: string): string {
  return text.slice(0, 200);
}
