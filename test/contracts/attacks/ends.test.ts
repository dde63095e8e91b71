import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { Access, AccountStatus, Action, NodeStatus, Op, RuleKind, State } from "../../data/codes.js";
import { maySend, statusOf, town } from "../../helpers/cast.js";
import {
  ADMIN_ORG,
  adminNode,
  lastProposal,
  movedTo,
  nodeNamed,
  type Person,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { allowEmergencies, aPolicy } from "../../helpers/policies.js";
import { refused } from "../../helpers/refused.js";
import { change, resolve } from "../../helpers/resolutions.js";
import { useFixture } from "../../helpers/use-fixture.js";

const DAY = 24 * 60 * 60;
const node = nodeNamed("LEASED", "10.0.1.8");

describe("What is given until a time", () => {
  const t = useFixture(town);
  const admin = () => t.as(t.org1Admin);
  const later = (seconds: number) => t.networkHelpers.time.increase(seconds);
  const until = (time: bigint) => t.networkHelpers.time.increaseTo(time);
  const soon = async () => BigInt(await t.networkHelpers.time.latest()) + BigInt(DAY);
  const give = async (account: Person, role: string, end: bigint) => {
    await admin().assignAccountRoleUntil(account, "ORG1", role, end);
  };
  const mayConnect = ([enodeId, ip, port]: readonly [string, string, number, number]) =>
    t.permInterface.connectionAllowed(enodeId, ip, port);
  const endOfAccount = async (account: Person) =>
    (await t.accounts.getAccountPage(0, 100)).find((each) => each.account === account.address)?.endsAt;
  const recordOf = async ([enodeId]: readonly [string, ...unknown[]]) =>
    (await t.nodes.getNodePage(0, 100)).find((each) => each.enodeId === enodeId);

  describe("a role", () => {
    it("is refused by the checks from the second of its end on, without anybody's transaction", async () => {
      const end = await soon();
      await expect(admin().assignAccountRoleUntil(t.stranger, "ORG1", "MEMBER", end))
        .to.emit(t.accounts, "AccountEnds")
        .withArgs(t.stranger.address, "ORG1", end);
      expect(await maySend(t, t.stranger)).to.equal(true);
      await until(end - 1n);
      expect(await maySend(t, t.stranger)).to.equal(true);
      await until(end);
      expect(await maySend(t, t.stranger)).to.equal(false);
      expect(await statusOf(t, t.stranger)).to.equal(AccountStatus.ACTIVE);
      const [record] = (await t.accounts.getAccountPage(0, 100)).filter((each) => each.account === t.stranger.address);
      expect([record?.effective, record?.endsAt]).to.deep.equal([false, end]);
    });

    it("makes no admin any more, in any list", async () => {
      const end = await soon();
      await give(t.stranger, "DEPUTY", end);
      expect((await t.accounts.getAccountDetails(t.stranger))[4]).to.equal(true);
      await t.as(t.stranger).addNewRole("BY_DEPUTY", "ORG1", Access.FULL, false, false);
      await until(end);
      expect(await t.permInterface.isOrgAdmin(t.stranger, "ORG1")).to.equal(false);
      expect(await t.accounts.checkOrgAdmin(t.stranger, "ORG1", "")).to.equal(false);
      expect((await t.accounts.getAccountDetails(t.stranger))[4]).to.equal(false);
      await refused(t.as(t.stranger).addNode("ORG1", ...node), "NotOrgAdmin", t.stranger.address, "ORG1");
    });

    it("has no voice any more where organisations vote", async () => {
      const policy = aPolicy({ kind: RuleKind.ANY, orgs: ["ORG1"], roles: ["MEMBER"] });
      await t.as(t.admins[0]).proposePolicy(Op.ADD_ORG, policy);
      await voteThrough(t);
      const end = await soon();
      await give(t.stranger, "MEMBER", end);
      await t.as(t.admins[0]).addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
      const id = await lastProposal(t);
      expect(await t.permInterface.mayVoteOn(id, t.stranger)).to.equal(true);
      await until(end);
      await refused(t.as(t.stranger).vote(id, true), "NotAVoter", t.stranger.address);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
    });

    it("gets another end, or none, by the same functions, and keeps it when it is suspended meanwhile", async () => {
      const end = await soon();
      await give(t.stranger, "MEMBER", end);
      await refused(
        admin().assignAccountRoleUntil(t.stranger, "ORG1", "MEMBER", end),
        "AccountHasRole",
        t.stranger.address,
        "MEMBER",
      );
      await give(t.stranger, "MEMBER", end + 1n);
      await admin().updateAccountStatus("ORG1", t.stranger, Action.SUSPEND);
      await until(end + 1n);
      await admin().updateAccountStatus("ORG1", t.stranger, Action.ACTIVATE);
      expect(await maySend(t, t.stranger)).to.equal(false);
      await give(t.stranger, "MEMBER", (await soon()) + 9n);
      expect(await maySend(t, t.stranger)).to.equal(true);
      await admin().assignAccountRole(t.stranger, "ORG1", "MEMBER");
      expect(await endOfAccount(t.stranger)).to.equal(0n);
      await later(9 * DAY);
      expect(await maySend(t, t.stranger)).to.equal(true);
    });

    it("of an account that was let go says nothing about the next one", async () => {
      await give(t.stranger, "MEMBER", await soon());
      await admin().releaseAccount("ORG1", t.stranger);
      await t.as(t.org2Admin).addNewRole("MEMBER", "ORG2", Access.FULL, false, false);
      await t.as(t.org2Admin).assignAccountRole(t.stranger, "ORG2", "MEMBER");
      await later(2 * DAY);
      expect(await maySend(t, t.stranger)).to.equal(true);
    });

    it("gives none that lasts longer: not to itself, not to others, not without an end", async () => {
      const end = await soon();
      await give(t.stranger, "DEPUTY", end);
      const deputy = t.as(t.stranger);
      for (const to of [t.stranger, t.free[0]]) {
        for (const role of ["DEPUTY", "MEMBER"]) {
          for (const longer of [0n, end + 1n]) {
            await refused(
              deputy.assignAccountRoleUntil(to, "ORG1", role, longer),
              "OutlivesGiver",
              t.stranger.address,
              end,
            );
          }
          await refused(deputy.assignAccountRole(to, "ORG1", role), "OutlivesGiver", t.stranger.address, end);
        }
      }
      await deputy.assignAccountRoleUntil(t.free[0], "ORG1", "DEPUTY", end);
      await until(end);
      for (const person of [t.stranger, t.free[0]]) expect(await maySend(t, person)).to.equal(false);
    });

    it("gives none that lasts longer where a policy lets its holders give roles", async () => {
      const policy = aPolicy({ kind: RuleKind.SELF, roles: ["MEMBER"] });
      await t.as(t.admins[0]).proposePolicy(Op.ASSIGN_ROLE, policy);
      await voteThrough(t);
      const end = await soon();
      await t.as(t.member).assignAccountRoleUntil(t.stranger, "ORG1", "MEMBER", end);
      await refused(
        t.as(t.stranger).assignAccountRoleUntil(t.stranger, "ORG1", "MEMBER", end + 1n),
        "OutlivesGiver",
        t.stranger.address,
        end,
      );
    });

    it("does not end in the past, nor beyond what can be counted", async () => {
      const now = BigInt(await t.networkHelpers.time.latest());
      await t.networkHelpers.time.setNextBlockTimestamp(now + 10n);
      await refused(
        admin().assignAccountRoleUntil(t.stranger, "ORG1", "MEMBER", now + 10n),
        "EndNotAllowed",
        now + 10n,
      );
      await refused(
        admin().assignAccountRoleUntil(t.stranger, "ORG1", "MEMBER", 2n ** 32n),
        "EndNotAllowed",
        2n ** 32n,
      );
    });

    it("is one of those that admins give, not of those that a vote gives", async () => {
      const end = await soon();
      await refused(
        admin().assignAccountRoleUntil(t.org1Admin, "ORG1", "MEMBER", end),
        "AccountIsAdmin",
        t.org1Admin.address,
      );
      await refused(
        t.as(t.admins[0]).assignAccountRoleUntil(t.stranger, ADMIN_ORG, "ADMIN", end),
        "AdminRoleByVoteOnly",
        "ADMIN",
      );
    });

    it("can be put to the vote, as giving it without an end can", async () => {
      await t.as(t.admins[0]).proposePolicy(Op.ASSIGN_ROLE, aPolicy({ kind: RuleKind.ANY, roles: ["any admin"] }));
      await voteThrough(t);
      const end = await soon();
      await give(t.stranger, "MEMBER", end);
      expect(await endOfAccount(t.stranger)).to.equal(undefined);
      const id = await lastProposal(t);
      expect(await t.permInterface.getChanges(id)).to.deep.equal([
        change(t, "assignAccountRoleUntil", t.stranger.address, "ORG1", "MEMBER", end),
      ]);
      await admin().vote(id, true);
      expect(await endOfAccount(t.stranger)).to.equal(end);
    });

    it("is part of a resolution, which ends as refused if the end has passed by then", async () => {
      const end = await soon();
      const given = change(t, "assignAccountRoleUntil", t.stranger.address, "ORG1", "MEMBER", end);
      await resolve(t, given);
      await voteThrough(t);
      expect(await endOfAccount(t.stranger)).to.equal(end);
      await t
        .as(t.admins[0])
        .proposeChanges([change(t, "assignAccountRoleUntil", t.free[0].address, "ORG1", "MEMBER", end)]);
      const id = await lastProposal(t);
      await until(end);
      await voteThrough(t, id);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
    });
  });

  describe("a node", () => {
    const add = async (end: bigint, which = node) => {
      await admin().addNodeUntil("ORG1", ...which, end);
    };

    it("is refused by the others from the second of its end on, without anybody's transaction", async () => {
      const end = await soon();
      await expect(admin().addNodeUntil("ORG1", ...node, end))
        .to.emit(t.nodes, "NodeEnds")
        .withArgs(node[0], "ORG1", end);
      expect(await mayConnect(node)).to.equal(true);
      await until(end - 1n);
      expect(await mayConnect(node)).to.equal(true);
      expect(await t.nodes.connectionAllowed(node[0], node[1], node[2])).to.equal(true);
      await until(end);
      expect(await mayConnect(node)).to.equal(false);
      expect(await t.nodes.connectionAllowed(node[0], node[1], node[2])).to.equal(false);
      expect([(await recordOf(node))?.status, (await recordOf(node))?.endsAt]).to.deep.equal([
        NodeStatus.APPROVED,
        end,
      ]);
    });

    it("gets another end, or none, by the same function", async () => {
      const end = await soon();
      await add(end);
      await refused(admin().addNodeUntil("ORG1", ...node, end), "NothingChanges");
      await add(end + 1n);
      await until(end);
      expect(await mayConnect(node)).to.equal(true);
      await until(end + 1n);
      expect(await mayConnect(node)).to.equal(false);
      await add(0n);
      expect(await mayConnect(node)).to.equal(true);
      await refused(admin().addNodeUntil("ORG1", ...node, 0n), "NothingChanges");
      await later(9 * DAY);
      expect(await mayConnect(node)).to.equal(true);
    });

    it("keeps its end when it moves, is deactivated and activated, or is held", async () => {
      const end = (await soon()) + BigInt(DAY);
      await add(end);
      const moved = movedTo(node, "10.0.1.99");
      await admin().changeNodeAddress("ORG1", ...moved);
      await admin().updateNodeStatus("ORG1", ...moved, Action.SUSPEND);
      await admin().updateNodeStatus("ORG1", ...moved, Action.ACTIVATE);
      await allowEmergencies(t);
      await t.as(t.admins[0]).proposeHold("ORG1", ZeroAddress, node[0], 60);
      await voteThrough(t);
      await later(60);
      await t.as(t.stranger).endHold("ORG1", ZeroAddress, node[0]);
      expect(await mayConnect(moved)).to.equal(true);
      await until(end);
      expect(await mayConnect(moved)).to.equal(false);
      await admin().updateNodeStatus("ORG1", ...moved, Action.BLACKLIST);
      await t.as(t.admins[0]).startBlacklistedNodeRecovery("ORG1", ...moved);
      await voteThrough(t);
      expect(await mayConnect(moved)).to.equal(false);
    });

    it("has none any more when it was let go, or another organisation has it by vote", async () => {
      await add(await soon());
      await admin().releaseNode("ORG1", node[0]);
      await admin().addNode("ORG1", ...node);
      expect((await recordOf(node))?.endsAt).to.equal(0n);
      const other = nodeNamed("OTHER", "10.0.1.7");
      await add(await soon(), other);
      await t.as(t.admins[0]).addOrg("ORG3", ...other, t.free[0]);
      await voteThrough(t);
      await later(2 * DAY);
      expect(await mayConnect(other)).to.equal(true);
    });

    it("of the admin organisation has none: its government sends through it", async () => {
      for (const which of [adminNode(1), nodeNamed("NEW", "10.0.0.77")]) {
        await refused(t.as(t.admins[0]).addNodeUntil(ADMIN_ORG, ...which, await soon()), "NodeByVoteOnly", which[0]);
      }
    });

    it("is given one by admins of its organisation alone, at its address, while it is in use", async () => {
      const end = await soon();
      await refused(t.as(t.org2Admin).addNodeUntil("ORG1", ...t.node1, end), "NotOrgAdmin");
      await refused(t.as(t.org2Admin).addNodeUntil("ORG2", ...t.node1, end), "NodeExists", t.node1[0]);
      await refused(admin().addNodeUntil("ORG1", ...movedTo(t.node1, "10.9.9.9"), end), "NodeAddressDiffers");
      await admin().updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
      await refused(admin().addNodeUntil("ORG1", ...t.node1, end), "NodeStatusNotAllowed");
      await refused(admin().addNodeUntil("ORG1", ...node, 1n), "EndNotAllowed", 1n);
    });

    it("can be put to the vote, as adding one without an end can", async () => {
      await t.as(t.admins[0]).proposePolicy(Op.ADD_NODE, aPolicy({ kind: RuleKind.ANY, roles: ["any admin"] }));
      await voteThrough(t);
      const end = await soon();
      await add(end);
      expect(await recordOf(node)).to.equal(undefined);
      await admin().vote(await lastProposal(t), true);
      expect((await recordOf(node))?.endsAt).to.equal(end);
    });
  });
});
