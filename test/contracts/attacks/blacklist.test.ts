import { expect } from "chai";
import { maySend, statusOf, type Town, town } from "../../helpers/cast.js";
import { AccountStatus, Action, NodeStatus, Op, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  type Connection,
  lastProposal,
  makeAdmin,
  movedTo,
  ORG_ADMIN,
  type PermInterface,
  stateOf,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

async function fixture(connection: Connection): Promise<Town> {
  const t = await town(connection);
  await t.as(t.org1Admin).updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
  return t;
}

describe("A blacklisting ends by vote and in no other way", () => {
  const t = useFixture(fixture);
  let org1: PermInterface;
  let admin: PermInterface;

  beforeEach(() => {
    org1 = t.as(t.org1Admin);
    admin = t.as(t.admins[0]);
  });

  it("a role does not lift an account's blacklisting", async () => {
    const attempt = org1.assignAccountRole(t.blacklisted, "ORG1", "MEMBER");
    await refused(attempt, "AccountStatusNotAllowed", t.blacklisted.address, AccountStatus.BLACKLISTED, 0);
    expect(await statusOf(t, t.blacklisted)).to.equal(AccountStatus.BLACKLISTED);
  });

  it("nor does an appointment as an admin", async () => {
    const attempt = admin.assignAdminRole("ORG1", t.blacklisted, ORG_ADMIN);
    await refused(attempt, "AccountStatusNotAllowed", t.blacklisted.address, AccountStatus.BLACKLISTED, 0);
  });

  for (const [name, action] of Object.entries(Action)) {
    it(`nor does any action on the account (${name})`, async () => {
      const attempt = org1.updateAccountStatus("ORG1", t.blacklisted, action);
      await refused(attempt, "AccountStatusNotAllowed", t.blacklisted.address, AccountStatus.BLACKLISTED, action);
    });

    it(`nor any action on the node (${name})`, async () => {
      const attempt = org1.updateNodeStatus("ORG1", ...t.node1, action);
      await refused(attempt, "NodeStatusNotAllowed", t.node1[0], NodeStatus.BLACKLISTED, action);
    });
  }

  it("a blacklisted account is not free for another organisation's admin", async () => {
    const other = t.as(t.org2Admin);
    await other.addNewRole("MEMBER", "ORG2", 3, false, false);
    await refused(
      other.assignAccountRole(t.blacklisted, "ORG2", "MEMBER"),
      "AccountOfOtherOrg",
      t.blacklisted.address,
      "ORG2",
    );
  });

  it("a blacklisted node is not free, cannot move and may not connect", async () => {
    const { node1 } = t;
    await refused(t.as(t.org2Admin).addNode("ORG2", ...node1), "NodeExists", node1[0]);
    await refused(
      org1.changeNodeAddress("ORG1", ...movedTo(node1, "10.8.8.8")),
      "NodeStatusNotAllowed",
      node1[0],
      NodeStatus.BLACKLISTED,
      0,
    );
    expect(await t.permInterface.connectionAllowed(...(node1.slice(0, 3) as [string, string, number]))).to.equal(false);
  });

  it("the vote gives an account back its role and its rights", async () => {
    await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
    expect(await statusOf(t, t.blacklisted)).to.equal(AccountStatus.RECOVERY_PROPOSED);
    expect(await maySend(t, t.blacklisted)).to.equal(false);
    await voteThrough(t);
    expect(await statusOf(t, t.blacklisted)).to.equal(AccountStatus.ACTIVE);
    expect(await maySend(t, t.blacklisted)).to.equal(true);
  });

  it("the vote gives nothing to an account that no longer had a role", async () => {
    await makeAdmin(t, "ORG1", t.member, ORG_ADMIN);
    await t.as(t.member).updateAccountStatus("ORG1", t.org1Admin, Action.BLACKLIST);
    await admin.startBlacklistedAccountRecovery("ORG1", t.org1Admin);
    await voteThrough(t);
    expect(await statusOf(t, t.org1Admin)).to.equal(AccountStatus.REVOKED);
  });

  it("the vote lets a node connect again", async () => {
    const ask = async (): Promise<boolean> =>
      await t.permInterface.connectionAllowed(...(t.node1.slice(0, 3) as [string, string, number]));
    await admin.startBlacklistedNodeRecovery("ORG1", ...t.node1);
    expect(await ask()).to.equal(false);
    await voteThrough(t);
    expect(await ask()).to.equal(true);
  });

  it("a recovery that is voted down leaves everything as it was", async () => {
    await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
    await voteDown(t);
    await admin.startBlacklistedNodeRecovery("ORG1", ...t.node1);
    await voteDown(t);
    expect(await statusOf(t, t.blacklisted)).to.equal(AccountStatus.BLACKLISTED);
    expect((await t.nodes.getNodeDetails(t.node1[0])).nodeStatus).to.equal(NodeStatus.BLACKLISTED);
  });

  it("an organisation's admin cannot block the vote on an account's recovery", async () => {
    await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
    const id = await lastProposal(t);
    const status = [t.blacklisted.address, AccountStatus.RECOVERY_PROPOSED];
    for (const action of Object.values(Action)) {
      const attempt = org1.updateAccountStatus("ORG1", t.blacklisted, action);
      await refused(attempt, "AccountStatusNotAllowed", ...status, action);
    }
    const role = org1.assignAccountRole(t.blacklisted, "ORG1", "MEMBER");
    await refused(role, "AccountStatusNotAllowed", ...status, 0);
    await org1.removeRole("DEPUTY", "ORG1");
    await voteThrough(t, id);
    expect(await stateOf(t, id)).to.equal(State.APPROVED);
  });

  it("nor the vote on a node's recovery", async () => {
    await admin.startBlacklistedNodeRecovery("ORG1", ...t.node1);
    const id = await lastProposal(t);
    const status = [t.node1[0], NodeStatus.RECOVERY_PROPOSED];
    for (const action of Object.values(Action)) {
      const attempt = org1.updateNodeStatus("ORG1", ...t.node1, action);
      await refused(attempt, "NodeStatusNotAllowed", ...status, action);
    }
    const move = org1.changeNodeAddress("ORG1", ...movedTo(t.node1, "10.8.8.8"));
    await refused(move, "NodeStatusNotAllowed", ...status, 0);
    await voteThrough(t, id);
    expect(await stateOf(t, id)).to.equal(State.APPROVED);
  });

  it("what is not blacklisted cannot be recovered, and nothing is recovered twice at once", async () => {
    await refused(
      admin.startBlacklistedAccountRecovery("ORG1", t.suspended),
      "AccountStatusNotAllowed",
      t.suspended.address,
      AccountStatus.SUSPENDED,
      0,
    );
    await refused(
      admin.startBlacklistedNodeRecovery("ORG2", ...t.node2),
      "NodeStatusNotAllowed",
      t.node2[0],
      NodeStatus.APPROVED,
      0,
    );
    await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
    const id = await lastProposal(t);
    await refused(admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted), "SubjectHasProposal", id);
    expect((await t.voters.getProposal(id)).op).to.equal(Op.RECOVER_ACCOUNT);
  });
});
