import type { Enode } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { warnOfHostName } from "./warn-of-host-names.js";
import { warnOfPlace } from "./warn-of-place.js";

/** What is to be known about where a node is to be listed. */
export async function warnOfNode(network: Network, node: Enode | undefined): Promise<string[]> {
  return [...(await warnOfHostName(network, node)), ...(await warnOfPlace(network, node))];
}
