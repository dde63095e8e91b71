import { mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PortcullisError } from "../errors/error.js";
import { notWritten } from "../files.js";
import { isAlive } from "../processes.js";

/** Directories in which this process deploys. */
const taken = new Set<string>();

/** Two runs in one directory would send everything twice. Each announces itself with a file of its own and then looks for
 *  others, so of two that begin at once one sees the other, or both do. What a killed run left behind counts for nothing. */
export async function withLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const place = makeDirectory(directory);
  if (taken.has(place)) throw runsAlready(process.pid, lockOf(place, process.pid));
  taken.add(place);
  const own = lockOf(place, process.pid);
  try {
    announce(own);
    requireAlone(place);
    return await work();
  } finally {
    rmSync(own, { force: true });
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

function lockOf(directory: string, pid: number): string {
  return path.join(directory, `deployment.${pid}.lock`);
}

function requireAlone(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = Number(/^deployment\.(\d+)\.lock$/.exec(name)?.[1]);
    if (Number.isNaN(pid) || pid === process.pid) continue;
    if (isAlive(pid)) throw runsAlready(pid, lockOf(directory, pid));
    rmSync(lockOf(directory, pid), { force: true });
  }
}

function runsAlready(holder: number, file: string): PortcullisError {
  return new PortcullisError("DEPLOYMENT_RUNS", `Process ${holder} is deploying into the same directory.`, {
    facts: { file, holder },
    hint: `Wait for it, or remove ${file} if no such process is a deployment.`,
  });
}
