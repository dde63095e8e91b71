import * as fc from "fast-check";
import { network } from "hardhat";
import { latestBlock, type Network } from "../../src/network/network.js";
import { town } from "../helpers/cast.js";
import { allowEmergencies } from "../helpers/policies.js";
import { tryRandomly } from "../helpers/random.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import type { Connection } from "../helpers/contract-suite.js";
import { FROM_THE_START } from "./differences.js";
import { type Block, histories, live } from "./history.js";
import { firstBlockOf, listen, requireAgreement, requireFiles } from "./listening.js";
import { ListeningNode } from "./node.js";

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
  await allowEmergencies(s);
  return { s, chain: await networkOfSuite(s), linked: await firstBlockOf(s) };
}

/** Lives a history, so that it can be looked at block by block. */
async function lived(blocks: readonly Block[]): Promise<Stage> {
  const { s, ...stage } = await networkHelpers.loadFixture(fixture);
  for (const block of blocks) await live(s, stage.chain, block);
  return stage;
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
