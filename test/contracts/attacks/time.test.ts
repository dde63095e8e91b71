import { expect } from "chai";
import { town } from "../../helpers/cast.js";
import { Action, PROPOSAL_LIFETIME, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import { ADMIN_ORG, lastProposal, stateOf } from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const LIFETIME = BigInt(PROPOSAL_LIFETIME);
const START = 4_000_000_000n;

/** What blocks carry: seconds on most chains, nanoseconds on those of Raft nodes, another part of a second on
 *  a few. */
const CLOCKS = { seconds: 1n, milliseconds: 1_000n, microseconds: 1_000_000n, nanoseconds: 1_000_000_000n };

for (const [unit, factor] of Object.entries(CLOCKS)) {
  describe(`A proposal's 30 days on a chain that counts ${unit}`, () => {
    const t = useFixture(town);
    let id: bigint;
    const at = async (second: bigint): Promise<void> => {
      await t.networkHelpers.time.setNextBlockTimestamp(second * factor);
    };

    beforeEach(async () => {
      await at(START);
      await t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND);
      id = await lastProposal(t);
    });

    it("are told in seconds", async () => {
      expect((await t.voters.getProposal(id)).expiresAt).to.equal(START + LIFETIME);
    });

    it("do not end a second too early", async () => {
      await at(START + LIFETIME - 2n);
      await refused(t.as(t.stranger).close(id), "ProposalUndecided", id, 0, 0, 3);
      await at(START + LIFETIME - 1n);
      await t.as(t.admins[1]).vote(id, true);
      expect((await t.voters.getProposal(id)).votesFor).to.equal(1n);
    });

    it("end on the second, for votes and approvals alike, and then anyone may close it", async () => {
      await at(START + LIFETIME);
      await refused(t.as(t.admins[1]).vote(id, true), "ProposalExpired", id, START + LIFETIME);
      await at(START + LIFETIME + 1n);
      const approval = t.as(t.admins[1]).approveOrgStatus("ORG1", Action.SUSPEND);
      await refused(approval, "ProposalExpired", id, START + LIFETIME);
      await at(START + LIFETIME + 2n);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.EXPIRED);
    });

    it("end on the second for closing too, and not on the one before", async () => {
      await at(START + LIFETIME - 1n);
      await refused(t.as(t.stranger).close(id), "ProposalUndecided", id, 0, 0, 3);
      await at(START + LIFETIME);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.EXPIRED);
    });

    it("end for a majority too: what was not decided in time is not carried out later", async () => {
      await at(START + 1n);
      await t.as(t.admins[1]).vote(id, true);
      await at(START + LIFETIME + 5n);
      await refused(t.as(t.admins[2]).vote(id, true), "ProposalExpired", id, START + LIFETIME);
      await at(START + LIFETIME + 6n);
      await t.as(t.stranger).close(id);
      expect((await t.orgs.getOrgDetails("ORG1"))[4]).to.equal(2n);
    });

    it("hide it from nodes when they are over, and show them the next", async () => {
      await at(START + LIFETIME - 10n);
      await t.as(t.admins[0]).updateOrgStatus("ORG2", Action.SUSPEND);
      expect((await t.permInterface.getPendingOp(ADMIN_ORG))[0]).to.equal("ORG1");
      await at(START + LIFETIME + 10n);
      await t.as(t.admins[0]).addNewRole("TICK", ADMIN_ORG, 0, false, false);
      expect((await t.permInterface.getPendingOp(ADMIN_ORG))[0]).to.equal("ORG2");
      const open = await t.voters.getOpenProposals(0, 10);
      expect(open.map((proposal) => proposal.id)).to.deep.equal([id + 1n]);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
    });
  });
}

describe("A time that no proposal's record holds", () => {
  const t = useFixture(town);

  it("is refused, and spills into nothing", async () => {
    const late = 2n ** 32n - LIFETIME;
    await t.networkHelpers.time.setNextBlockTimestamp(late);
    await refused(t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND), "ExpiryNotAllowed", 2n ** 32n);
  });
});
