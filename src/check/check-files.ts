import type { TextSource } from "../util/text-source.js";
import { settingInWords } from "../model/codes.js";
import { hasHostName } from "../model/enode.js";
import { PortcullisError } from "../errors/error.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import type { Mistake } from "../network/network-file/mistakes.js";
import { type NetworkFile, parseWithList } from "../network/network-file/network-file.js";
import { unusualSettings } from "../network/network-file/file-settings.js";
import { NodeJson } from "../network/node-json/node-json.js";
import { placeFindings } from "../network/node-places.js";
import { inspectPermissionConfig } from "../network/permission-config/permission-config.js";
import { ofMistake, thrown } from "./collect-findings.js";

export interface CheckNetworkFileOptions {
  /** Whether a node would boot the network instead of the tools. */
  nodesBoot?: boolean;
}

/** What is wrong with a network file, each mistake with its line and column, or what is worth a thought. */
export function checkNetworkFile(source: TextSource, { nodesBoot = false }: CheckNetworkFileOptions = {}): Finding[] {
  try {
    const { network, list } = parseWithList(source);
    return [
      ...thoughtsAbout(source.name, network),
      ...(nodesBoot ? leftOut(source.name, network) : []),
      ...(list === undefined ? [] : checkNodeList(list)),
    ];
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.facts.mistakes === undefined) return [thrown(error)];
    return (error.facts.mistakes as readonly Mistake[]).map((mistake) => ofMistake(error.code, mistake));
  }
}

function leftOut(file: string, network: NetworkFile): Finding[] {
  const settings = unusualSettings(network).map(settingInWords);
  return settings.length === 0 ? [] : [finding("SETTINGS_NOT_BOOTED", { file, settings })];
}

function thoughtsAbout(file: string, network: NetworkFile): Finding[] {
  const { guardian, accounts, nodes } = network;
  const findings = [ok(`${file} is complete: nodes ${nodes.length}, network admins ${accounts.length}.`)];
  if (accounts.length === 1) findings.push(finding("ONE_NETWORK_ADMIN", { cause: "planned", file }));
  if (accounts.length === 2) findings.push(finding("ALL_MUST_AGREE", { cause: "planned", file }));
  if (accounts.includes(guardian))
    findings.push(finding("GUARDIAN_IS_NETWORK_ADMIN", { cause: "planned", file, guardian }));
  return [...findings, ...hostNamesOfFile(file, network), ...placeFindings(file, nodes)];
}

/** Where a network file has nodes by host name, and yet compares ips. */
export function hostNamesOfFile(file: string, { ipCheck, nodes }: NetworkFile): Finding[] {
  const hosts = nodes.filter(hasHostName).map(({ ip }) => ip);
  if (!ipCheck || hosts.length === 0) return [];
  return [finding("HOST_NAMES_COMPARED", { cause: "planned", file, hosts })];
}

/** Why nodes do not read a list of nodes that the tools can read; nothing when they do. */
export function checkNodeList(source: TextSource): Finding[] {
  return new NodeJson(source.name, source.read()).flaws.map(({ line, column, what: flaw, wayOut: remedy }) =>
    finding("NODE_LIST_NOT_READ", { file: source.name, line, column, flaw, remedy }),
  );
}

/** What is wrong with a permission-config.json in itself; `checkDeployment` holds it against the chain. */
export function checkConfig(source: TextSource): Finding[] {
  try {
    const { config, issues } = inspectPermissionConfig(source.read());
    const findings = issues.map((issue) => ({ ...issue, what: `${source.name}: ${issue.what}` }));
    return config === undefined
      ? findings
      : [ok(`${source.name} is complete, and the tools can read it.`), ...findings];
  } catch (error) {
    return [thrown(error)];
  }
}
