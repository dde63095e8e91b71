import type { Chain } from "../../../src/chain/chain.js";
import type { JournalEntry } from "../../../src/steps/journal.js";
import { DROPPED, type Gatekeeper, isSending, openGate, type Request } from "./request-gate.js";
import { entriesIn } from "../journal.js";
import type { Outcome, Running } from "../../../tools/shared/processes.js";

/** How far a step is: written down and about to be sent; with the node, which has not answered; answered; written down
 *  as done. */
export type Moment = "prepared" | "sent" | "answered" | "done";

export interface Kill {
  step: number;
  moment: Moment;
}

/** Runs a script whose node is looked over by a gatekeeper, who knows the process. */
export async function runGuarded(
  node: string,
  start: (url: string) => Running,
  keeper: (running: Running) => Gatekeeper,
): Promise<Outcome> {
  const gate = await openGate(node, (request, forward) => guard(request, forward));
  const running = start(gate.url);
  const guard = keeper(running);
  try {
    return await running.ended;
  } finally {
    gate.close();
  }
}

/** Lets a block be made only when the process has seen that its transaction is not in one yet. */
export function miner(chain: Chain): Gatekeeper {
  return async ({ method }, forward) => {
    const answer = await forward();
    const looks = ["eth_getTransactionReceipt", "eth_getTransactionCount"].includes(method);
    if (looks) await chain.rpc.send("evm_mine", []);
    return answer;
  };
}

/** What it asked then is never answered. */
async function kill({ child, ended }: Running): Promise<typeof DROPPED> {
  child.kill("SIGKILL");
  await ended;
  return DROPPED;
}

/** Whether this sends what the entry has written down; entries of several steps may be written down together. */
function isSendingOf({ raw, nonce }: JournalEntry, request: Request): boolean {
  if (!isSending(request)) return false;
  const [sent] = request.params;
  return typeof sent === "string" ? sent === raw : Number((sent as { nonce: string }).nonce) === nonce;
}

/** Kills a process at a moment of a step. What it asked then is never answered. */
export function killer(
  directory: string,
  { step, moment }: Kill,
  otherwise: Gatekeeper = (_, forward) => forward(),
): (running: Running) => Gatekeeper {
  return (running) => {
    let answered = false;
    return async (request, forward) => {
      const entry = entriesIn(directory)[step - 1];
      const sends = entry !== undefined && isSendingOf(entry, request);
      if (answered || (sends && moment === "prepared") || (entry?.state === "done" && moment === "done"))
        return kill(running);
      const answer = await otherwise(request, forward);
      if (sends && moment === "sent") return kill(running);
      answered = sends && moment === "answered";
      return answer;
    };
  };
}

/** Kills a process once its node has got its so-manieth request; what it asked then is never answered. */
export function killerAt(count: number, otherwise: Gatekeeper): (running: Running) => Gatekeeper {
  let asked = 0;
  return (running) => async (request, forward) => {
    asked += 1;
    const last = asked === count;
    const answer = await otherwise(request, forward);
    return last ? kill(running) : answer;
  };
}
