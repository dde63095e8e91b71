import type { TransactionRequest } from "../chain/call.js";
import { askEach } from "../chain/ask-each.js";
import { gasPriceOf, requireFunds } from "../chain/fees.js";
import { inFlight } from "../chain/in-flight.js";
import * as tx from "../chain/transactions.js";
import { waitForReceipt } from "../chain/waiting.js";
import type { JournalEntry } from "./journal.js";
import {
  conclude,
  foundDone,
  newEntry,
  requireSameRequest,
  type Run,
  runStep,
  sendFirst,
  signerFor,
  signFor,
} from "./run-step.js";
import { total } from "../util/total.js";
import type { Step } from "./step.js";

interface New {
  step: Step;
  request: TransactionRequest;
}

/** Completes steps that do not need each other, several in flight at once. All of them are written down before the first is
 *  sent, and sent in the order of their nonces, so that an earlier run leaves a beginning of them in the pool and never a gap. */
export async function runTogether(run: Run, steps: readonly Step[]): Promise<void> {
  const fresh: New[] = [];
  for (const { step, request, state } of await askEach(steps, (each) => look(run, each))) {
    if (state === "new") fresh.push({ step, request });
    else if (state === "done") foundDone(run, step, run.journal.find(step.name));
    else await runStep(run, step);
  }
  for (const part of inFlight(fresh)) await sendTogether(run, part);
}

/** What an earlier run has begun and not finished is settled as any other step. */
async function look(run: Run, step: Step): Promise<New & { state: "new" | "done" | "begun" }> {
  const request = await step.request();
  const entry = run.journal.find(step.name);
  if (entry !== undefined) requireSameRequest(entry, request);
  if (entry?.state !== "prepared" && (await step.isDone(entry?.address))) return { step, request, state: "done" };
  return { step, request, state: entry === undefined || entry.state === "failed" ? "new" : "begun" };
}

async function sendTogether(run: Run, all: readonly New[]): Promise<void> {
  const { chain, journal } = run;
  const [first] = all;
  if (first === undefined) return;
  const signer = signerFor(run, first.step);
  if (signer.elsewhere !== undefined) {
    for (const { step } of all) await runStep(run, step);
    return;
  }
  const from = signer.address;
  const gas = await askEach(all, ({ request }) => tx.estimateGas(chain, { from, ...request }));
  const gasPrice = await gasPriceOf(chain);
  await requireFunds(chain, from, total(gas), gasPrice);
  const nonce = await tx.nextNonce(chain, from);
  const begun: (New & { entry: JournalEntry })[] = [];
  for (const [index, each] of all.entries()) {
    const entry = newEntry(each.step, each.request, { from, nonce: nonce + index, gas: gas[index] ?? 0n, gasPrice });
    begun.push({ ...each, entry: await signFor(run, signer, entry, each.request) });
  }
  journal.record(...begun.map(({ entry }) => entry));
  await finishTogether(run, await sendInOrder(run, begun));
}

type Sent = New & { entry: JournalEntry & { hash: string } };

async function sendInOrder(run: Run, begun: readonly (New & { entry: JournalEntry })[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const [index, each] of begun.entries()) {
    const follow = begun.slice(index + 1).map(({ entry }) => entry);
    sent.push({ ...each, entry: await sendFirst(run, each.entry, each.request, follow) });
  }
  return sent;
}

async function finishTogether(run: Run, sent: readonly Sent[]): Promise<void> {
  const last = sent.at(-1);
  // Once the last is executed, so are those with the nonces before it.
  if (last !== undefined) await waitForReceipt(run.chain, last.entry.hash);
  const concluded = await askEach(sent, async ({ step, entry, request }) =>
    conclude(run, step, entry, request, await waitForReceipt(run.chain, entry.hash)),
  );
  run.journal.record(...concluded.map(({ entry }) => entry));
  for (const { tell } of concluded) tell();
}
