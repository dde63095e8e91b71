import { requireInDate } from "../../certificates/authority.js";
import { parseContents } from "../../certificates/contents.js";
import { isSameKey, type PublicKey } from "../../certificates/keys.js";
import { thrown } from "../../check/collect-findings.js";
import { type Finding, finding, ok } from "../../errors/finding.js";
import { parseEnode } from "../../network/parse-enode.js";
import { spokenHash } from "../cards/canonical.js";
import type { Consortium } from "../file/consortium.js";
import { compareGenesis } from "../genesis/compare-genesis.js";
import { isForHost } from "./fit-parts.js";
import { fileHash, type Manifest, MANIFEST, parseManifest } from "./manifest.js";
import { filesOf, TLS_FILE } from "./node-package.js";
import { processesOf } from "./node-process.js";

/** The files of a package by their names. */
export type PackageContents = ReadonlyMap<string, Uint8Array>;

export interface InspectPackageOptions {
  /** What the agencies have agreed on. */
  consortium?: Consortium | undefined;
  /** Of the node's key on this machine. */
  enodeId?: string | undefined;
  /** Of the key for TLS on this machine. */
  tlsKey?: PublicKey | undefined;
  /** In place of now. */
  time?: Date | undefined;
}

/** Whether a package is as it was made, and for this consortium, this key and this time. */
export function inspectPackage(files: PackageContents, options: InspectPackageOptions = {}): Finding[] {
  const manifest = parseManifest(textOf(files, MANIFEST));
  if (manifest === undefined) return [finding("PACKAGE_NOT_READ", { file: MANIFEST })];
  const { consortium, enodeId } = options;
  return [
    ...fileFindings(files, manifest),
    ...(consortium === undefined ? [] : consortiumFindings(files, manifest, consortium)),
    ...(enodeId === undefined ? [] : [keyFinding(manifest, enodeId)]),
    ...(files.has(TLS_FILE) ? tlsFindings(files, manifest, options) : []),
  ];
}

function textOf(files: PackageContents, name: string): string {
  return new TextDecoder().decode(files.get(name));
}

function fileFindings(files: PackageContents, manifest: Manifest): Finding[] {
  const listed = Object.entries(manifest.files);
  const found = [
    ...listed.flatMap(([file, hash]) => {
      const bytes = files.get(file);
      if (bytes === undefined) return [finding("PACKAGE_CHANGED", { cause: "missing", file })];
      return fileHash(bytes) === hash ? [] : [finding("PACKAGE_CHANGED", { cause: "changed", file })];
    }),
    ...[...files.keys()]
      .filter((file) => file !== MANIFEST && !(file in manifest.files))
      .map((file) => finding("PACKAGE_CHANGED", { cause: "added", file })),
  ];
  if (found.length > 0) return found;
  const { node, agency, group } = manifest;
  return [ok(`All ${listed.length} files are as they were made for ${node} of ${agency} in ${group}.`)];
}

/** What the consortium file says in this version's words: a README may be of another one. */
const AGREED = ["genesis.json", "static-nodes.json", "permissioned-nodes.json"];

function consortiumFindings(files: PackageContents, manifest: Manifest, consortium: Consortium): Finding[] {
  const { node, agency, group } = manifest;
  const process = processesOf(consortium, agency).find((each) => each.node.name === node && each.group.name === group);
  if (process === undefined)
    return [finding("PACKAGE_OF_OTHER_CONSORTIUM", { cause: "noProcess", node, agency, group })];
  const made = filesOf(process, { configs: new Map(), certificates: new Map() });
  const [genesis, ...others] = AGREED.map((file) => ({ file, isSame: made.get(file) === textOf(files, file) }));
  const different = others.filter(({ isSame }) => !isSame).map(({ file }) => file);
  return [
    ...(genesis?.isSame === true
      ? [ok(`The genesis is that of the consortium file: ${spokenHash(process.made.fileHash)}.`)]
      : [
          finding("PACKAGE_OF_OTHER_CONSORTIUM", { cause: "genesis", group }),
          ...genesisDifferences(textOf(files, "genesis.json"), process.made.genesis),
        ]),
    ...(different.length === 0
      ? []
      : [finding("PACKAGE_OF_OTHER_CONSORTIUM", { cause: "lists", group, files: different })]),
  ];
}

function genesisDifferences(text: string, genesis: unknown): Finding[] {
  try {
    const found = compareGenesis(
      { name: "the package's", value: JSON.parse(text) },
      { name: "the consortium file's", value: genesis },
    );
    return found.filter(({ level }) => level !== "ok");
  } catch {
    return [];
  }
}

function keyFinding({ enode, node, group }: Manifest, enodeId: string): Finding {
  if (parseEnode(enode).enodeId === enodeId) return ok(`The key is that of ${node} in ${group}.`);
  return finding("PACKAGE_KEY_DIFFERS", { cause: "node", node, group });
}

function tlsFindings(files: PackageContents, manifest: Manifest, { tlsKey, time = new Date() }: InspectPackageOptions) {
  try {
    const [certificate] = parseContents(files.get(TLS_FILE) ?? new Uint8Array(), TLS_FILE).certificates;
    if (certificate === undefined) return [];
    const { ip: host } = parseEnode(manifest.enode);
    const name = certificate.subject.text;
    requireInDate(certificate, time);
    return [
      ...(isForHost(certificate, host)
        ? [ok(`${TLS_FILE} is the certificate of ${name}, for ${host}.`)]
        : [finding("PACKAGE_KEY_DIFFERS", { cause: "host", file: TLS_FILE, hosts: certificate.hosts, host })]),
      ...(tlsKey === undefined || isSameKey(tlsKey, certificate.publicKey)
        ? []
        : [finding("PACKAGE_KEY_DIFFERS", { cause: "tls", file: TLS_FILE })]),
    ];
  } catch (error) {
    return [thrown(error)];
  }
}
