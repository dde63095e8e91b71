import { existsSync } from "node:fs";
import path from "node:path";
import { inspectPackage, type InspectPackageOptions } from "../consortium/packages/inspect-package.js";
import { ALL_FILE, ALL_SCRIPT } from "../consortium/packages/all-script.js";
import { MANIFEST } from "../consortium/packages/manifest.js";
import { fitCertificates, fitConfigs } from "../consortium/packages/fit-parts.js";
import { CONFIG_FILE, folderOf, packageFiles, TLS_FILE } from "../consortium/packages/node-package.js";
import { processesOf } from "../consortium/packages/node-process.js";
import type { Finding } from "../errors/finding.js";
import { refusal } from "../errors/refusal.js";
import { readCertificates } from "./certificate-files.js";
import { readPermissionConfig } from "./config-file.js";
import { readSoundConsortium } from "./consortium-files.js";
import { readText } from "./files.js";
import { openCertificateKey } from "./key-files.js";
import { readEnodeId } from "./node-keys.js";
import { contentOf, readFolder, writeWholeFolder } from "./whole-folder.js";

export interface WritePackagesOptions {
  /** The consortium file. */
  file: string;
  agency: string;
  directory: string;
  /** Files of groups whose contracts are deployed. */
  configs?: readonly string[] | undefined;
  /** Files with the certificates of nodes for TLS, and those above them. */
  certificates?: readonly string[] | undefined;
}

/** Writes a package for each process of an agency's nodes, all of them or none, and answers their folders. Packages that are there and
 *  that nobody has touched are replaced; the contracts and certificates that are in them stay, unless others are given. Throws what `readSoundConsortium` throws, AGENCY_UNKNOWN, CONFIG_OF_NO_GROUP,
 *  TLS_CERTIFICATE_OF_OTHER_NODE, FILE_EXISTS and FILE_NOT_WRITTEN. */
export function writePackages({ file, agency, directory, ...given }: WritePackagesOptions): string[] {
  const consortium = readSoundConsortium(file);
  const known = consortium.agencies.map(({ name }) => name);
  if (!known.includes(agency)) throw refusal("AGENCY_UNKNOWN", { file, agency, known });
  const { configs = [], certificates = [] } = given;
  const whole = path.resolve(directory);
  const folders = processesOf(consortium, agency).map((process) => path.join(directory, folderOf(process)));
  const former = (name: string): string[] => folders.map((folder) => path.join(folder, name)).filter(existsSync);
  const parts = {
    configs: fitConfigs(
      consortium,
      [...former(CONFIG_FILE), ...configs].map((each) => ({ file: each, value: readPermissionConfig(each) })),
    ),
    certificates: fitCertificates(
      consortium,
      agency,
      [...former(TLS_FILE), ...certificates].map((each) => ({ file: each, value: readCertificates(each) })),
    ),
  };
  writeWholeFolder(whole, packageFiles(consortium, agency, parts), () => areUntouched(whole));
  return folders;
}

/** Whether there is nothing but packages as they were made. */
function areUntouched(directory: string): boolean {
  const files = contentOf(directory).filter((file) => file !== ALL_FILE);
  if (existsSync(path.join(directory, ALL_FILE)) && readText(path.join(directory, ALL_FILE)) !== ALL_SCRIPT)
    return false;
  const folders = files.filter((file) => path.basename(file) === MANIFEST).map((file) => path.dirname(file));
  if (files.some((file) => !folders.includes(path.dirname(file)))) return false;
  return folders.every((folder) => {
    const findings = inspectPackage(readFolder(path.join(directory, folder)));
    return findings.every(({ code }) => code !== "PACKAGE_CHANGED" && code !== "PACKAGE_NOT_READ");
  });
}

export interface CheckPackageOptions extends Pick<InspectPackageOptions, "time"> {
  /** The consortium file. */
  file?: string | undefined;
  /** The node's key on this machine. */
  nodeKey?: string | undefined;
  /** The key for TLS on this machine, and where its password comes from. */
  tlsKey?: Parameters<typeof openCertificateKey>[0] | undefined;
}

/** Everything that speaks against a package. Throws FILE_NOT_READ, NODE_KEY_NOT_ALLOWED and what reading the other files throws. */
export async function checkPackage(directory: string, options: CheckPackageOptions = {}): Promise<Finding[]> {
  const { file, nodeKey, tlsKey, time } = options;
  // What is named by mistake may hold anything, and much of it.
  const isOther = existsSync(directory) && !existsSync(path.join(directory, MANIFEST));
  return inspectPackage(isOther ? new Map() : readFolder(directory), {
    time,
    consortium: file === undefined ? undefined : readSoundConsortium(file),
    enodeId: nodeKey === undefined ? undefined : readEnodeId(nodeKey),
    tlsKey: tlsKey === undefined ? undefined : (await openCertificateKey(tlsKey)).publicKey,
  });
}
