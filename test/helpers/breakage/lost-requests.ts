import { type Chain, openChain, type Waits } from "../../../src/chain/chain.js";
import { httpRpc } from "../../../src/chain/rpc.js";
import { DROPPED, type GateAnswer, type Gatekeeper, isSending, openGate, SILENCE } from "./request-gate.js";

/** What may happen to a request: the node hears of it or not, and what comes back is no answer. */
export interface Loss {
  what: string;
  forwarded: boolean;
  answer: GateAnswer;
}

const PAGE = "<html><body>Bad gateway</body></html>";

/** Every way to lose a request or its answer. */
export const LOSSES: readonly Loss[] = [
  ...[true, false].flatMap((forwarded): Loss[] => [
    { what: "the connection breaks", forwarded, answer: DROPPED },
    { what: "HTTP 500 is answered", forwarded, answer: { status: 500, body: PAGE } },
    { what: "HTTP 503 is answered", forwarded, answer: { status: 503 } },
    { what: "a page is answered", forwarded, answer: PAGE },
    { what: "the time is up", forwarded, answer: SILENCE },
  ]),
  { what: "the answer is cut", forwarded: true, answer: '{"jsonrpc":"2.0","id":1,"res' },
  { what: "the answer is another request's", forwarded: true, answer: '{"jsonrpc":"2.0","id":0,"result":"0x1"}' },
  { what: "the node itself ran out of time", forwarded: true, answer: refusal(-32002, "request timed out") },
  { what: "a proxy ran out of time", forwarded: true, answer: refusal(-32000, "context deadline exceeded") },
  { what: "a proxy fails in JSON", forwarded: true, answer: { status: 502, body: refusal(-32603, "no route") } },
  { what: "it is refused in unknown words", forwarded: true, answer: refusal(-32000, "something is wrong") },
  { what: "HTTP 429 is answered", forwarded: false, answer: { status: 429, headers: { "retry-after": "0" } } },
];

/** An error in the node's words, to whichever request. */
export function refusal(code: number, message: string): string {
  return JSON.stringify({ jsonrpc: "2.0", id: null, error: { code, message } });
}

const QUICK: Waits = { receipt: 10_000, sending: 10_000, lag: 50 };

/** Talks to a node through a gate. What is asked directly does not pass it. */
export async function throughGate<T>(
  node: string,
  keeper: Gatekeeper,
  work: (chain: Chain) => Promise<T>,
  waits: Partial<Waits> = {},
): Promise<T> {
  // The chain is opened before the gatekeeper minds.
  let minds = false;
  const gate = await openGate(node, (request, forward) => (minds ? keeper(request, forward) : forward()));
  try {
    const rpc = httpRpc(gate.url, { timeout: 1_500, retries: 2, pause: 1 });
    const chain = await openChain(rpc, { ...QUICK, ...waits });
    minds = true;
    return await work(chain);
  } finally {
    gate.close();
  }
}

/** Loses what is sent the first time; `sendings` counts all of them. */
export function losing(loss: Loss): { keeper: Gatekeeper; sendings: () => number } {
  let sendings = 0;
  const keeper: Gatekeeper = async (request, forward) => {
    if (!isSending(request)) return forward();
    sendings += 1;
    if (sendings > 1) return forward();
    if (loss.forwarded) await forward();
    return loss.answer;
  };
  return { keeper, sendings: () => sendings };
}
