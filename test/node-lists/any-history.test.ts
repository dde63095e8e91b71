import { expect } from "chai";
import * as fc from "fast-check";
import { network } from "hardhat";
import { latestBlock, type Network, networkAt } from "../../src/network/network.js";
import { NodeStatus } from "../data/codes.js";
import { town } from "../helpers/cast.js";
import { tryRandomly } from "../helpers/random.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import type { Connection } from "../helpers/contract-suite.js";
import { type DifferenceName, FROM_THE_START, NAMES, settled } from "./differences.js";
import { type Block, histories, live } from "./history.js";
import { listsHeld, sorted } from "./lists.js";
import { ListeningNode } from "./node.js";
import { eventsOf } from "./reference.js";

const { networkHelpers } = await network.create();

const RUNS = 3;
const BLOCKS = 60;

interface Stage {
  chain: Network;
  /** The block in which the guardian linked the contracts. */
  linked: bigint;
}

async function fixture(connection: Connection) {
  const s = await town(connection);
  const [linking] = await s.upgradable.queryFilter(s.upgradable.filters.SuiteLinked());
  return { s, chain: await networkOfSuite(s), linked: BigInt(linking?.blockNumber ?? 0) };
}

/** Lives a history, so that it can be looked at block by block. */
async function lived(blocks: readonly Block[]): Promise<Stage> {
  const { s, ...stage } = await networkHelpers.loadFixture(fixture);
  for (const block of blocks) await live(s, stage.chain, block);
  return stage;
}

/** The node hears what happened in a block, and then lists what the contracts hold but for some known differences. */
async function listen(node: ListeningNode, chain: Network, block: bigint): Promise<void> {
  for (const event of await eventsOf(chain, block)) node.hear(event);
  await requireAgreement(node, chain, block, NAMES);
}

async function requireAgreement(
  node: ListeningNode,
  chain: Network,
  block: bigint,
  but: readonly DifferenceName[],
): Promise<void> {
  const held = await listsHeld(networkAt(chain, block));
  expect(sorted(settled(but, node.lists, held)), `after block ${block}`).to.deep.equal(sorted(held));
}

/** Its files name the nodes that are approved, and those that are blacklisted, where they listen. */
function requireFiles({ lists, files }: ListeningNode): void {
  const entries = [...lists.nodes.values()];
  const blacklisted: readonly bigint[] = [NodeStatus.BLACKLISTED, NodeStatus.RECOVERY_PROPOSED];
  const urls = (isMeant: (status: bigint) => boolean): string[] =>
    entries.filter(({ status }) => isMeant(BigInt(status))).map(({ url }) => url);
  expect([...files.permissioned]).to.have.members(urls((status) => status === NodeStatus.APPROVED));
  expect([...files.disallowed]).to.have.members(urls((status) => blacklisted.includes(status)));
}

describe("A node lists what the contracts hold, after every block of any history", () => {
  it("when it was there from the first block on and lives from events alone", async function () {
    const property = fc.asyncProperty(histories(BLOCKS), async (blocks) => {
      const { chain, linked } = await lived(blocks);
      const node = new ListeningNode();
      const last = await latestBlock(chain);
      for (let block = linked; block <= last; block++) {
        await listen(node, chain, block);
        requireFiles(node);
      }
    });
    await tryRandomly(this, RUNS, property);
  });

  it("when it starts after any of them, reads all by its place, and lives from events from then on", async function () {
    const property = fc.asyncProperty(histories(BLOCKS), fc.nat({ max: 1000 }), async (blocks, number) => {
      const { chain, linked } = await lived(blocks);
      const last = await latestBlock(chain);
      const start = linked + (BigInt(number) % (last - linked + 1n));
      const node = await ListeningNode.start(chain, start);
      await requireAgreement(node, chain, start, FROM_THE_START);
      for (let block = start + 1n; block <= last; block++) await listen(node, chain, block);
    });
    await tryRandomly(this, RUNS, property);
  });
});
