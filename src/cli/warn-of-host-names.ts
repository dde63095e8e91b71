import { type Enode, hasHostName } from "../model/enode.js";
import { parseEnode } from "../network/parse-enode.js";
import type { Subject } from "../model/records.js";
import type { Network } from "../network/network.js";
import { nodeWithHost, readHostNamed } from "../read/host-names.js";
import { readAddressRules } from "../read/read-settings.js";

const SWITCH_OFF = "setting set ip-check off";

/** What is to be known about a node that is to be listed by a host name. */
export async function warnOfHostName(network: Network, node: Enode | undefined): Promise<string[]> {
  if (node === undefined || !hasHostName(node)) return [];
  const { ip } = node;
  return [
    ...((await readAddressRules(network)).ipCheck
      ? [
          `Nodes ask with the IP that "${ip}" stands for, never with the name, and IPs are compared here: no other node will let it in. ` +
            `Give its IP address, or let the network stop comparing them (${SWITCH_OFF}).`,
        ]
      : []),
    `"${ip}" is a host name, which works only if all nodes run with --raftdnsenable. Otherwise give its IP address.`,
  ];
}

/** What host names have to do with a setting that is to change. */
export async function warnOfSetting(network: Network, setting: Subject["setting"]): Promise<string[]> {
  if (setting?.value !== true) return [];
  if (setting.setting === "ip-check") {
    const nodes = (await readHostNamed(network)).map(nodeWithHost);
    if (nodes.length === 0) return [];
    return [
      `Once IPs are compared, no other node lets in these nodes, which are listed by host name: ${nodes.join(", ")}.`,
    ];
  }
  if (setting.setting !== "host-names" || !(await readAddressRules(network)).ipCheck) return [];
  return [
    `IPs are compared here, and nodes never ask with a host name: a node that is listed by one is let in by no other node until that stops (${SWITCH_OFF}).`,
  ];
}

/** The same for what a proposal is about. */
export async function warnOfSubject(network: Network, { node, setting }: Subject): Promise<string[]> {
  const about = node === null ? undefined : parseEnode(node.url);
  return [...(await warnOfHostName(network, about)), ...(await warnOfSetting(network, setting))];
}
