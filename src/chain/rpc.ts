import pRetry from "p-retry";
import * as z from "zod";
import { refusal } from "../errors/refusal.js";
import { sleep } from "../util/sleep.js";
import { answerNotAllowed } from "./check-answer.js";
import { type Endpoint, type RequestHeaders, toEndpoint, withoutSecrets } from "./endpoint.js";
import { exchangeByFetch, post } from "./http.js";
import type { Answered, Asked } from "./json-rpc.js";
import { mayPass, retryAfterOf } from "./node-errors.js";
import { RpcError } from "./rpc-error.js";

/** The one way in which this library talks to a chain. */
export interface Rpc {
  send(method: string, params: readonly unknown[]): Promise<unknown>;
}

/** How patient to be with a node; all in milliseconds except `retries`. */
export interface Patience {
  /** For one request. */
  timeout: number;
  /** How often a question is repeated when the node is unreachable, slow, busy or failing. */
  retries: number;
  /** Before the first repetition; each pause is up to twice as long as the one before. */
  pause: number;
  /** No question is repeated after this time. */
  total: number;
}

const PATIENCE: Patience = { timeout: 15_000, retries: 5, pause: 250, total: 60_000 };

/** Methods that can be repeated without doing anything twice. */
const QUESTION =
  /^(?:(?:eth|net|web3|txpool)_(?!send)|raft_leader$|admin_nodeInfo$|istanbul_nodeAddress$|quorumPermission_(?:\w+List|transactionAllowed)$)/;

/** How to talk to a node. */
export interface RpcOptions extends Partial<Patience> {
  /** What goes with each request over HTTP and websockets, and is never shown. */
  headers?: RequestHeaders | undefined;
}

/** One way of asking once; `timeout` in milliseconds. Throws what isNodeError lists. */
export type Ask = (asked: Asked, timeout: number) => Promise<Answered>;

/** A JSON-RPC node behind an http URL; `openRpc` knows other kinds too. */
export function httpRpc(url: string, { headers, ...patience }: RpcOptions = {}): Rpc {
  const endpoint = toEndpoint(url, headers);
  if (endpoint.kind !== "http") throw refusal("URL_NOT_ALLOWED", { cause: "notHttp" });
  return patientRpc(endpoint, (asked, timeout) => post(exchangeByFetch, endpoint, asked, timeout), patience);
}

/** Questions are repeated while the node is in trouble, but nothing that sends is. Credentials are used and never shown. */
export function patientRpc(endpoint: Endpoint, once: Ask, patience: Partial<Patience>): Rpc {
  const patient = { ...PATIENCE, ...patience };
  let last = 0;
  let known = false;
  const ask = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    last += 1;
    const asked = { jsonrpc: "2.0", id: last, method, params } as const;
    const answered = await once(asked, patient.timeout);
    known = true;
    return resultOf(asked, answered, endpoint);
  };
  return {
    send: (method, params) =>
      QUESTION.test(method)
        ? persistently(
            patient,
            (error) => mayPass(error, known),
            () => ask(method, params),
          )
        : ask(method, params),
  };
}

function persistently<T>(
  { retries, pause, total }: Patience,
  isWorthwhile: (error: unknown) => boolean,
  ask: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + total;
  return pRetry(ask, {
    retries,
    minTimeout: pause,
    randomize: true,
    maxRetryTime: total,
    shouldRetry: ({ error }) => isWorthwhile(error),
    onFailedAttempt: async ({ error, retriesLeft }) => {
      const wait = retryAfterOf(error);
      if (retriesLeft === 0 || Date.now() + wait > deadline) throw error;
      await sleep(wait);
    },
  });
}

const refused = z.object({ code: z.number(), message: z.string(), data: z.unknown().optional() });

interface Answer {
  id?: unknown;
  result?: unknown;
  error?: unknown;
}

function resultOf({ id, method }: Asked, { answer, isFailure }: Answered, endpoint: Endpoint): unknown {
  const { id: answeredId, error, result }: Answer = answer;
  const masked = (value: unknown): unknown =>
    JSON.parse(withoutSecrets(endpoint, JSON.stringify(value ?? null))) as unknown;
  const { success, data: said } = refused.safeParse(error);
  // A node that could not read a request cannot repeat its id.
  if (answeredId !== id && !(success && answeredId == null)) {
    throw answerNotAllowed({ cause: "otherRequest", method }, masked(answer));
  }
  if (success) {
    const { message, code, data } = said;
    throw new RpcError(withoutSecrets(endpoint, message), code, data === undefined ? data : masked(data), isFailure);
  }
  if (error != null) throw answerNotAllowed({ cause: "noErrorCode", method }, masked(answer));
  if (result === undefined) throw answerNotAllowed({ cause: "noResult", method }, masked(answer));
  return result;
}
