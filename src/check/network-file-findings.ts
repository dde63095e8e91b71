import type { TextSource } from "../basics/text-source.js";
import { formatEnode } from "../model/enode.js";
import { parseNetworkFile } from "../network/network-file/network-file.js";
import { requireSameNetwork } from "../network/permission-config/same-network.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import type { NodeRecord } from "../model/records.js";
import { type Finding, ok } from "./finding.js";
import { listFindings } from "./node-findings.js";

interface Known {
  config: PermissionConfig;
  guardian: string;
  nodes: readonly NodeRecord[];
}

/** How a network that has booted differs from the network file from which it was deployed. Throws FILES_DIFFER
 *  when it was deployed from another one, and what parseNetworkFile throws. */
export function networkFileFindings(source: TextSource, { config, guardian, nodes }: Known): Finding[] {
  const file = source.name;
  const network = parseNetworkFile(source);
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
    wayOut:
      "If the office was handed over, write the new guardian into the file. If not, it is another network's file.",
  };
}

function notNamed(file: string, url: string): Finding {
  return {
    level: "info",
    code: "NODE_NOT_NAMED",
    what: `The admin organisation has the node ${url}, which ${file} does not name.`,
    wayOut: "Nothing needs to be done if a network admin added it; portcullis history says who did.",
  };
}
