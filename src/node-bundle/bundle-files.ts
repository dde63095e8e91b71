import { toJson } from "../util/json.js";
import { type Enode, formatEnode } from "../model/enode.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import { bundleReadme } from "./readme.js";

/** What each node is given. */
export interface Bundle {
  config: PermissionConfig;
  /** Of a network file, or of `approvedNodes`. */
  nodes: readonly Enode[];
}

/** The folder of a node. This many digits distinguish nodes, and can be read aloud. */
export function folderOf({ enodeId }: Enode): string {
  return `node-${enodeId.slice(0, 16)}`;
}

/** The files of all nodes, by their path inside the bundle. */
export function bundleFiles({ config, nodes }: Bundle): Map<string, string> {
  const urls = toJson(nodes.map(formatEnode));
  const entries = nodes.flatMap((node) =>
    Object.entries({
      "permission-config.json": toJson(config),
      "static-nodes.json": urls,
      "permissioned-nodes.json": urls,
      "README.txt": bundleReadme(node),
    }).map(([name, text]) => [`${folderOf(node)}/${name}`, text] as const),
  );
  return new Map(entries);
}
