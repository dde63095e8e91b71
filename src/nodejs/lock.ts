import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PortcullisError } from "../errors/error.js";
import { notWritten } from "./files.js";
import { hasEnded, here, thisProcess } from "./processes.js";

export interface Lock {
  /** With all links followed, and there. */
  readonly directory: string;
  /** Begins the names of the files of those that hold it or want it. */
  readonly name: string;
  /** What somebody is told while another one holds it. */
  readonly refuse: (holder: Holder) => PortcullisError;
}

export interface Holder {
  /** The file that holds the lock. */
  readonly file: string;
  readonly holder: number;
  /** In words, and whether it may have ended. */
  readonly who: string;
  readonly doubt: string;
}

/** What this process holds: its own files. */
const taken = new Set<string>();

/** Does something that nobody else may do meanwhile. Each one announces itself with a file of its own and then looks for others, so of
 *  two that begin at once one sees the other, or both do. What a killed run left behind counts for nothing, unless it ran in another
 *  container: whether that one has ended cannot be seen. */
export async function withLock<T>(lock: Lock, work: () => Promise<T>): Promise<T> {
  const own = fileOf(lock, thisProcess());
  if (taken.has(own)) throw lock.refuse(holderOf(lock, thisProcess()));
  taken.add(own);
  const release = (): void => {
    rmSync(own, { force: true });
  };
  // An interruption ends the process, and with it the lock.
  process.once("exit", release);
  try {
    announce(own);
    requireAlone(lock);
    return await work();
  } finally {
    process.off("exit", release);
    release();
    taken.delete(own);
  }
}

function announce(file: string): void {
  try {
    writeFileSync(file, "");
  } catch (cause) {
    throw notWritten(file, cause);
  }
}

function fileOf({ directory, name }: Lock, holder: string): string {
  return path.join(directory, `${name}.${holder}.lock`);
}

function requireAlone(lock: Lock): void {
  for (const file of readdirSync(lock.directory)) {
    if (!file.startsWith(`${lock.name}.`)) continue;
    const holder = /^(\d+\.\w+)\.lock$/.exec(file.slice(lock.name.length + 1))?.[1];
    if (holder === undefined || holder === thisProcess()) continue;
    if (!hasEnded(holder)) throw lock.refuse(holderOf(lock, holder));
    rmSync(fileOf(lock, holder), { force: true });
  }
}

function holderOf(lock: Lock, name: string): Holder {
  const [holder = "", where] = name.split(".");
  const facts = { file: fileOf(lock, name), holder: Number(holder) };
  if (where === here()) return { ...facts, who: `Process ${holder}`, doubt: "" };
  return { ...facts, who: "A process of another machine or container", doubt: ", or was stopped while doing so" };
}
