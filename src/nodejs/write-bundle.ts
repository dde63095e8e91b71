import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { notWritten, removeLeftovers, temporaryBeside, writeAtomically } from "./files.js";
import { type Bundle, bundleFiles, folderOf } from "../node-bundle/bundle-files.js";

export interface WriteBundleOptions extends Bundle {
  directory: string;
}

/** Writes a folder for each node, all of them or none, and answers the folders. What is there already and the same stays;
 *  throws FILE_EXISTS when it is not the same, and FILE_NOT_WRITTEN. */
export function writeBundle(bundle: WriteBundleOptions): string[] {
  const directory = path.resolve(bundle.directory);
  const files = bundleFiles(bundle);
  if (!holds(directory, files)) {
    requireFree(directory);
    writeTogether(directory, files);
  }
  return bundle.nodes.map((node) => path.join(directory, folderOf(node)));
}

function holds(directory: string, files: ReadonlyMap<string, string>): boolean {
  const found = existsSync(directory) ? contentOf(directory) : [];
  const same = (file: string): boolean => readFileSync(path.join(directory, file), "utf8") === files.get(file);
  return found.length === files.size && found.every(same);
}

/** All files below a directory, by their path inside it; the directory itself when it is a file. */
function contentOf(directory: string): string[] {
  if (!statSync(directory).isDirectory()) return [""];
  const found = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return found
    .filter((file) => !statSync(path.join(directory, file)).isDirectory())
    .map((file) => file.replaceAll(path.sep, "/"));
}

function requireFree(directory: string): void {
  if (!existsSync(directory)) return;
  if (statSync(directory).isDirectory() && readdirSync(directory).length === 0) return;
  throw refusal("FILE_EXISTS", { cause: "different", file: directory });
}

/** Written next to its final place and moved there when complete. */
function writeTogether(directory: string, files: ReadonlyMap<string, string>): void {
  const temporary = temporaryBeside(directory);
  try {
    mkdirSync(path.dirname(directory), { recursive: true });
    removeLeftovers(directory);
    for (const [file, text] of files) writeAtomically(path.join(temporary, file), text);
    if (existsSync(directory)) rmdirSync(directory);
    renameSync(temporary, directory);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    // The temporary path means nothing to the user, who named the directory.
    throw notWritten(directory, error instanceof PortcullisError ? error.cause : error);
  }
}
