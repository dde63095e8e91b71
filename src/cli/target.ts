import { createWriteStream, lstatSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PortcullisError } from "../errors/error.js";
import { notWritten, temporaryBeside } from "../files.js";

/** Writes texts one behind the other: into a file, which is there only once it is whole, or to standard output. */
export async function writeTexts(
  texts: AsyncIterable<string> | Iterable<string>,
  file: string | undefined,
): Promise<void> {
  if (file === undefined) {
    await pipeline(Readable.from(texts), process.stdout, { end: false });
    return;
  }
  try {
    if (isSpecial(file)) await pipeline(Readable.from(texts), createWriteStream(file));
    else await writeWhole(texts, file);
  } catch (error) {
    throw error instanceof PortcullisError ? error : notWritten(file, error);
  }
}

async function writeWhole(texts: AsyncIterable<string> | Iterable<string>, file: string): Promise<void> {
  const unfinished = temporaryBeside(file);
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  try {
    await pipeline(Readable.from(texts), createWriteStream(unfinished));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** A device, a pipe or a link is written to, and not replaced. */
function isSpecial(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
