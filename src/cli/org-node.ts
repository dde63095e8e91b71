import { refusal } from "../errors/refusal.js";
import type { NodeRecord } from "../model/records.js";
import type { Network } from "../network/network.js";
import { findNode } from "../read/find.js";

/** A node and its organisation, as the contracts want both named. Throws NODE_UNKNOWN, NODE_FREE. */
export async function orgNode(network: Network, name: string): Promise<{ org: string; node: NodeRecord }> {
  const found = await findNode(network, name);
  if (found.org !== null) return { org: found.org, node: found };
  throw refusal("NODE_FREE", { enodeId: found.enodeId });
}
