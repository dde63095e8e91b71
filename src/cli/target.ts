import { createWriteStream, lstatSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PortcullisError } from "../errors/error.js";
import { withoutControls } from "./output.js";
import { notWritten, removeLeftovers, temporaryBeside } from "../nodejs/files.js";

type Texts = AsyncIterable<string> | Iterable<string>;

interface NewFile {
  file: string;
  texts: Texts;
}

/** Writes texts one after the other: to a file, which appears only once it is complete, or to standard output. */
export async function writeTexts(texts: Texts, file: string | undefined): Promise<void> {
  if (file === undefined) {
    await pipeline(Readable.from(texts), harmless, process.stdout, { end: false });
    return;
  }
  if (!isSpecial(file)) {
    await writeFilesTogether([{ file, texts }]);
    return;
  }
  try {
    await pipeline(Readable.from(texts), harmless, createWriteStream(file));
  } catch (error) {
    throw error instanceof PortcullisError ? error : notWritten(file, error);
  }
}

async function* harmless(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) yield withoutControls(text);
}

/** Writes several files. None of them gets its name before all are complete. */
export async function writeFilesTogether(files: readonly NewFile[]): Promise<void> {
  const all = files.map(({ file, texts }) => ({ file, texts, unfinished: temporaryBeside(file) }));
  try {
    for (const { file, texts, unfinished } of all) {
      await mkdir(path.dirname(unfinished), { recursive: true });
      removeLeftovers(file);
      await pipeline(Readable.from(texts), createWriteStream(unfinished));
    }
    for (const { file, unfinished } of all) await rename(unfinished, file);
  } catch (error) {
    throw error instanceof PortcullisError ? error : notWritten(files.map(({ file }) => file).join(", "), error);
  } finally {
    for (const { unfinished } of all) await rm(unfinished, { force: true });
  }
}

/** A device, a pipe or a link is written to, and not replaced. */
function isSpecial(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
