import pRetry from "p-retry";
import { z } from "zod";
import { sleep } from "../util/sleep.js";
import { answerNotAllowed } from "./check-answer.js";
import { toEndpoint } from "./endpoint.js";
import { post } from "./http.js";
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
const QUESTION = /^(?:eth|net|web3|txpool)_(?!send)/;

/** A JSON-RPC node. Questions are repeated while it is in trouble, but nothing that sends is. Credentials in the URL are used
 *  and never shown. */
export function httpRpc(url: string, patience: Partial<Patience> = {}): Rpc {
  const endpoint = toEndpoint(url);
  const patient = { ...PATIENCE, ...patience };
  let last = 0;
  let known = false;
  const ask = async (method: string, params: readonly unknown[]): Promise<unknown> => {
    last += 1;
    const id = last;
    const { answer, status } = await post(endpoint, { jsonrpc: "2.0", id, method, params }, patient.timeout);
    known = true;
    return resultOf(method, id, answer, status >= 500);
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

const refusal = z.object({ code: z.number(), message: z.string(), data: z.unknown().optional() });

interface Answer {
  id?: unknown;
  result?: unknown;
  error?: unknown;
}

function resultOf(method: string, id: number, answer: Answer, isFailure: boolean): unknown {
  const { success, data: refused } = refusal.safeParse(answer.error);
  // A node that could not read a request cannot repeat its id.
  if (answer.id !== id && !(success && answer.id == null)) {
    throw answerNotAllowed({ cause: "otherRequest", method }, answer);
  }
  if (success) throw new RpcError(refused.message, refused.code, refused.data, isFailure);
  if (answer.error != null) throw answerNotAllowed({ cause: "noErrorCode", method }, answer);
  if (answer.result === undefined) throw answerNotAllowed({ cause: "noResult", method }, answer);
  return answer.result;
}
