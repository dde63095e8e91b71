import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PortcullisError } from "../errors/error.js";
import { notWritten, readText } from "../files.js";
import { isAlive } from "../processes.js";

/** Two runs in one directory would send everything twice. A killed run leaves a lock that nobody holds. */
export async function withLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  makeDirectory(directory);
  const file = path.join(directory, "deployment.lock");
  take(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw notWritten(directory, cause);
  }
}

/** A number without its end may be another process's: whoever wrote it was killed meanwhile. */
const END = "\n";
const OWN = `${process.pid}${END}`;

function holderIn(text: string): number {
  return text.endsWith(END) ? Number(text) : NaN;
}

function take(file: string): void {
  try {
    writeFileSync(file, OWN, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = holderIn(readText(file));
    if (holder !== process.pid && isAlive(holder)) {
      throw new PortcullisError("DEPLOYMENT_RUNS", `Process ${holder} is deploying into the same directory.`, {
        facts: { file, holder },
        hint: `Wait for it, or remove ${file} if no such process is a deployment.`,
      });
    }
    writeFileSync(file, OWN);
  }
}
