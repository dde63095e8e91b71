import { expect } from "chai";
import { toBeHex } from "ethers";
import { Op, RuleKind, Setting, State } from "../../data/codes.js";
import {
  ADMIN_ORG,
  type Connection,
  lastProposal,
  linkedSuite,
  type Person,
  POLICY,
  stateOf,
  type Suite,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const SIZE = 260;

/** A network with many admins, and an open proposal. */
async function fixture(connection: Connection): Promise<Suite & { people: Person[]; id: bigint }> {
  const s = await linkedSuite(connection);
  const boot = s.as(s.operator);
  await boot.setPolicy(...POLICY);
  await boot.init(3, 4);
  const people: Person[] = [];
  for (let n = 1; n <= SIZE; n++) {
    const address = toBeHex(0xad_0000 + n, 20);
    await s.networkHelpers.impersonateAccount(address);
    people.push(await s.ethers.getSigner(address));
    await boot.addAdminAccount(address);
  }
  await boot.updateNetworkBootStatus();
  await s.as(people[0] ?? s.guardian).proposeSetting(Setting.IP_CHECK, 0);
  return { ...s, people, id: await lastProposal(s) };
}

describe("An electorate of 260", () => {
  const s = useFixture(fixture);

  /** From then on one vote is enough to remove an admin. */
  async function trustEachWithRemovals(): Promise<void> {
    await s.as(s.people[0] ?? s.guardian).proposeRule(Op.REMOVE_ADMIN, RuleKind.ANY, 0, 0);
    const id = await lastProposal(s);
    for (const person of s.people.slice(0, 131)) await s.as(person).vote(id, true);
  }

  async function remove(by: Person, leaving: Person): Promise<void> {
    await s.as(by).proposeAdminRemoval(ADMIN_ORG, leaving);
    await s.as(by).vote(await lastProposal(s), true);
  }

  async function costOfVote(person: Person): Promise<bigint> {
    const sent = await s.as(person).vote(s.id, true);
    return (await sent.wait())?.gasUsed ?? 0n;
  }

  it("counts every vote once, on whichever place in the list the voter stands", async () => {
    for (const [i, person] of s.people.slice(0, 130).entries()) {
      await s.as(person).vote(s.id, i % 2 === 0);
    }
    const { votesFor, votesAgainst } = await s.voters.getProposal(s.id);
    expect([votesFor, votesAgainst]).to.deep.equal([65n, 65n]);
    for (const place of [0, 1, 14, 15, 16, 17, 126, 127, 128, 129]) {
      expect(await s.voters.getVote(s.id, s.people[place] ?? s.guardian), `place ${place}`).to.equal(
        place % 2 === 0 ? 1n : 2n,
      );
    }
    expect(await s.voters.getVote(s.id, s.people[130] ?? s.guardian)).to.equal(0n);
  });

  it("needs 131 votes for a majority, the last of which decides", async () => {
    for (const person of s.people.slice(-130)) await s.as(person).vote(s.id, true);
    expect(await stateOf(s, s.id)).to.equal(State.OPEN);
    await s.as(s.people[0] ?? s.guardian).vote(s.id, true);
    expect(await stateOf(s, s.id)).to.equal(State.APPROVED);
  });

  it("takes the votes of those who leave off, at the edges of what is stored together", async () => {
    const places = [14, 15, 16, 17, 126, 127, 128, 254, 255, 256, 259];
    const leaving = places.map((place) => s.people[place] ?? s.guardian);
    for (const person of leaving) await s.as(person).vote(s.id, true);
    const [first] = s.people as [Person];
    await s.as(first).vote(s.id, true);
    await trustEachWithRemovals();
    for (const [i, person] of leaving.entries()) {
      await remove(first, person);
      expect((await s.voters.getProposal(s.id)).votesFor).to.equal(BigInt(leaving.length - i));
    }
  });

  it("makes the next vote pay once for those who left, 7,000 gas for each", async () => {
    const leaving = s.people.slice(-100);
    for (const person of leaving) await s.as(person).vote(s.id, true);
    await trustEachWithRemovals();
    const [first, second, third] = s.people as [Person, Person, Person];
    const before = await costOfVote(first);
    for (const [i, person] of leaving.entries()) await remove(s.people[3 + (i % 4)] ?? s.guardian, person);
    expect((await costOfVote(second)) - before).to.be.lessThan(BigInt(leaving.length) * 7_000n);
    expect(await costOfVote(third)).to.be.at.most(before);
  });

  it("does not make a vote dearer", async () => {
    const costs = new Set<bigint>();
    for (const place of [130, 131, 200, 250]) costs.add(await costOfVote(s.people[place] ?? s.guardian));
    const [least, most] = [[...costs].reduce((a, b) => (a < b ? a : b)), [...costs].reduce((a, b) => (a > b ? a : b))];
    expect(most - least).to.be.lessThan(25_000n);
    expect(most).to.be.lessThan(120_000n);
  });

  it("does not make a proposal dearer", async () => {
    const sent = await s.as(s.people.at(-1) ?? s.guardian).proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0);
    expect((await sent.wait())?.gasUsed).to.be.lessThan(200_000n);
  });
});
