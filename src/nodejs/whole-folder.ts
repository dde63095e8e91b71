import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { notWritten, readBytes, removeLeftovers, temporaryBeside, writeAtomically } from "./files.js";

/** Files by their paths inside a folder, with slashes. */
export type FolderFiles = ReadonlyMap<string, string>;

/** Writes a folder with these files and no others, all of them or none. What is there already and the same stays; what is not the same is
 *  replaced only where `mayReplace` says that nothing of anybody's is lost. Throws FILE_EXISTS and FILE_NOT_WRITTEN. */
export function writeWholeFolder(directory: string, files: FolderFiles, mayReplace = (): boolean => false): void {
  if (holds(directory, files)) return;
  const isFree = !existsSync(directory) || isEmpty(directory);
  if (!isFree && !mayReplace()) throw refusal("FILE_EXISTS", { cause: "different", file: directory });
  writeTogether(directory, files, isFree);
}

/** All files below a directory, by their path inside it, and links that lead nowhere; the directory itself when it is a file. */
export function contentOf(directory: string): string[] {
  if (!statSync(directory).isDirectory()) return [""];
  const found = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return found
    .filter((file) => statSync(path.join(directory, file), { throwIfNoEntry: false })?.isDirectory() !== true)
    .map((file) => file.replaceAll(path.sep, "/"));
}

/** The same with what is in them. Throws FILE_NOT_READ. */
export function readFolder(directory: string): Map<string, Uint8Array> {
  if (!existsSync(directory)) readBytes(directory);
  return new Map(contentOf(directory).map((file) => [file, readBytes(path.join(directory, file))]));
}

function holds(directory: string, files: FolderFiles): boolean {
  const found = existsSync(directory) ? contentOf(directory) : [];
  const same = (file: string): boolean => readFileSync(path.join(directory, file), "utf8") === files.get(file);
  return found.length === files.size && found.every(same);
}

function isEmpty(directory: string): boolean {
  return statSync(directory).isDirectory() && readdirSync(directory).length === 0;
}

/** Written next to its final place and moved there when complete. */
function writeTogether(directory: string, files: FolderFiles, isFree: boolean): void {
  const temporary = temporaryBeside(directory);
  const former = `${temporary}.former`;
  try {
    mkdirSync(path.dirname(directory), { recursive: true });
    removeLeftovers(directory);
    for (const [file, text] of files) writeAtomically(path.join(temporary, file), text);
    if (!isFree) renameSync(directory, former);
    else if (existsSync(directory)) rmdirSync(directory);
    renameSync(temporary, directory);
    rmSync(former, { recursive: true, force: true });
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (existsSync(former) && !existsSync(directory)) renameSync(former, directory);
    // The temporary path means nothing to the user, who named the directory.
    throw notWritten(directory, error instanceof PortcullisError ? error.cause : error);
  }
}
