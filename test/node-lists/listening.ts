import { expect } from "chai";
import { type Network, networkAt } from "../../src/network/network.js";
import type { Suite } from "../helpers/contract-suite.js";
import { NodeStatus } from "../data/codes.js";
import { type DifferenceName, NAMES, settled } from "./differences.js";
import { listsHeld, sorted } from "./lists.js";
import type { ListeningNode } from "./node.js";
import { eventsOf } from "./reference.js";

/** The block in which the guardian linked the contracts. */
export async function firstBlockOf({ upgradable }: Suite): Promise<bigint> {
  const [linking] = await upgradable.queryFilter(upgradable.filters.SuiteLinked());
  return BigInt(linking?.blockNumber ?? 0);
}

/** The node hears what happened in a block, and then lists what the contracts hold but for some known differences. */
export async function listen(node: ListeningNode, chain: Network, block: bigint): Promise<void> {
  for (const event of await eventsOf(chain, block)) node.hear(event);
  await requireAgreement(node, chain, block, NAMES);
}

export async function requireAgreement(
  node: ListeningNode,
  chain: Network,
  block: bigint,
  but: readonly DifferenceName[],
): Promise<void> {
  const held = await listsHeld(networkAt(chain, block));
  expect(sorted(settled(but, node.lists, held)), `after block ${block}`).to.deep.equal(sorted(held));
}

/** Its files name the nodes that are approved, and those that are blacklisted, where they listen. */
export function requireFiles({ lists, files }: ListeningNode): void {
  const entries = [...lists.nodes.values()];
  const blacklisted: readonly bigint[] = [NodeStatus.BLACKLISTED, NodeStatus.RECOVERY_PROPOSED];
  const urls = (isMeant: (status: bigint) => boolean): string[] =>
    entries.filter(({ status }) => isMeant(BigInt(status))).map(({ url }) => url);
  expect([...files.permissioned]).to.have.members(urls((status) => status === NodeStatus.APPROVED));
  expect([...files.disallowed]).to.have.members(urls((status) => blacklisted.includes(status)));
}
