import { noConnection } from "./connection-errors.js";
import type { Endpoint } from "./endpoint.js";
import { type Answered, type Asked, isAnswer, parseJson } from "./json-rpc.js";
import { nodeTimedOut } from "./node-errors.js";
import { refusedStatus, type Reply } from "./refused-status.js";

/** Posts a text, and reads the reply whole; `timeout` in milliseconds. Throws what isNodeError lists. */
export type Exchange = (endpoint: Endpoint, body: string, timeout: number) => Promise<Reply>;

/** Sends one request, and returns the JSON object of the answer and its HTTP status; `timeout` in milliseconds. Throws what
 *  isNodeError lists. */
export async function post(exchange: Exchange, endpoint: Endpoint, body: Asked, timeout: number): Promise<Answered> {
  const reply = await exchange(endpoint, JSON.stringify(body), timeout);
  const { status, text } = reply;
  if (status !== 429 && status !== 503) {
    const answer = parseJson(text);
    if (isAnswer(answer)) return { answer, isFailure: status >= 500 };
  }
  throw refusedStatus(endpoint, reply);
}

/** The endpoint's own headers come before it. */
export const CONTENT_TYPE = { "content-type": "application/json" };

/** By fetch, which browsers have as well. */
export const exchangeByFetch: Exchange = async (endpoint, body, timeout) => {
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      headers: { ...CONTENT_TYPE, ...endpoint.headers },
      body,
      // A node that was not named receives nothing.
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    const { status, headers } = response;
    const header = (name: string): string | null => headers.get(name);
    return { status, retryAfter: header("retry-after"), location: header("location"), text: await response.text() };
  } catch (cause) {
    if (cause instanceof Error && cause.name === "TimeoutError") throw nodeTimedOut(endpoint, timeout);
    throw noConnection(endpoint, cause);
  }
};
