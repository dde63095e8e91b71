import { expect } from "chai";
import { id as hashOfText, toBeHex, ZeroHash } from "ethers";
import { Op, PROPOSAL_LIFETIME, RuleKind, Setting, SignedVoteResult as Result, State } from "../../data/codes.js";
import {
  ADMIN_ORG,
  bootedSuite,
  type Connection,
  deployNext,
  lastProposal,
  linkedSuite,
  makeAdmin,
  NETWORK_ADMIN,
  type Person,
  removeAdmin,
  stateOf,
  type Suite,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { refused } from "../../helpers/refused.js";
import { type Content, contentOf, domainOf, signed, type Signed, type Wish } from "../../helpers/signed-votes.js";
import { calldata } from "../../helpers/callers.js";
import { useFixture } from "../../helpers/use-fixture.js";

const SETTING_TO = (value: bigint): bigint => (Setting.IP_CHECK << 32n) | value;
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

interface Stage extends Suite {
  people: Person[];
  id: bigint;
  content: Content;
  sender: Person;
}

/** Five network admins, an open proposal that none of them has voted on, and a stranger that sends. */
async function fixture(connection: Connection): Promise<Stage> {
  const s = await bootedSuite(connection);
  const more = s.free.slice(0, 2);
  for (const person of more) await makeAdmin(s, ADMIN_ORG, person, NETWORK_ADMIN);
  await s.as(s.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
  const id = await lastProposal(s);
  const content = contentOf(id, Op.CHANGE_SETTING, { payload: SETTING_TO(0n) });
  return { ...s, people: [...s.admins, ...more], id, content, sender: s.free[5] };
}

describe("Signed votes", () => {
  const s = useFixture(fixture);
  const person = (n: number): Person => s.people[n] ?? s.guardian;
  const sign = (n: number, wish: Wish = {}, content = s.content): Promise<Signed> =>
    signed(s, person(n), content, wish);
  const send = (...votes: Signed[]) => s.as(s.sender).voteBySignatures(votes);
  const votes = async (id = s.id): Promise<bigint[]> => {
    const { votesFor, votesAgainst } = await s.voters.getProposal(id);
    return [votesFor, votesAgainst];
  };

  /** What would become of these votes, which are then sent. */
  async function resultsOf(...given: Signed[]): Promise<bigint[]> {
    const results = await s.as(s.sender).voteBySignatures.staticCall(given);
    await send(...given);
    return [...results];
  }

  /** One that counts, and with it this one, which is left out. */
  async function leftOut(vote: Signed, reason: bigint): Promise<void> {
    const [before = 0n] = await votes();
    const good = await sign(4);
    expect(await resultsOf(vote, good)).to.deep.equal([reason, Result.COUNTED]);
    expect((await votes())[0]).to.equal(before + 1n);
    await refused(send(vote), "NoVoteCounts", [reason]);
  }

  describe("count as their signers', whoever sends them", () => {
    it("and the events name the voters", async () => {
      const given = [await sign(0), await sign(1, { support: false })];
      const sent = await send(...given);
      await expect(sent).to.emit(s.voters, "VoteCast").withArgs(s.id, person(0), true);
      await expect(sent).to.emit(s.voters, "VoteCast").withArgs(s.id, person(1), false);
      await expect(sent)
        .to.emit(s.permInterface, "Action")
        .withArgs(s.sender, s.implementation.interface.getFunction("voteBySignatures").selector);
      expect(await votes()).to.deep.equal([1n, 1n]);
      expect(await s.voters.getVote(s.id, person(0))).to.equal(1n);
      expect(await s.voters.getVote(s.id, s.sender)).to.equal(0n);
    });

    it("and carry out what they decide; those right behind count too, and make no difference", async () => {
      const given = await Promise.all([0, 1, 2, 3, 4].map((n) => sign(n, { support: n < 3 })));
      expect(await resultsOf(...given)).to.deep.equal(Array<bigint>(5).fill(Result.COUNTED));
      expect(await votes()).to.deep.equal([3n, 2n]);
      expect(await stateOf(s, s.id)).to.equal(State.APPROVED);
      expect((await s.nodes.getAddressRules()).ipCompared).to.equal(false);
    });

    it("and those further behind are left out when it is decided, and not refused", async () => {
      await s.as(s.admins[1]).proposeSetting(Setting.HOST_NAMES, 1);
      const other = contentOf(s.id + 1n, Op.CHANGE_SETTING, { payload: (Setting.HOST_NAMES << 32n) | 1n });
      const given = [await sign(0), await sign(1), await sign(2), await sign(0, {}, other), await sign(3)];
      expect(await resultsOf(...given)).to.deep.equal([0n, 0n, 0n, 0n, Result.NOT_OPEN]);
      expect([await votes(), await votes(s.id + 1n)]).to.deep.equal([
        [3n, 0n],
        [1n, 0n],
      ]);
    });

    it("and reject it where that is what they decide, in whatever order they come", async () => {
      const given = await Promise.all([4, 0, 1, 3, 2].map((n) => sign(n, { support: n > 2 })));
      expect(await resultsOf(...given)).to.deep.equal(Array<bigint>(5).fill(Result.COUNTED));
      expect(await stateOf(s, s.id)).to.equal(State.REJECTED);
    });

    it("also on several proposals at once", async () => {
      await s.as(s.admins[1]).proposeSetting(Setting.HOST_NAMES, 1);
      const other = contentOf(s.id + 1n, Op.CHANGE_SETTING, { payload: (Setting.HOST_NAMES << 32n) | 1n });
      const given = [await sign(0), await sign(0, {}, other), await sign(1), await sign(1, { support: false }, other)];
      expect(await resultsOf(...given)).to.deep.equal([0n, 0n, 0n, 0n]);
      expect([await votes(), await votes(s.id + 1n)]).to.deep.equal([
        [2n, 0n],
        [1n, 1n],
      ]);
    });

    it("beyond the sixteen voters whose votes are in the proposal's word, too", async () => {
      for (const one of s.free.slice(2, 15)) await makeAdmin(s, ADMIN_ORG, one, NETWORK_ADMIN);
      const late = s.free.slice(5, 15);
      expect(late).to.have.length(10);
      const given = await Promise.all([...late, person(0)].map((one) => signed(s, one, s.content)));
      expect(await resultsOf(...given)).to.deep.equal(Array<bigint>(11).fill(0n));
      expect(await votes()).to.deep.equal([11n, 0n]);
    });
  });

  describe("are left out", () => {
    it("where another signs for a network admin, or nobody", async () => {
      await leftOut(await signed(s, s.sender, s.content), Result.NOT_A_VOTER);
    });

    it("where anything was changed after it was signed", async () => {
      const vote = await sign(0);
      await leftOut({ ...vote, support: false }, Result.NOT_A_VOTER);
      for (const changed of [{ deadline: vote.deadline + 1n }, { term: 7n }, { r: vote.s }, { v: 55 - vote.v }]) {
        await refused(send({ ...vote, ...changed }), "NoVoteCounts");
      }
      expect(await s.voters.getVote(s.id, person(0))).to.equal(0n);
    });

    it("for another network with the same chain id, another chain, another name or version", async () => {
      const other = await linkedSuite(s);
      const { chainId } = await domainOf(s);
      const domains = [
        { verifyingContract: await other.permInterface.getAddress() },
        { chainId: chainId + 1n },
        { name: "portcullis" },
        { version: "2" },
      ];
      const foreign = await Promise.all(domains.map((domain) => sign(0, { domain })));
      await refused(send(...foreign), "NoVoteCounts", Array<bigint>(4).fill(Result.NOT_A_VOTER));
    });

    it("with the other signature that fits, or a `v` that is none", async () => {
      const vote = await sign(0);
      const twin = { ...vote, s: toBeHex(ORDER - BigInt(vote.s), 32), v: 55 - vote.v };
      await leftOut(twin, Result.NOT_SIGNED);
      for (const v of [0, 1, 26, 29, 255]) await refused(send({ ...vote, v }), "NoVoteCounts", [Result.NOT_SIGNED]);
      const none = { ...vote, r: ZeroHash, s: ZeroHash };
      await refused(send(none), "NoVoteCounts", [Result.NOT_SIGNED]);
      await refused(send({ ...vote, r: toBeHex(ORDER, 32) }), "NoVoteCounts", [Result.NOT_SIGNED]);
    });

    it("with a signature of nobody, although nobody is in the list of voters at place 0", async () => {
      const zero = { ...(await sign(0)), r: toBeHex(1, 32), s: toBeHex(1, 32), v: 27 };
      await refused(send(zero), "NoVoteCounts", [Result.NOT_A_VOTER]);
    });

    it("after their deadline, and not in its last second", async () => {
      const now = BigInt(await s.networkHelpers.time.latest());
      const vote = await sign(0, { deadline: now + 10n });
      await s.networkHelpers.time.setNextBlockTimestamp(now + 11n);
      await refused(send(vote), "NoVoteCounts", [Result.TOO_LATE]);
      const later = await sign(0, { deadline: now + 20n });
      await s.networkHelpers.time.setNextBlockTimestamp(now + 20n);
      await send(later);
      expect(await votes()).to.deep.equal([1n, 0n]);
    });

    it("after a deadline in seconds on chains that count nanoseconds", async () => {
      const now = BigInt(await s.networkHelpers.time.latest());
      const vote = await sign(0, { deadline: now + 50n });
      await s.networkHelpers.time.setNextBlockTimestamp((now + 50n) * 1_000_000_000n + 1n);
      await send(vote);
      expect(await votes()).to.deep.equal([1n, 0n]);
      await s.networkHelpers.time.setNextBlockTimestamp((now + 52n) * 1_000_000_000n);
      const late = await sign(1, { deadline: now + 51n });
      await refused(send(late), "NoVoteCounts", [Result.TOO_LATE]);
    });

    it("when the proposal has expired, has ended, or is none", async () => {
      const vote = await sign(0);
      await s.networkHelpers.time.increase(PROPOSAL_LIFETIME);
      await refused(send(vote), "NoVoteCounts", [Result.EXPIRED]);
      await s.as(s.sender).close(s.id);
      await refused(send(vote), "NoVoteCounts", [Result.NOT_OPEN]);
      for (const id of [0n, s.id + 1n, 2n ** 255n]) {
        const none = await sign(0, {}, { ...s.content, id });
        await refused(send(none, { ...none, hash: ZeroHash }), "NoVoteCounts", Array<bigint>(2).fill(Result.NOT_OPEN));
      }
    });

    it("when their voter has voted, in whichever way, or is in the batch twice", async () => {
      const twice = await sign(0);
      expect(await resultsOf(twice, twice)).to.deep.equal([Result.COUNTED, Result.ALREADY_VOTED]);
      await s.as(person(1)).vote(s.id, false);
      await leftOut(await sign(1), Result.ALREADY_VOTED);
      expect((await votes())[1]).to.equal(1n);
      await refused(s.as(person(0)).vote(s.id, true), "AlreadyVoted", s.id, person(0).address);
    });

    it("when they were signed for something else than what is proposed", async () => {
      await leftOut(await sign(0, {}, { ...s.content, payload: SETTING_TO(1n) }), Result.DIFFERS);
    });

    it("when another hash is put in front of them", async () => {
      const wrong = await sign(0, {}, { ...s.content, payload: SETTING_TO(1n) });
      const right = (await sign(0)).hash;
      await refused(send({ ...wrong, hash: right }), "NoVoteCounts", [Result.NOT_A_VOTER]);
      await refused(send({ ...(await sign(0)), hash: hashOfText("x") }), "NoVoteCounts", [Result.DIFFERS]);
    });

    it("all together: then the transaction is refused, as one without votes or with too many is", async () => {
      await refused(send(), "NoVoteCounts", []);
      const vote = await sign(0);
      await refused(send(...Array<Signed>(65).fill(vote)), "TooManyVotes", 65, 64);
      await send(...Array<Signed>(64).fill(vote));
      expect(await votes()).to.deep.equal([1n, 0n]);
    });
  });

  describe("of who has left since", () => {
    it("count no more, nor when it is back, as often as it comes and goes", async () => {
      const first = await sign(3);
      await removeAdmin(s, ADMIN_ORG, person(3));
      await refused(send(first), "NoVoteCounts", [Result.NOT_A_VOTER]);
      await makeAdmin(s, ADMIN_ORG, person(3), NETWORK_ADMIN);
      await refused(send(first), "NoVoteCounts", [Result.OTHER_TERM]);
      const second = await sign(3);
      await send(second);
      await removeAdmin(s, ADMIN_ORG, person(3));
      expect(await votes()).to.deep.equal([0n, 0n]);
      await makeAdmin(s, ADMIN_ORG, person(3), NETWORK_ADMIN);
      for (const old of [first, second]) await refused(send(old), "NoVoteCounts", [Result.OTHER_TERM]);
      await leftOut(second, Result.OTHER_TERM);
      const { term } = await sign(3);
      for (const other of [term + (1n << 24n), term + (1n << 88n)]) {
        await refused(send(await sign(3, { term: other })), "NoVoteCounts", [Result.OTHER_TERM]);
      }
      await send(await sign(3));
      expect(await votes()).to.deep.equal([2n, 0n]);
    });

    it("count no more within a batch that removes it", async () => {
      await s.as(s.admins[0]).proposeAdminRemoval(ADMIN_ORG, person(4));
      const removal = contentOf(s.id + 1n, Op.REMOVE_ADMIN, {
        organisation: ADMIN_ORG,
        account: person(4).address,
        role: NETWORK_ADMIN,
        roleOrganisation: ADMIN_ORG,
      });
      const before = await sign(4, {}, removal);
      const batch = [...(await Promise.all([0, 1, 2].map((n) => sign(n, {}, removal)))), await sign(4)];
      expect(await resultsOf(before, ...batch)).to.deep.equal([0n, 0n, 0n, 0n, Result.NOT_A_VOTER]);
      expect(await votes()).to.deep.equal([0n, 0n]);
    });

    it("stay taken off where signed votes on the same proposal are left out", async () => {
      const late = s.free.slice(2, 15);
      for (const one of late) await makeAdmin(s, ADMIN_ORG, one, NETWORK_ADMIN);
      const [leaver = s.sender] = late.slice(-1);
      await s.as(leaver).vote(s.id, true);
      const stale = await signed(s, leaver, s.content);
      await removeAdmin(s, ADMIN_ORG, leaver);
      await s.as(s.admins[1]).proposeSetting(Setting.HOST_NAMES, 1);
      const id = await lastProposal(s);
      const other = contentOf(id, Op.CHANGE_SETTING, { payload: (Setting.HOST_NAMES << 32n) | 1n });
      expect(await resultsOf(stale, await sign(0, {}, other))).to.deep.equal([Result.NOT_A_VOTER, Result.COUNTED]);
      expect(await votes()).to.deep.equal([0n, 0n]);
      await s.as(person(1)).vote(s.id, true);
      expect(await votes()).to.deep.equal([1n, 0n]);
    });

    it("and count for who was appointed earlier in the batch", async () => {
      const [, , newcomer] = s.free;
      await s.as(s.admins[0]).assignAdminRole(ADMIN_ORG, newcomer, NETWORK_ADMIN);
      const appointment = contentOf(s.id + 1n, Op.ASSIGN_ADMIN, {
        organisation: ADMIN_ORG,
        account: newcomer.address,
        role: NETWORK_ADMIN,
        roleOrganisation: ADMIN_ORG,
      });
      const own = await signed(s, newcomer, s.content);
      const others = await Promise.all([0, 1, 2].map((n) => sign(n, {}, appointment)));
      expect(await resultsOf(own, ...others, own)).to.deep.equal([Result.NOT_A_VOTER, 0n, 0n, 0n, 0n]);
    });
  });

  it("are counted by the rule that a vote earlier in the batch has set", async () => {
    await s.as(s.admins[0]).proposeRule(Op.CHANGE_SETTING, RuleKind.ANY, 0, 0);
    const rule = contentOf(s.id + 1n, Op.CHANGE_RULE, { payload: (Op.CHANGE_SETTING << 248n) | RuleKind.ANY });
    const batch = [...(await Promise.all([0, 1, 2].map((n) => sign(n, {}, rule)))), await sign(0)];
    expect(await resultsOf(...batch)).to.deep.equal([0n, 0n, 0n, 0n]);
    expect(await stateOf(s, s.id)).to.equal(State.APPROVED);
  });

  it("are taken at the interface alone", async () => {
    const vote = await sign(0);
    await refused(s.implementation.voteBySignatures([vote]), "NotInterface");
  });

  it("let nobody have a proposal decided, at the implementation or through the interface", async () => {
    const data = calldata(s.implementation, "decide", [s.id, false]);
    const door = await s.permInterface.getAddress();
    const [admin] = s.admins;
    await refused(admin.sendTransaction({ to: s.implementation, data }), "NotImplementation", admin.address);
    await refused(admin.sendTransaction({ to: door, data }), "NotImplementation", door);
  });

  it("outlast a change of the implementation", async () => {
    const vote = await sign(0);
    await s.upgradable.confirmImplChange(await deployNext(s));
    await send(vote);
    expect(await votes()).to.deep.equal([1n, 0n]);
  });

  it("cost less than half of what votes one by one do, ten of them in a transaction", async () => {
    for (const one of s.free.slice(6, 15)) await makeAdmin(s, ADMIN_ORG, one, NETWORK_ADMIN);
    const voters = [...s.people, ...s.free.slice(6, 11)].map((voter, n) => ({ voter, support: n % 2 === 0 }));
    const gasOf = async (sent: Promise<{ wait(): Promise<{ gasUsed: bigint } | null> }>): Promise<bigint> =>
      (await (await sent).wait())?.gasUsed ?? 0n;
    const snapshot = await s.networkHelpers.takeSnapshot();
    let singly = 0n;
    for (const { voter, support } of voters) singly += await gasOf(s.as(voter).vote(s.id, support));
    await snapshot.restore();
    const batch = await Promise.all(voters.map(({ voter, support }) => signed(s, voter, s.content, { support })));
    const together = await gasOf(s.as(s.sender).voteBySignatures(batch));
    expect(await votes()).to.deep.equal([5n, 5n]);
    expect(together * 2n).to.be.lessThan(singly);
  });
});

describe("A vote that names a hash", () => {
  const s = useFixture(fixture);

  it("counts where the hash is the proposal's", async () => {
    const hash = await s.implementation.getProposalHash(s.id);
    await s.as(s.admins[0]).voteByHash(s.id, hash, true);
    await s.as(s.admins[1]).voteByHash(s.id, hash, false);
    const { votesFor, votesAgainst } = await s.voters.getProposal(s.id);
    expect([votesFor, votesAgainst]).to.deep.equal([1n, 1n]);
    await refused(s.as(s.admins[1]).voteByHash(s.id, hash, true), "AlreadyVoted", s.id, s.admins[1].address);
  });

  it("is refused where it is not, be it that of another proposal with the same content", async () => {
    await s.as(s.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
    const other = await s.implementation.getProposalHash(s.id + 1n);
    for (const hash of [other, ZeroHash, hashOfText("x")]) {
      for (const support of [true, false]) {
        await refused(s.as(s.admins[0]).voteByHash(s.id, hash, support), "ProposalDiffers", s.id);
      }
    }
    expect((await s.voters.getProposal(s.id)).votesFor).to.equal(0n);
  });

  it("is refused to others, and when the proposal has ended", async () => {
    const hash = await s.implementation.getProposalHash(s.id);
    await refused(s.as(s.sender).voteByHash(s.id, hash, true), "NotAVoter", s.sender.address);
    await voteThrough(s, s.id);
    expect(await s.implementation.getProposalHash(s.id)).to.equal(ZeroHash);
    await refused(s.as(s.admins[0]).voteByHash(s.id, hash, true), "ProposalNotOpen", s.id, State.APPROVED);
  });
});
