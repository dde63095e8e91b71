import { formatEnode } from "../enode.js";
import { readNetworkFile } from "../network-file/network-file.js";
import { requireSameNetwork } from "../network-file/same-network.js";
import type { PermissionConfig } from "../permission-config/permission-config.js";
import type { NodeRecord } from "../read/model.js";
import { type Finding, ok } from "./finding.js";
import { listFindings } from "./node-findings.js";

interface Known {
  config: PermissionConfig;
  guardian: string;
  nodes: readonly NodeRecord[];
}

/** What a network that has booted has otherwise than the network file says from which it was deployed. Throws FILES_DIFFER
 *  when it was deployed from another one, and what readNetworkFile throws. */
export function networkFileFindings(file: string, { config, guardian, nodes }: Known): Finding[] {
  const network = readNetworkFile(file);
  requireSameNetwork(network, config);
  const named = network.nodes.map((node) => ({ url: formatEnode(node), node }));
  const others = nodes.filter(
    ({ org, enodeId }) => org === network.adminOrg && !network.nodes.some((node) => node.enodeId === enodeId),
  );
  const findings = [
    ...(network.guardian === guardian ? [] : [otherGuardian(file, network.guardian, guardian)]),
    ...listFindings(file, named, nodes),
    ...others.map(({ url }) => notNamed(file, url)),
  ];
  return findings.length > 0 ? findings : [ok(`The network has the guardian and the nodes that ${file} names.`)];
}

function otherGuardian(file: string, named: string, guardian: string): Finding {
  return {
    level: "warning",
    code: "GUARDIAN_DIFFERS",
    what: `${file} names the guardian ${named}, and the network's is ${guardian}.`,
    wayOut: "If the office was handed on, write the new guardian into the file. If not, it is another network's file.",
  };
}

function notNamed(file: string, url: string): Finding {
  return {
    level: "info",
    code: "NODE_NOT_NAMED",
    what: `The admin organisation has the node ${url}, which ${file} does not name.`,
    wayOut: "Nothing has to be done if a network admin added it; portcullis history tells who did.",
  };
}
