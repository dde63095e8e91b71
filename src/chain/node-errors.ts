import type { ErrorCode } from "../errors/catalogue.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import type { Endpoint } from "./endpoint.js";

/** Errors that may not recur at the next attempt. */
const PASSING: readonly ErrorCode[] = ["NODE_UNREACHABLE", "NODE_TIMED_OUT", "NODE_BUSY", "NODE_FAILED"];
const LASTING: readonly ErrorCode[] = ["NODE_UNAUTHORISED", "NOT_A_NODE", "NODE_ANSWER_NOT_ALLOWED"];

/** Whether no node has answered, as opposed to one that refuses. The request may have taken effect. */
export function isNodeError(error: unknown): error is PortcullisError {
  return error instanceof PortcullisError && ([...PASSING, ...LASTING] as string[]).includes(error.code);
}

/** Whether the same question may be answered later. `known` says that the node has answered before: at an address where
 *  nothing has ever answered, the address is more likely to be wrong. */
export function mayPass(error: unknown, known: boolean): boolean {
  if (!(error instanceof PortcullisError)) return false;
  if (error.code === "NODE_UNREACHABLE" && !known) return isBroken(error);
  return (PASSING as string[]).includes(error.code);
}

/** Whether an existing connection broke. If there never was one, the address may be wrong. */
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
  return refusal("NODE_UNREACHABLE", { url: shown }, { cause });
}

export function nodeTimedOut({ shown }: Endpoint, timeout: number): PortcullisError {
  return refusal("NODE_TIMED_OUT", { url: shown, timeout, seconds: timeout / 1000 });
}

/** `retryAfter` in milliseconds, where the node said it. */
export function nodeBusy({ shown }: Endpoint, status: number, retryAfter: number | undefined): PortcullisError {
  const facts = { url: shown, status, retryAfter };
  if (retryAfter === undefined) return refusal("NODE_BUSY", { cause: "forLong", ...facts });
  return refusal("NODE_BUSY", { cause: "forSeconds", ...facts, seconds: Math.ceil(retryAfter / 1000) });
}

export function nodeFailed({ shown }: Endpoint, status: number, text: string): PortcullisError {
  const cause = status >= 500 ? "failed" : "cutShort";
  return refusal("NODE_FAILED", { cause, url: shown, status, answer: beginning(text) });
}

export function nodeUnauthorised({ shown }: Endpoint, status: number): PortcullisError {
  return refusal("NODE_UNAUTHORISED", { url: shown, status });
}

export function notANode({ shown }: Endpoint, status: number, text: string): PortcullisError {
  return refusal("NOT_A_NODE", { cause: "other", url: shown, status, answer: beginning(text) });
}

/** A node that was not named receives nothing. */
export function sentOn({ shown }: Endpoint, status: number, location: string): PortcullisError {
  return refusal("NOT_A_NODE", { cause: "redirect", url: shown, status, location });
}

function beginning(text: string): string {
  return text.slice(0, 200);
}
