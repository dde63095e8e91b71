import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A directory of the work's own, which goes with it. */
export async function withScratch<T>(work: (directory: string) => T | Promise<T>): Promise<T> {
  const directory = makeScratch();
  try {
    return await work(directory);
  } finally {
    removeScratch(directory);
  }
}

/** The same for tests that share one directory: made before them, removed after them. */
export function makeScratch(): string {
  return mkdtempSync(path.join(tmpdir(), "portcullis-"));
}

export function removeScratch(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}
