import type * as http from "node:http";
import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import { noConnection } from "../../chain/connection-errors.js";
import type { Endpoint } from "../../chain/endpoint.js";
import { CONTENT_TYPE, type Exchange } from "../../chain/http.js";
import { nodeTimedOut } from "../../chain/node-errors.js";
import type { Reply } from "../../chain/refused-status.js";

/** As node:http has names of fetch's client, to import it would load that client, but to require it does not. */
const requireBuiltin = createRequire(import.meta.url);

/** By Node's own client: its fetch does the same, but to load it takes longer than to read a small network. */
export const exchangeByHttp: Exchange = async (endpoint, body, timeout) => {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await send(endpoint, body, signal);
    return replyOf(response, await textOf(response));
  } catch (cause) {
    throw signal.aborted ? nodeTimedOut(endpoint, timeout) : noConnection(endpoint, cause);
  }
};

/** A redirection is not followed: a node that was not named receives nothing. */
function send({ url, headers }: Endpoint, body: string, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { request } = requireBuiltin(url.startsWith("https:") ? "node:https" : "node:http") as typeof http;
  const all = { ...CONTENT_TYPE, "accept-encoding": "gzip", ...headers };
  return new Promise((resolve, reject) => {
    request(url, { method: "POST", headers: all, signal }, resolve).on("error", reject).end(body);
  });
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  const body = await buffer(response);
  if (response.headers["content-encoding"] !== "gzip") return body.toString();
  const { gunzipSync } = await import("node:zlib");
  return gunzipSync(body).toString();
}

/** What a server says, with the body that was read. */
export function replyOf({ statusCode: status = 0, headers }: http.IncomingMessage, text: string): Reply {
  const { "retry-after": retryAfter = null, location = null } = headers;
  return { status, retryAfter, location, text };
}
