import type { Enode } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { readNodes } from "../read/read-records.js";

/** The nodes that a running network lets connect, in the order in which they joined it. */
export async function approvedNodes(network: Network): Promise<Enode[]> {
  const approved = (await readNodes(network)).filter(({ status, ended }) => status === "approved" && !ended);
  return approved.map(({ enodeId, ip, port, raftPort }) => ({ enodeId, ip, port, raftPort }));
}
