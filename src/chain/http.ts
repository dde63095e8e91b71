import type { Endpoint } from "./endpoint.js";
import * as nodeErrors from "./node-errors.js";

interface Reply {
  status: number;
  retryAfter: string | null;
  /** Where it redirects to. */
  location: string | null;
  text: string;
}

/** Sends one request, and returns the JSON object of the answer and its HTTP status; `timeout` in milliseconds. Throws NODE_UNREACHABLE,
 *  NODE_TIMED_OUT, NODE_BUSY, NODE_FAILED, NODE_UNAUTHORISED or NOT_A_NODE. */
export async function post(
  endpoint: Endpoint,
  body: unknown,
  timeout: number,
): Promise<{ answer: object; status: number }> {
  const { status, retryAfter, location, text } = await exchange(endpoint, JSON.stringify(body), timeout);
  if (status === 429 || status === 503) throw nodeErrors.nodeBusy(endpoint, status, milliseconds(retryAfter));
  const answer = parse(text);
  if (isAnswer(answer)) return { answer, status };
  if (location !== null) throw nodeErrors.sentOn(endpoint, status, location);
  if (status >= 500 || (answer === undefined && isCut(text))) throw nodeErrors.nodeFailed(endpoint, status, text);
  if (status === 401 || status === 403) throw nodeErrors.nodeUnauthorised(endpoint, status);
  throw nodeErrors.notANode(endpoint, status, text);
}

async function exchange(endpoint: Endpoint, body: string, timeout: number): Promise<Reply> {
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...endpoint.headers },
      body,
      // A node that was not named receives nothing.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    const { status, headers } = response;
    const location = status >= 300 && status < 400 ? headers.get("location") : null;
    return { status, retryAfter: headers.get("retry-after"), location, text: await response.text() };
  } catch (cause) {
    if (cause instanceof Error && cause.name === "TimeoutError") throw nodeErrors.nodeTimedOut(endpoint, timeout);
    throw nodeErrors.nodeUnreachable(endpoint, cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Other services answer JSON too. */
function isAnswer(answer: unknown): answer is object {
  if (typeof answer !== "object" || answer === null) return false;
  return "jsonrpc" in answer || "result" in answer || ("error" in answer && "id" in answer);
}

function isCut(text: string): boolean {
  return text.trim() === "" || text.startsWith("{");
}

/** Seconds or a date. */
function milliseconds(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = Number(retryAfter);
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
