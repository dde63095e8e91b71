import { type Enode, hasHostName, shortId } from "../model/enode.js";
import type { NodeRecord } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readNodes } from "./read-records.js";
import { readAddressRules } from "./read-settings.js";

/** GoQuorum nodes ask with the ip that a connection comes from, and never with a host name. So where ips are compared, no other
 *  node lets a node in that is listed by a host name. */
export async function isNeverLetIn(network: Network, node: Enode): Promise<boolean> {
  return hasHostName(node) && (await readAddressRules(network)).ipCheck;
}

/** The approved nodes that are listed by a host name. */
export async function readHostNamed(network: Network): Promise<NodeRecord[]> {
  return (await readNodes(network)).filter((node) => node.status === "approved" && hasHostName(node));
}

/** "ab12cd34… at node1.example". */
export function nodeWithHost({ enodeId, ip }: Enode): string {
  return `${shortId(enodeId)} at ${ip}`;
}
