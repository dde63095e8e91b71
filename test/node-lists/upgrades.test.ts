import { expect } from "chai";
import { ZeroAddress } from "ethers";
import * as fc from "fast-check";
import { network } from "hardhat";
import { tryCall } from "../../src/chain/try-call.js";
import type { Network } from "../../src/network/network.js";
import { type Answers, differences } from "../../src/read/network-answers.js";
import type { PermissionsImplementation } from "../../typechain-types/index.js";
import { allowEmergencies, aPolicy } from "../helpers/policies.js";
import { proposeSeveral, type Town, town } from "../helpers/cast.js";
import { Counting, Op, PROPOSAL_LIFETIME, Setting, State } from "../data/codes.js";
import { tryRandomly } from "../helpers/random.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import { ADMIN_ORG, type Connection, deployNext, stateOf, voteThrough } from "../helpers/contract-suite.js";
import { answersOf } from "./answers.js";
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

/** Something has passed and waits for half a history. */
async function letOneWait(t: Town): Promise<void> {
  const waits = aPolicy({ counted: Counting.ACCOUNTS, roles: ["network admin"], delay: BLOCKS / 2 });
  await t.as(t.admins[0]).proposePolicy(Op.CHANGE_SETTING, waits);
  await voteThrough(t);
  await t.as(t.admins[0]).proposeSetting(Setting.HOST_NAMES, 1);
  expect(await stateOf(t, await voteThrough(t))).to.equal(State.PASSED);
}

/** A network with proposals of several kinds open, one that has passed, a node and an account that are held, and the
 *  implementations that take turns. */
async function fixture(connection: Connection): Promise<Stage> {
  const t = await town(connection);
  const admin = t.as(t.admins[0]);
  await allowEmergencies(t);
  await letOneWait(t);
  await proposeSeveral(t);
  await admin.proposeAdminRemoval(ADMIN_ORG, t.admins[1]);
  await admin.proposeSetting(Setting.IP_CHECK, 0);
  for (const target of [
    ["ORG2", ZeroAddress, t.node2[0]],
    ["ORG1", t.member.address, ""],
  ] as const) {
    await admin.proposeHold(...target, BLOCKS / 2);
    await voteThrough(t);
  }
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
  const before = await answersOf(chain);
  for (const id of await pending(t)) await settle(t, id);
  await pass(t, 2 * PROPOSAL_LIFETIME);
  for (const id of await pending(t)) {
    await setClock(t, 1);
    await t.as(t.guardian).close(id);
  }
  expect(await pending(t)).to.deep.equal([]);
  return { before, after: await answersOf(chain) };
}

/** What has not ended. */
async function pending(t: Town): Promise<bigint[]> {
  const all = await t.voters.getProposalPage(0, 9999);
  return all.filter(({ state }) => state === State.OPEN || state === State.PASSED).map(({ id }) => id);
}

/** All who may vote on a proposal vote for it. What waits is carried out, if it can be; so what nobody may decide, or what
 *  the rules forbid by now, is left. */
async function settle(t: Town, id: bigint): Promise<void> {
  for (const person of await t.ethers.getSigners()) {
    const isOpen = (await stateOf(t, id)) === State.OPEN;
    if (!isOpen || !(await t.permInterface.mayVoteOn(id, person))) continue;
    await setClock(t, 1);
    await tryCall(t.as(person).vote(id, true));
  }
  if ((await stateOf(t, id)) === State.OPEN) {
    await setClock(t, 1);
    await tryCall(t.as(t.guardian).close(id));
  }
  if ((await stateOf(t, id)) !== State.PASSED) return;
  const { expiresAt } = await t.voters.getProposal(id);
  await setClock(t, Math.max(1, Number(expiresAt) - (await t.networkHelpers.time.latest())));
  await tryCall(t.as(t.guardian).carryOut(id));
}

/** Another implementation takes over, and nothing is answered otherwise than without it at the same time, when something that
 *  was held may be held no longer. */
async function upgrade({ t, chain, implementations }: Stage, turn: number): Promise<void> {
  const here = await t.networkHelpers.takeSnapshot();
  await pass(t, 1);
  const before = await answersOf(chain);
  await here.restore();
  const next = pick(implementations, turn) ?? t.implementation;
  await setClock(t, 1);
  await t.upgradable.confirmImplChange(next);
  expect(await t.permInterface.getPermissionsImpl()).to.equal(await next.getAddress());
  expect(differences(before, await answersOf(chain))).to.deep.equal([]);
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
