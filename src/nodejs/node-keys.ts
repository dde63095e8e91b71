import { existsSync } from "node:fs";
import path from "node:path";
import { SigningKey } from "ethers";
import type { AgencyPart, AgencyPlan, PlannedRun } from "../consortium/cards/agency-file.js";
import { refusal } from "../errors/refusal.js";
import { readText, writeNew } from "./files.js";
import { OWNER_ONLY } from "./key-files.js";

/** The key of a node's process in a group, in a folder of its own. */
export interface NodeKey {
  node: string;
  group: string;
  enodeId: string;
  file: string;
}

/** Makes the keys of an agency's nodes that are not there yet, or of one of its nodes: 64 hex digits, as geth reads them, for the owner
 *  only to read. Throws NODE_KEY_NOT_ALLOWED and FILE_NOT_WRITTEN. */
export async function makeNodeKeys({ nodes }: AgencyPlan, directory: string, only?: string): Promise<NodeKey[]> {
  const { accountKeyIn, newPrivateKey } = await import("./private-keys.js");
  const wanted = nodes.filter(({ name }) => only === undefined || name === only);
  return wanted.flatMap(({ name: node, runs }) =>
    runs.map(({ group }) => {
      const file = keyFile(directory, node, group);
      if (!existsSync(file)) writeNew(file, (accountKeyIn(newPrivateKey("secp256k1")) ?? "").slice(2), OWNER_ONLY);
      return { node, group, enodeId: readEnodeId(file), file };
    }),
  );
}

/** An agency's part with the enode ids of its keys; of those that are elsewhere its file says them. Nothing else is taken from a key.
 *  Throws NODE_KEY_MISSING and NODE_KEY_NOT_ALLOWED. */
export function withEnodeIds({ nodes, ...agency }: AgencyPlan, directory: string): AgencyPart {
  const files = nodes.flatMap(({ name, runs }) =>
    runs.flatMap(({ group, enodeId }) => (enodeId === undefined ? keyFile(directory, name, group) : [])),
  );
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw refusal("NODE_KEY_MISSING", { files: missing });
  const complete = nodes.map(({ runs, ...node }) => {
    return { ...node, runs: runs.map((run) => ({ ...run, enodeId: enodeIdOf(node.name, run, directory) })) };
  });
  return { ...agency, nodes: complete };
}

function enodeIdOf(node: string, { group, enodeId }: PlannedRun, directory: string): string {
  const file = keyFile(directory, node, group);
  if (!existsSync(file)) return enodeId ?? "";
  const own = readEnodeId(file);
  if (enodeId !== undefined && enodeId.toLowerCase() !== own)
    throw refusal("NODE_KEY_NOT_ALLOWED", { cause: "other", file, node, group });
  return own;
}

function keyFile(directory: string, node: string, group: string): string {
  return path.join(directory, node, group, "nodekey");
}

/** The public key of a node's key. Throws FILE_NOT_READ and NODE_KEY_NOT_ALLOWED. */
export function readEnodeId(file: string): string {
  const text = readText(file).trim();
  if (!/^[\da-f]{64}$/i.test(text)) throw refusal("NODE_KEY_NOT_ALLOWED", { cause: "form", file });
  try {
    return new SigningKey(`0x${text}`).publicKey.slice(4);
  } catch {
    // The cause is left out: it might show the key.
    throw refusal("NODE_KEY_NOT_ALLOWED", { cause: "form", file });
  }
}
