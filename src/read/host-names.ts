import { type Enode, hasHostName, shortId } from "../model/enode.js";
import type { NodeRecord } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readNodes } from "./read-records.js";

/** The approved nodes that are listed by a host name. GoQuorum nodes ask with the ip that a connection comes from, and never with
 *  a host name. So where ips are compared, no other node lets one of these in. */
export async function readHostNamed(network: Network): Promise<NodeRecord[]> {
  return (await readNodes(network)).filter((node) => node.status === "approved" && hasHostName(node));
}

/** "ab12cd34… at node1.example". */
export function nodeWithHost({ enodeId, ip }: Enode): string {
  return `${shortId(enodeId)} at ${ip}`;
}
