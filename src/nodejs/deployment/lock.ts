import { mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PortcullisError } from "../../errors/error.js";
import { refusal } from "../../errors/refusal.js";
import { notWritten } from "../files.js";
import { hasEnded, here, thisProcess } from "../processes.js";

/** Directories in which this process deploys. */
const taken = new Set<string>();

/** Two runs in one directory would send everything twice. Each announces itself with a file of its own and then looks for
 *  others, so of two that begin at once one sees the other, or both do. What a killed run left behind counts for nothing, unless it
 *  ran in another container: whether that one has ended cannot be seen. */
export async function withLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const place = makeDirectory(directory);
  const own = lockOf(place, thisProcess());
  if (taken.has(place)) throw runsAlready(thisProcess(), own);
  taken.add(place);
  const release = (): void => {
    rmSync(own, { force: true });
  };
  // An interruption ends the process, and with it the lock.
  process.once("exit", release);
  try {
    announce(own);
    requireAlone(place);
    return await work();
  } finally {
    process.off("exit", release);
    release();
    taken.delete(place);
  }
}

function makeDirectory(directory: string): string {
  try {
    mkdirSync(directory, { recursive: true });
    return realpathSync(directory);
  } catch (cause) {
    throw notWritten(directory, cause);
  }
}

function announce(file: string): void {
  try {
    writeFileSync(file, "");
  } catch (cause) {
    throw notWritten(file, cause);
  }
}

function lockOf(directory: string, holder: string): string {
  return path.join(directory, `deployment.${holder}.lock`);
}

function requireAlone(directory: string): void {
  for (const name of readdirSync(directory)) {
    const holder = /^deployment\.(\d+\.\w+)\.lock$/.exec(name)?.[1];
    if (holder === undefined || holder === thisProcess()) continue;
    if (!hasEnded(holder)) throw runsAlready(holder, lockOf(directory, holder));
    rmSync(lockOf(directory, holder), { force: true });
  }
}

function runsAlready(name: string, file: string): PortcullisError {
  const [holder = "", where] = name.split(".");
  const facts = { file, holder: Number(holder) };
  if (where === here()) return refusal("DEPLOYMENT_RUNS", { ...facts, who: `Process ${holder}`, doubt: "" });
  const elsewhere = { who: "A process of another machine or container", doubt: ", or was stopped while doing so" };
  return refusal("DEPLOYMENT_RUNS", { ...facts, ...elsewhere });
}
