import { pemText } from "../../certificates/pem.js";
import type { Certificate } from "../../certificates/certificate.js";
import type { PermissionConfig } from "../../network/permission-config/permission-config.js";
import { toJson } from "../../util/json.js";
import type { Consortium } from "../file/consortium.js";
import { genesisText } from "../genesis/genesis.js";
import { ALL_FILE, ALL_SCRIPT } from "./all-script.js";
import { MANIFEST, manifestText } from "./manifest.js";
import { nodeList, type NodeProcess, processesOf } from "./node-process.js";
import { packageReadme } from "./readme.js";
import { serviceUnit, unitName } from "./service-unit.js";
import { startScript } from "./start-script.js";

/** What there is besides the consortium file. */
export interface PackageParts {
  /** Of groups whose contracts are deployed, by their names. */
  configs: ReadonlyMap<string, PermissionConfig>;
  /** The certificate for TLS and those above it, by the names of nodes. */
  certificates: ReadonlyMap<string, readonly Certificate[]>;
}

/** The certificate for TLS in a package, and what names the contracts. */
export const TLS_FILE = "tls.crt";
export const CONFIG_FILE = "permission-config.json";

/** Where a package is below the folder of all. */
export function folderOf({ node, group }: Pick<NodeProcess, "node" | "group">): string {
  return `${node.name}/${group.name}`;
}

/** The files of an agency's packages, by their paths: one for each process of its nodes, with what it needs and nothing secret; and beside
 *  them what starts all of them. */
export function packageFiles(consortium: Consortium, agency: string, parts: PackageParts): Map<string, string> {
  const packages = processesOf(consortium, agency).flatMap((process) =>
    [...filesOf(process, parts)].map(([name, text]) => [`${folderOf(process)}/${name}`, text] as const),
  );
  return new Map([[ALL_FILE, ALL_SCRIPT], ...packages]);
}

/** The files of one package by their names, the last of which is the manifest. */
export function filesOf(process: NodeProcess, { configs, certificates }: PackageParts): Map<string, string> {
  const config = configs.get(process.group.name);
  const chain = certificates.get(process.node.name);
  const files = new Map([
    ["README.txt", packageReadme(process, { hasConfig: config !== undefined, hasCertificate: chain !== undefined })],
    ["genesis.json", genesisText(process.made.genesis)],
    ["static-nodes.json", nodeList(process)],
    ["permissioned-nodes.json", nodeList(process)],
    ["start.sh", startScript(process)],
    [unitName(process), serviceUnit(process)],
  ]);
  if (config !== undefined) files.set(CONFIG_FILE, toJson(config));
  if (chain !== undefined) files.set(TLS_FILE, chain.map(({ der }) => pemText("certificate", der)).join(""));
  return files.set(MANIFEST, manifestText(process, files));
}
