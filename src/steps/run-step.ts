import { getCreateAddress, keccak256, toUtf8Bytes } from "ethers";
import type { TransactionRequest } from "../chain/call.js";
import { type Chain, countTransactions } from "../chain/chain.js";
import { gasPriceOf, requireFunds } from "../chain/fees.js";
import { RpcError } from "../chain/rpc-error.js";
import { deliver } from "../chain/sending.js";
import * as tx from "../chain/transactions.js";
import { notExecutedYet, until, waitForBlock, waitForReceipt } from "../chain/waiting.js";
import { explainRevert } from "../chain/explain-revert.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { capital } from "../util/capital.js";
import { prepare, type Signer } from "../chain/signers.js";
import type { Journal, JournalEntry } from "./journal.js";
import type { Step, StepReport } from "./step.js";

export interface Run {
  chain: Chain;
  journal: Journal;
  signers: readonly Signer[];
  report: (report: StepReport) => void;
}

/** A step of which no more is asked than that it is known to be done. */
type NamedStep = Pick<Step, "name" | "created">;

/** Completes one step, whatever happened to it in earlier runs. */
export async function runStep(run: Run, step: Step): Promise<void> {
  const request = await step.request();
  const entry = run.journal.find(step.name);
  if (entry !== undefined) requireSameRequest(entry, request);
  const isDone = entry?.state === "done" ? await shows(run, step, entry) : await step.isDone(entry?.address);
  if (isDone) {
    foundDone(run, step, entry);
    return;
  }
  const settled = entry?.state === "prepared" && (await settle(run, step, entry, request));
  if (!settled) await sendAnew(run, step, request);
}

export function foundDone(run: Run, step: NamedStep, entry: JournalEntry | undefined): void {
  if (entry !== undefined && entry.state !== "done") run.journal.record({ ...entry, state: "done" });
  complete(run, step, { step: step.name, state: "found", address: entry?.address });
}

function complete(run: Run, step: NamedStep, report: StepReport): void {
  if (report.address !== undefined) step.created?.(report.address);
  run.report(report);
}

/** Finds out what became of a transaction that an earlier run prepared; false when it can no longer happen. */
async function settle(run: Run, step: Step, found: JournalEntry, request: TransactionRequest): Promise<boolean> {
  const entry = (await isNonceUsed(run, found)) ? found : await sendAgain(run, found, request);
  const receipt = await outcome(run, entry);
  if (receipt !== "unknown") {
    await finish(run, step, entry, request, receipt);
    return true;
  }
  if (!(await shows(run, step, entry))) return false;
  foundDone(run, step, entry);
  return true;
}

/** The receipt, or "unknown" once the nonce is used and no receipt is available. */
async function outcome(run: Run, entry: JournalEntry): Promise<tx.Receipt | "unknown"> {
  const { chain } = run;
  const { hash, from, nonce } = entry;
  const used = await until(chain.waits.receipt, async () => (await isNonceUsed(run, entry)) || undefined);
  if (used === undefined) throw await notExecutedYet(chain, hash === undefined ? { from, nonce } : { hash });
  const receipt = hash === undefined ? undefined : await until(chain.waits.lag, () => tx.getReceipt(chain, hash));
  if (receipt !== undefined) await waitForBlock(chain, receipt);
  return receipt ?? "unknown";
}

/** Whether the chain shows what was executed. Some nodes have it a little later. */
async function shows({ chain }: Run, step: Step, entry: JournalEntry): Promise<boolean> {
  return (await until(chain.waits.lag, async () => (await step.isDone(entry.address)) || undefined)) ?? false;
}

async function isNonceUsed(run: Run, entry: JournalEntry): Promise<boolean> {
  return (await countTransactions(run.chain.rpc, entry.from, "latest")) > entry.nonce;
}

/** The nonce is free: the very same transaction is sent again, unless the node still has it. */
async function sendAgain(run: Run, entry: JournalEntry, request: TransactionRequest): Promise<JournalEntry> {
  if ((await tx.nextNonce(run.chain, entry.from)) > entry.nonce) return entry;
  const signed = entry.raw === undefined ? await signAgain(run, entry, request) : entry;
  try {
    return await send(run, signed, request, true);
  } catch (error) {
    // It may have been executed between the question and the sending.
    if ((await tx.nextNonce(run.chain, entry.from)) <= entry.nonce) throw explainRevert(error);
    return entry;
  }
}

/** An earlier run has left it to the node, or to someone elsewhere, to sign it. */
async function signAgain(run: Run, entry: JournalEntry, request: TransactionRequest): Promise<JournalEntry> {
  const signer = run.signers.find(({ address }) => address === entry.from);
  if (signer === undefined) throw refusal("SIGNER_MISSING", { cause: "step", step: entry.step, senders: [entry.from] });
  const signed = await signFor(run, signer, entry, request);
  if (signed.raw !== undefined) run.journal.record(signed);
  return signed;
}

function onlySigned(prepared: tx.Prepared): { raw: string; hash: string } | undefined {
  return prepared.raw === undefined ? undefined : prepared;
}

/** The name of a step as whoever signs it elsewhere is told. */
function sentence(step: string): string {
  return `${capital(step)}.`;
}

async function sendAnew(run: Run, step: Step, request: TransactionRequest): Promise<void> {
  const { chain, journal } = run;
  const signer = signerFor(run, step);
  const from = signer.address;
  const gas = await tx.estimateGas(chain, { from, ...request });
  const gasPrice = await gasPriceOf(chain);
  await requireFunds(chain, from, gas, gasPrice);
  const unsigned = newEntry(step, request, { from, gas, gasPrice, nonce: await tx.nextNonce(chain, from) });
  // What is signed elsewhere may also be sent from there.
  if (signer.elsewhere !== undefined) journal.record(unsigned);
  const entry = await signFor(run, signer, unsigned, request);
  journal.record(entry);
  const sent = await sendFirst(run, entry, request);
  await finish(run, step, sent, request, await waitForReceipt(chain, sent.hash));
}

/** What is known of a transaction before it is signed. */
export function newEntry(
  { name }: Step,
  request: TransactionRequest,
  { from, nonce, gas, gasPrice }: Pick<tx.Transaction, "from" | "nonce" | "gas" | "gasPrice">,
): JournalEntry {
  return {
    step: name,
    from,
    nonce,
    request: requestHash(request),
    gas: gas.toString(),
    gasPrice: gasPrice.toString(),
    ...(request.to === undefined ? { address: getCreateAddress({ from, nonce }) } : {}),
    state: "prepared",
  };
}

export async function signFor(
  { chain }: Run,
  signer: Signer,
  entry: JournalEntry,
  request: TransactionRequest,
): Promise<JournalEntry> {
  const prepared = await prepare(chain, signer, transaction(entry, request), sentence(entry.step));
  return { ...entry, ...onlySigned(prepared) };
}

/** Sends what no earlier run has sent. A transaction that the node refuses, or whose nonce another one took, is not in its pool, so
 *  the next run may prepare another one; those that were to `follow` with the next nonces are not sent then. Any other failure
 *  leaves open whether the node has heard of it. */
export async function sendFirst(
  run: Run,
  entry: JournalEntry,
  request: TransactionRequest,
  follow: readonly JournalEntry[] = [],
): Promise<JournalEntry & { hash: string }> {
  try {
    return await send(run, entry, request, false);
  } catch (error) {
    if (isNothingSent(error))
      run.journal.record(...[entry, ...follow].map((each) => ({ ...each, state: "failed" as const })));
    throw explainRevert(error);
  }
}

function isNothingSent(error: unknown): boolean {
  return error instanceof RpcError || (error instanceof PortcullisError && error.code === "NONCE_TAKEN");
}

/** `before` says that an earlier run may have sent it. */
async function send(run: Run, entry: JournalEntry, request: TransactionRequest, before: boolean) {
  const { raw, hash: known = "" } = entry;
  const prepared = raw === undefined ? tx.NOTHING_SIGNED : { raw, hash: known };
  const hash = await deliver(run.chain, transaction(entry, request), prepared, before);
  const sent = { ...entry, hash };
  // If the node signs, the hash is not known beforehand.
  if (entry.hash === undefined) run.journal.record(sent);
  run.report({ step: entry.step, state: "sent", hash });
  return sent;
}

async function finish(
  run: Run,
  step: Step,
  entry: JournalEntry,
  request: TransactionRequest,
  receipt: tx.Receipt,
): Promise<void> {
  const concluded = await conclude(run, step, entry, request, receipt);
  run.journal.record(concluded.entry);
  concluded.tell();
}

/** What is to be recorded of a transaction that was executed, and then to be told or thrown. */
export interface Concluded {
  entry: JournalEntry;
  tell: () => void;
}

/** Throws STEP_WITHOUT_EFFECT. */
export async function conclude(
  run: Run,
  step: Step,
  entry: JournalEntry,
  request: TransactionRequest,
  receipt: tx.Receipt,
): Promise<Concluded> {
  const { hash, gasUsed, block } = receipt;
  if (!receipt.succeeded) {
    const error = await tx.explainFailure(run.chain, { from: entry.from, ...request }, receipt);
    const tell = (): never => {
      throw error;
    };
    return { entry: { ...entry, state: "failed" }, tell };
  }
  if (!(await shows(run, step, entry))) throw refusal("STEP_WITHOUT_EFFECT", { step: step.name, hash, block });
  return {
    entry: { ...entry, state: "done", gasUsed: gasUsed.toString(), block: Number(block) },
    tell: () => {
      complete(run, step, { step: step.name, state: "done", address: entry.address, hash, gasUsed });
    },
  };
}

function transaction(
  { from, nonce, gas, gasPrice = "0" }: Pick<JournalEntry, "from" | "nonce" | "gas" | "gasPrice">,
  { to, data }: TransactionRequest,
): tx.Transaction {
  return { from, to, data, gas: BigInt(gas), gasPrice: BigInt(gasPrice), nonce };
}

export function signerFor(run: Run, step: Step): Signer {
  const { senders } = step;
  if (senders === undefined && run.signers[0] !== undefined) return run.signers[0];
  for (const sender of senders ?? []) {
    const signer = run.signers.find((each) => each.address === sender);
    if (signer !== undefined) return signer;
  }
  throw refusal("SIGNER_MISSING", { cause: "step", step: step.name, senders: senders ?? ["anyone"] });
}

function requestHash({ to, data }: TransactionRequest): string {
  return keccak256(toUtf8Bytes(`${to ?? ""}:${data}`));
}

export function requireSameRequest(entry: JournalEntry, request: TransactionRequest): void {
  if (entry.request === requestHash(request)) return;
  throw refusal("CONTRACTS_CHANGED", { step: entry.step });
}
