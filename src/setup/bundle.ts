import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { type Enode, formatEnode } from "../enode.js";
import { PortcullisError } from "../errors/error.js";
import { notWritten, removeLeftovers, temporaryBeside, toJson, writeAtomically } from "../files.js";
import type { Network } from "../network.js";
import type { PermissionConfig } from "../permission-config/permission-config.js";
import { readNodes } from "../read/records.js";
import { bundleReadme } from "./bundle-readme.js";

interface Bundle {
  config: PermissionConfig;
  /** Of a network file, or of `approvedNodes`. */
  nodes: readonly Enode[];
  directory: string;
}

/** The nodes that a running network lets connect, in the order in which they joined it. */
export async function approvedNodes(network: Network): Promise<Enode[]> {
  const approved = (await readNodes(network)).filter(({ status }) => status === "approved");
  return approved.map(({ enodeId, ip, port, raftPort }) => ({ enodeId, ip, port, raftPort }));
}

/** Writes a folder for each node, all of them or none, and answers the folders. What is there already and the same stays;
 *  throws FILE_EXISTS when it is not the same, and FILE_NOT_WRITTEN. */
export function writeBundle(bundle: Bundle): string[] {
  const directory = path.resolve(bundle.directory);
  const files = filesOf(bundle);
  if (!holds(directory, files)) {
    requireFree(directory);
    writeTogether(directory, files);
  }
  return bundle.nodes.map((node) => path.join(directory, folderOf(node)));
}

/** So many digits tell nodes apart, and can be read out. */
function folderOf({ enodeId }: Enode): string {
  return `node-${enodeId.slice(0, 16)}`;
}

/** What is written, by its path inside the directory. */
function filesOf({ config, nodes }: Bundle): Map<string, string> {
  const urls = toJson(nodes.map(formatEnode));
  const entries = nodes.flatMap((node) =>
    Object.entries({
      "permission-config.json": toJson(config),
      "static-nodes.json": urls,
      "permissioned-nodes.json": urls,
      "README.txt": bundleReadme(node),
    }).map(([name, text]) => [path.join(folderOf(node), name), text] as const),
  );
  return new Map(entries);
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
  return found.filter((file) => !statSync(path.join(directory, file)).isDirectory());
}

function requireFree(directory: string): void {
  if (!existsSync(directory)) return;
  if (statSync(directory).isDirectory() && readdirSync(directory).length === 0) return;
  throw new PortcullisError("FILE_EXISTS", `${directory} is there already, and holds something else.`, {
    facts: { directory },
    hint: "Name another directory, or move this one away if nobody needs it.",
  });
}

/** Written beside its place and moved there whole. */
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
    // Where it is written meanwhile says nothing to whoever named the directory.
    throw notWritten(directory, error instanceof PortcullisError ? error.cause : error);
  }
}
