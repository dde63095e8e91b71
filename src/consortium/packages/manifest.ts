import { sha256 } from "ethers";
import * as z from "zod";
import { toJson } from "../../util/json.js";
import { type NodeProcess, urlOf } from "./node-process.js";

export const MANIFEST = "manifest.json";

const hash = z.string().regex(/^[\da-f]{64}$/);

const schema = z.strictObject({
  format: z.literal(1),
  agency: z.string(),
  node: z.string(),
  group: z.string(),
  enode: z.string(),
  /** SHA-256 of genesis.json, by which agencies compare it. */
  genesis: hash,
  files: z.record(z.string(), hash),
});

/** What a package says of itself: whose it is, and the hash of each of its files. */
export type Manifest = z.output<typeof schema>;

export function manifestText(process: NodeProcess, files: ReadonlyMap<string, string>): string {
  const { node, group, made } = process;
  const manifest: Manifest = {
    format: 1,
    agency: node.agency,
    node: node.name,
    group: group.name,
    enode: urlOf(process),
    genesis: made.fileHash.slice(2),
    files: Object.fromEntries([...files].map(([name, text]) => [name, fileHash(new TextEncoder().encode(text))])),
  };
  return toJson(manifest);
}

/** SHA-256 of a file, as sha256sum prints it. */
export function fileHash(bytes: Uint8Array): string {
  return sha256(bytes).slice(2);
}

/** What a manifest says; undefined if it is none. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
