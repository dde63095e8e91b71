import { type ImportFile, parseImportFile } from "../network/import-file.js";
import { type Abi, parseAbi } from "../network/method.js";
import { type NetworkFile, parseNetworkFile } from "../network/network-file/network-file.js";
import { type ListedNode, parseStaticNodes } from "../network/network-file/static-nodes.js";
import { parsePolicies, type PolicyFile } from "../network/policy-file.js";
import { parseResolutionFile, type ResolutionFile } from "../network/resolution-file.js";
import { fileAt } from "./files.js";

/** Reads a network file in YAML or JSON. Throws FILE_NOT_READ, and NETWORK_FILE_NOT_ALLOWED with all its mistakes. */
export function readNetworkFile(file: string): NetworkFile {
  return parseNetworkFile(fileAt(file));
}

/** Reads roles, accounts and nodes to be added, in YAML or JSON. Throws FILE_NOT_READ, and IMPORT_FILE_NOT_ALLOWED with all its
 *  mistakes. */
export function readImportFile(file: string): ImportFile {
  return parseImportFile(fileAt(file));
}

/** Reads policies, in YAML or JSON; `refuse` throws POLICY_FILE_NOT_ALLOWED with all its mistakes. Throws FILE_NOT_READ. */
export function readPolicies(file: string): PolicyFile {
  return parsePolicies(fileAt(file));
}

/** Reads the changes of a resolution, in YAML or JSON. Throws FILE_NOT_READ, and RESOLUTION_FILE_NOT_ALLOWED with all its
 *  mistakes. */
export function readResolutionFile(file: string): ResolutionFile {
  return parseResolutionFile(fileAt(file));
}

/** Reads a static-nodes.json or permissioned-nodes.json. Throws FILE_NOT_READ or STATIC_NODES_NOT_ALLOWED. */
export function readStaticNodes(file: string): ListedNode[] {
  return parseStaticNodes(fileAt(file));
}

/** Reads the methods of a contract from its ABI, or from what a compiler, Hardhat or Foundry has written. Throws FILE_NOT_READ and
 *  ABI_FILE_NOT_ALLOWED. */
export function readAbi(file: string): Abi {
  return parseAbi(fileAt(file));
}
