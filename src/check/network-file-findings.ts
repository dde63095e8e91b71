import type { TextSource } from "../util/text-source.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { formatEnode } from "../model/enode.js";
import {
  differentSettings,
  settingsOf,
  type SettingValues,
  switchesOf,
} from "../network/network-file/file-settings.js";
import { parseNetworkFile } from "../network/network-file/network-file.js";
import { requireSameNetwork } from "../network/permission-config/same-network.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import type { NetworkSettings, NodeRecord } from "../model/records.js";
import { listFindings } from "./node-findings.js";

interface Known {
  config: PermissionConfig;
  settings: NetworkSettings;
  nodes: readonly NodeRecord[];
}

/** How a network that has booted differs from the network file from which it was deployed. Throws FILES_DIFFER
 *  when it was deployed from another one, and what parseNetworkFile throws. */
export function networkFileFindings(source: TextSource, { config, settings, nodes }: Known): Finding[] {
  const file = source.name;
  const { guardian } = settings;
  const network = parseNetworkFile(source);
  requireSameNetwork(network, config);
  const named = network.nodes.map((node) => ({ url: formatEnode(node), node }));
  const others = nodes.filter(
    ({ org, enodeId }) => org === network.adminOrg && !network.nodes.some((node) => node.enodeId === enodeId),
  );
  const findings = [
    ...(network.guardian === guardian
      ? []
      : [finding("GUARDIAN_DIFFERS", { file, named: network.guardian, guardian })]),
    ...listFindings(file, named, nodes),
    ...differentSettings(settingsOf(network), inForce(settings)).map(([inFile, inNetwork]) =>
      finding("SETTING_DIFFERS", { file, inFile, inNetwork }),
    ),
    ...others.map(({ url }) => finding("NODE_NOT_NAMED", { file, url })),
  ];
  return findings.length > 0 ? findings : [ok(`The network has the guardian and the nodes that ${file} names.`)];
}

function inForce(settings: NetworkSettings): SettingValues {
  return { ...switchesOf(settings), ...settings.limits };
}
