import { expect } from "chai";
import * as fc from "fast-check";
import { network } from "hardhat";
import type { Network } from "../../src/network/network.js";
import { type Answers, differences, takeAnswers } from "../../src/read/network-answers.js";
import type { PermissionsImplementation } from "../../typechain-types/index.js";
import { proposeSeveral, type Town, town } from "../helpers/cast.js";
import { Setting, State } from "../data/codes.js";
import { tryRandomly } from "../helpers/random.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import { ADMIN_ORG, type Connection, deployNext, stateOf, voteThrough } from "../helpers/contract-suite.js";
import { type Block, histories, live, pass, setClock } from "./history.js";
import { pick } from "./outlook.js";

const { networkHelpers } = await network.create();

const RUNS = 2;
const BLOCKS = 30;

interface Stage {
  t: Town;
  chain: Network;
  /** This release's, and two of a later one. */
  implementations: readonly PermissionsImplementation[];
}

/** A network with proposals of several kinds open, and the implementations that take turns. */
async function fixture(connection: Connection): Promise<Stage> {
  const t = await town(connection);
  const admin = t.as(t.admins[0]);
  await proposeSeveral(t);
  await admin.proposeAdminRemoval(ADMIN_ORG, t.admins[1]);
  await admin.proposeSetting(Setting.IP_CHECK, 0);
  for (const { id } of await t.voters.getOpenProposals(0, 99)) await t.as(t.admins[1]).vote(id, id % 2n === 0n);

  const implementations = [t.implementation, await deployNext(t), await deployNext(t)];
  return { t, chain: await networkOfSuite(t), implementations };
}

/** Lives a history with an interruption before some of its blocks, then has the network admins decide whatever is open.
 *  Answers what there was to ask before they decided and afterwards. */
async function lived(
  blocks: readonly Block[],
  interruptions: ReadonlySet<number>,
  interrupt: (stage: Stage, turn: number) => Promise<void>,
): Promise<{ before: Answers; after: Answers }> {
  const stage = await networkHelpers.loadFixture(fixture);
  const { t, chain } = stage;
  let turn = 0;
  for (const [number, block] of blocks.entries()) {
    if (interruptions.has(number)) {
      turn += 1;
      await interrupt(stage, turn);
    }
    await live(t, chain, block);
  }
  const before = await takeAnswers(chain);
  for (const { id } of await t.voters.getOpenProposals(0, 999)) {
    await voteThrough(t, id);
    // All who may vote had already done so, and an admin's leaving has decided it.
    if ((await stateOf(t, id)) === State.OPEN) await t.as(t.admins[0]).close(id);
    expect(await stateOf(t, id), `proposal ${id}`).to.be.oneOf([State.APPROVED, State.REJECTED]);
  }
  return { before, after: await takeAnswers(chain) };
}

/** Another implementation takes over, and nothing is answered otherwise. */
async function upgrade({ t, chain, implementations }: Stage, turn: number): Promise<void> {
  const before = await takeAnswers(chain);
  const next = pick(implementations, turn) ?? t.implementation;
  await setClock(t, 1);
  await t.upgradable.confirmImplChange(next);
  expect(await t.permInterface.getPermissionsImpl()).to.equal(await next.getAddress());
  expect(differences(before, await takeAnswers(chain))).to.deep.equal([]);
}

describe("Other implementations take over in the middle of any history", () => {
  it("with nothing lost, and it goes on and ends as it would have without them", async function () {
    const moments = fc.uniqueArray(fc.nat({ max: BLOCKS / 2 - 1 }), { minLength: 3, maxLength: 5 });
    const property = fc.asyncProperty(histories(BLOCKS), moments, async (blocks, numbers) => {
      const interruptions = new Set(numbers);
      const upgraded = await lived(blocks, interruptions, upgrade);
      const undisturbed = await lived(blocks, interruptions, ({ t }) => pass(t, 1));
      expect(differences(undisturbed.before, upgraded.before)).to.deep.equal([]);
      expect(differences(undisturbed.after, upgraded.after)).to.deep.equal([]);
    });
    await tryRandomly(this, RUNS, property);
  });
});
