import { setTimeout as sleep } from "node:timers/promises";
import { DROPPED, type GateAnswer, type Gatekeeper } from "./request-gate.js";

/** What may happen to a request between a command and its node. */
export const CONNECTION_FAULTS = [
  "dropped",
  "executed, not answered",
  "executed, cut in its answer",
  "delayed",
  "sent twice, the second one answered",
  "overtaken by later ones",
  "failed",
  "refused as too many",
] as const;

export type Fault = (typeof CONNECTION_FAULTS)[number];

/** So many later requests overtake one. */
const OVERTAKING = 3;
const DELAY = 30;

/** Does to each request what the plan says, one after the other; afterwards nothing happens to any. */
export function faulty(plan: readonly (Fault | undefined)[]): { keeper: Gatekeeper; count: () => number } {
  let requests = 0;
  let faults = 0;
  let overtaken: { at: number; forward: () => Promise<string> }[] = [];
  const deliverOvertaken = async (): Promise<void> => {
    const due = overtaken.filter(({ at }) => at <= requests);
    overtaken = overtaken.filter(({ at }) => at > requests);
    for (const { forward } of due) await forward();
  };
  const suffer: Record<Fault, (forward: () => Promise<string>) => Promise<GateAnswer>> = {
    dropped: () => Promise.resolve(DROPPED),
    "executed, not answered": async (forward) => {
      await forward();
      return DROPPED;
    },
    "executed, cut in its answer": async (forward) => (await forward()).slice(0, 20),
    delayed: async (forward) => {
      await sleep(DELAY);
      return forward();
    },
    "sent twice, the second one answered": async (forward) => {
      await forward();
      return forward();
    },
    "overtaken by later ones": (forward) => {
      overtaken.push({ at: requests + OVERTAKING, forward });
      return Promise.resolve(DROPPED);
    },
    failed: () => Promise.resolve({ status: 502 }),
    "refused as too many": () => Promise.resolve({ status: 429, headers: { "retry-after": "0" } }),
  };
  const keeper: Gatekeeper = async (_, forward) => {
    requests += 1;
    const fault = plan[requests - 1];
    await deliverOvertaken();
    if (fault === undefined) return forward();
    faults += 1;
    return suffer[fault](forward);
  };
  return { keeper, count: () => faults };
}
