import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { refusal } from "../errors/refusal.js";
import type { TextSource } from "../util/text-source.js";
import { fileAt } from "./files.js";

/** A file of a folder that is not read, and why. */
export interface SkippedFile {
  file: string;
  whyNot: string;
}

/** Files of a folder that are read: what tools for networks of GoQuorum and Besu write. */
const READ = /^(?:genesis|static-nodes|permissioned-nodes)\.json$/;

/** Names of files that are never opened. */
const SECRET = /nodekey$|private|keystore|password|\.key$|^UTC--/i;

const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    SECRET,
    "it may be a secret, and was not opened; whoever made these keys has all of them, so make new ones where nodes run",
  ],
  [/^(?:nodekey\.pub|address|enode)$/i, "the genesis and the list of nodes say it"],
];

/** The files that are named, and those of folders that are named that can be read; the others of a folder are told. */
export function consortiumInputs(named: readonly string[]): { sources: TextSource[]; skipped: SkippedFile[] } {
  const sources: TextSource[] = [];
  const skipped: SkippedFile[] = [];
  for (const given of named) {
    if (!isDirectory(given)) sources.push(inItsFolder(given));
    else
      for (const file of filesIn(given))
        if (READ.test(path.basename(file))) sources.push(inItsFolder(file));
        else skipped.push({ file, whyNot: whyNot(file) });
  }
  return { sources, skipped };
}

/** A file that names others in its own folder or below it only, whatever links lead out, and none that may be secret: somebody else
 *  may have written it. */
function inItsFolder(file: string): TextSource {
  const source = fileAt(file);
  const folder = path.dirname(file);
  return {
    ...source,
    beside: (relative) => {
      const named = source.beside(endInside(folder, relative));
      return {
        ...named,
        read: () => {
          requireOpen(folder, named.name);
          return named.read();
        },
      };
    },
  };
}

/** The longest end of a path that is a file in a folder; the path itself where none is. ChainMaker reads paths from where it is
 *  started, which is beside the folders of its files, not in them. */
function endInside(folder: string, relative: string): string {
  const parts = path
    .normalize(relative)
    .split(path.sep)
    .filter((part) => !["..", ".", ""].includes(part));
  const ends = [relative, ...parts.map((_, index) => path.join(...parts.slice(index)))];
  return ends.find((end) => isFileInside(folder, path.join(folder, end))) ?? relative;
}

function isFileInside(folder: string, file: string): boolean {
  return !leadsOut(folder, file) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
}

/** Throws FILE_NOT_READ for what is not to be opened. */
function requireOpen(folder: string, file: string): void {
  if (leadsOut(folder, file)) throw refusal("FILE_NOT_READ", { cause: "outside", file });
  const real = existsSync(file) ? realpathSync(file) : undefined;
  if (real !== undefined && leadsOut(realpathSync(folder), real))
    throw refusal("FILE_NOT_READ", { cause: "outside", file });
  if ([file, real ?? ""].some((each) => SECRET.test(path.basename(each))))
    throw refusal("FILE_NOT_READ", { cause: "secret", file });
}

function leadsOut(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return path.isAbsolute(relative) || relative.split(path.sep)[0] === "..";
}

function isDirectory(given: string): boolean {
  return statSync(given, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesIn(directory: string): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" }).map((name) => path.join(directory, name));
  return names.filter((name) => !isDirectory(name)).sort();
}

function whyNot(file: string): string {
  const within = file.split(path.sep);
  const name = path.basename(file);
  const found =
    REASONS.find(([named]) => named.test(name)) ?? REASONS.find(([named]) => within.some((each) => named.test(each)));
  return found?.[1] ?? "it is none of the files of a folder that are read";
}
