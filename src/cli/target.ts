import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Writes texts one behind the other: into a file, which is there only once it is whole, or to standard output. */
export async function writeTexts(
  texts: AsyncIterable<string> | Iterable<string>,
  file: string | undefined,
): Promise<void> {
  if (file === undefined) {
    await pipeline(Readable.from(texts), process.stdout, { end: false });
    return;
  }
  const target = path.resolve(file);
  const unfinished = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await pipeline(Readable.from(texts), createWriteStream(unfinished));
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
}
