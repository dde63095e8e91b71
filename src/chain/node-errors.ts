import type { ErrorCode } from "../errors/catalogue.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { type Endpoint, withoutSecrets } from "./endpoint.js";
import { unknownMethod } from "./rpc-error.js";

/** Errors that may not recur at the next attempt. */
const PASSING: readonly ErrorCode[] = ["NODE_UNREACHABLE", "NODE_TIMED_OUT", "NODE_BUSY", "NODE_FAILED"];
const LASTING: readonly ErrorCode[] = [
  "CERTIFICATE_NOT_TRUSTED",
  "NODE_ANSWER_NOT_ALLOWED",
  "NODE_UNAUTHORISED",
  "NOT_A_NODE",
  "TLS_DIFFERS",
];

/** Whether no node has answered, as opposed to one that refuses. The request may have taken effect. */
export function isNodeError(error: unknown): error is PortcullisError {
  return error instanceof PortcullisError && ([...PASSING, ...LASTING] as string[]).includes(error.code);
}

/** Whether the question itself was not answered: nobody has, or the node does not offer the method. */
export function isUnanswered(error: unknown): boolean {
  return isNodeError(error) || unknownMethod(error) !== undefined;
}

/** What the node, or a contract, refused. Throws any other failure again. */
export function requireRefused(error: unknown): PortcullisError {
  if (!(error instanceof PortcullisError) || isNodeError(error)) throw error;
  return error;
}

/** Whether the same question may be answered later. `known` says that the node has answered before: at an address where
 *  nothing has ever answered, the address is more likely to be wrong. */
export function mayPass(error: unknown, known: boolean): boolean {
  if (!(error instanceof PortcullisError)) return false;
  if (error.code === "NODE_UNREACHABLE" && !known) return isBroken(error);
  return (PASSING as string[]).includes(error.code);
}

/** Whether an existing connection broke. If there never was one, the address may be wrong. */
function isBroken({ facts }: PortcullisError): boolean {
  return facts.cause === "broken";
}

/** How long a busy node asks to be left alone, in milliseconds. */
export function retryAfterOf(error: unknown): number {
  return error instanceof PortcullisError && error.code === "NODE_BUSY" ? Number(error.facts.retryAfter ?? 0) : 0;
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

export function nodeFailed(endpoint: Endpoint, status: number, text: string): PortcullisError {
  const cause = status >= 500 ? "failed" : "cutShort";
  return refusal("NODE_FAILED", { cause, url: endpoint.shown, status, answer: beginning(endpoint, text) });
}

export function nodeUnauthorised(endpoint: Endpoint, status: number, text: string): PortcullisError {
  return refusal("NODE_UNAUTHORISED", {
    cause: whyUnauthorised(endpoint, status, text),
    url: endpoint.shown,
    status,
    answer: beginning(endpoint, text),
  });
}

function whyUnauthorised({ headers }: Endpoint, status: number, text: string) {
  // As geth says that --http.vhosts, before 1.9.21 --rpcvhosts, does not name the host.
  if (/invalid host specified/i.test(text)) return "hostName";
  if (status === 403) return "forbidden";
  return Object.keys(headers).length === 0 ? "noCredentials" : "wrongCredentials";
}

export function notANode(endpoint: Endpoint, status: number, text: string): PortcullisError {
  const cause = whyNotANode(endpoint, status, text);
  return refusal("NOT_A_NODE", { cause, url: endpoint.shown, status, answer: beginning(endpoint, text) });
}

function whyNotANode({ kind }: Endpoint, status: number, text: string) {
  if (kind === "ipc") return "otherSocket";
  if (kind === "websocket") return "noWebSocket";
  if (status === 426 || (status === 400 && /websocket/i.test(text))) return "onlyWebSocket";
  return status === 404 ? "notFound" : "other";
}

/** A node that was not named receives nothing. */
export function sentOn({ shown }: Endpoint, status: number, location: string): PortcullisError {
  return refusal("NOT_A_NODE", { cause: "redirect", url: shown, status, location });
}

function beginning(endpoint: Endpoint, text: string): string {
  return withoutSecrets(endpoint, text).slice(0, 200);
}
