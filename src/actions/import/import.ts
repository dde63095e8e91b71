import { requireTaken } from "../require-taken.js";
import { askEach } from "../../chain/ask-each.js";
import { call } from "../../chain/call.js";
import { explainRevert } from "../../chain/explain-revert.js";
import { gasPriceOf, requireFunds } from "../../chain/fees.js";
import { inFlight } from "../../chain/in-flight.js";
import { requireRefused } from "../../chain/node-errors.js";
import { RpcError } from "../../chain/rpc-error.js";
import { deliver } from "../../chain/sending.js";
import { prepare } from "../../chain/signers.js";
import * as tx from "../../chain/transactions.js";
import { waitForEarlier, waitForReceipt } from "../../chain/waiting.js";
import type { PortcullisError } from "../../errors/error.js";
import { refusal } from "../../errors/refusal.js";
import { signingSeveral } from "../../errors/signing-several.js";
import type { ImportEntry, ImportFile } from "../../network/import-file.js";
import { total } from "../../util/total.js";
import { type Actor, type ActionResult, resultOf } from "../perform.js";
import { type ImportPlan, planImport, proceedingOf } from "./plan.js";

/** What became of one entry: it was added, was there already, was refused, or was not sent. */
export interface Imported {
  readonly entry: ImportEntry;
  readonly outcome: "added" | "there" | "refused" | "would be added" | "not sent";
  readonly done: ActionResult | null;
  readonly error: PortcullisError | null;
}

export interface ImportOptions extends Omit<Actor, "approve" | "onPending"> {
  /** Called with what is to be added, before anything is sent; with `false` nothing is. */
  readonly approve?: (plan: ImportPlan) => Promise<boolean>;
  /** Called with each entry as soon as it is known what became of it. */
  readonly report?: (imported: Imported) => void;
}

/** Adds what a file names and the network does not hold yet, several transactions in flight at once. It first waits for what the
 *  account has sent before, which may be a part of the same: so it can be stopped at any moment, and run again. What the contracts
 *  refuse when its turn comes does not keep the others. Throws IMPORT_FILE_NOT_ALLOWED, CANCELLED, and where it cannot go on
 *  what sending throws, once all that was sent is executed; where the node would take none, SENDER_NOT_ALLOWED or NODE_OF_OTHER_ORG. */
export async function importRecords(options: ImportOptions, file: ImportFile): Promise<Imported[]> {
  const { network, signer, dryRun = false, approve, report } = options;
  await waitForEarlier(network.chain, signer.address);
  const plan = await planImport(network, signer.address, file);
  const all: Imported[] = [];
  const tell = (imported: Imported): void => {
    all.push(imported);
    report?.(imported);
  };
  for (const entry of plan.there) tell({ entry, outcome: "there", done: null, error: null });
  const missing = [...plan.first, ...plan.then];
  const [one] = missing;
  if (one === undefined) return all;
  // A node takes all of them, or none.
  const [, populated] = proceedingOf(network, one);
  await requireTaken(network, { from: signer.address, ...(await populated) });
  const approved = (await approve?.(plan)) ?? true;
  if (dryRun) {
    for (const entry of missing) tell({ entry, outcome: "would be added", done: null, error: null });
    return all;
  }
  if (!approved) throw refusal("CANCELLED", { cause: "notSent" });
  // Roles come first: accounts may need them.
  const roles = plan.first.filter(({ kind }) => kind === "role");
  const others = [...plan.first.filter(({ kind }) => kind !== "role"), ...plan.then];
  for (const group of [roles, others]) {
    for (const part of inFlight(group)) await signingSeveral(() => addTogether(options, part, tell));
  }
  return all;
}

interface InFlight {
  entry: ImportEntry;
  summary: string;
  sent: tx.Transaction;
  hash: string;
}

/** A refused one leaves its nonce to the next. */
async function addTogether(
  options: ImportOptions,
  entries: readonly ImportEntry[],
  tell: (imported: Imported) => void,
): Promise<void> {
  const { network, signer } = options;
  const { chain } = network;
  const from = signer.address;
  const asked = await askEach(entries, (entry) => ask(options, entry));
  const flying: InFlight[] = [];
  const gasPrice = await gasPriceOf(chain);
  await requireFunds(chain, from, total(asked.map(({ gas }) => gas)), gasPrice);
  let nonce = await tx.nextNonce(chain, from);
  let trouble: unknown;
  for (const { entry, summary, request, gas, error } of asked) {
    if (error !== null) {
      tell({ entry, outcome: "refused", done: null, error });
      continue;
    }
    if (trouble !== undefined) {
      tell({ entry, outcome: "not sent", done: null, error: null });
      continue;
    }
    const sent = { ...request, gas, gasPrice, nonce };
    try {
      const prepared = await prepare(chain, signer, sent, summary);
      flying.push({ entry, summary, sent, hash: await deliver(chain, sent, prepared) });
      nonce += 1;
    } catch (cause) {
      if (cause instanceof RpcError) tell({ entry, outcome: "refused", done: null, error: explainRevert(cause) });
      else {
        trouble = cause;
        tell({ entry, outcome: "not sent", done: null, error: null });
      }
    }
  }
  await land(options, flying, tell);
  if (trouble !== undefined) throw explainRevert(trouble);
}

/** Whether the contracts would accept it, now that what it needs is there. */
async function ask({ network, signer }: ImportOptions, entry: ImportEntry) {
  const [summary, populated] = proceedingOf(network, entry);
  const request = { from: signer.address, ...(await populated) };
  try {
    await call(network.chain.rpc, request);
    return { entry, summary, request, gas: await tx.estimateGas(network.chain, request), error: null };
  } catch (error) {
    return { entry, summary, request, gas: 0n, error: requireRefused(error) };
  }
}

async function land(options: ImportOptions, flying: readonly InFlight[], tell: (imported: Imported) => void) {
  const { network } = options;
  const { chain } = network;
  const last = flying.at(-1);
  // Once the last is executed, so are those with the nonces before it.
  if (last !== undefined) await waitForReceipt(chain, last.hash);
  const landed = await askEach(flying, async ({ entry, summary, sent, hash }): Promise<Imported> => {
    const receipt = await waitForReceipt(chain, hash);
    try {
      const done = await resultOf({ chain, network }, summary, sent, receipt);
      return { entry, outcome: "added", done, error: null };
    } catch (error) {
      return { entry, outcome: "refused", done: null, error: requireRefused(error) };
    }
  });
  for (const each of landed) tell(each);
}
