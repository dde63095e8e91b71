import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { type Town, town } from "../../helpers/cast.js";
import { Action, Setting, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  type Connection,
  lastProposal,
  movedTo,
  NETWORK_ADMIN,
  type Node,
  nodeNamed,
  type PermInterface,
  type Person,
  stateOf,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

interface Stage extends Town {
  newAdmin: Person;
  newNode: Node;
  proposed: Person;
}

async function fixture(connection: Connection): Promise<Stage> {
  const t = await town(connection);
  const [newAdmin, proposed] = t.free;
  const newNode = nodeNamed("ORG3", "10.0.3.1", 30303, 50400);
  const admin = t.as(t.admins[0]);
  await t.as(t.org1Admin).updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
  await admin.addOrg("ORG3", ...newNode, newAdmin);
  await admin.assignAdminRole(ADMIN_ORG, proposed, NETWORK_ADMIN);
  await admin.updateOrgStatus("ORG2", Action.SUSPEND);
  await admin.startBlacklistedNodeRecovery("ORG1", ...t.node1);
  await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
  return { ...t, newAdmin, newNode, proposed };
}

describe("An approval names everything that was proposed", () => {
  const t = useFixture(fixture);
  let voter: PermInterface;
  let ids: { org: bigint; admin: bigint; status: bigint; node: bigint; account: bigint };

  beforeEach(async () => {
    voter = t.as(t.admins[1]);
    const last = await lastProposal(t);
    ids = { org: last - 4n, admin: last - 3n, status: last - 2n, node: last - 1n, account: last };
  });

  afterEach(async () => {
    for (const id of Object.values(ids)) {
      const { votesFor, state } = await t.voters.getProposal(id);
      expect([votesFor, state]).to.deep.equal([0n, State.OPEN]);
    }
  });

  it("an organisation is not approved with another account, be it free, blacklisted or proposed elsewhere", async () => {
    for (const account of [t.stranger, t.blacklisted, t.proposed, t.admins[0]]) {
      await refused(voter.approveOrg("ORG3", ...t.newNode, account), "ProposalDiffers", ids.org);
    }
    await refused(voter.approveOrg("ORG3", ...t.newNode, ZeroAddress), "ProposalDiffers", ids.org);
  });

  it("nor with another node", async () => {
    const other = nodeNamed("other");
    await refused(voter.approveOrg("ORG3", ...other, t.newAdmin), "NodeUnknown", other[0]);
    await refused(voter.approveOrg("ORG3", ...t.node2, t.newAdmin), "NodeOfOtherOrg", t.node2[0], "ORG3");
  });

  it("nor with another ip, port or Raft port of the node, which would otherwise succeed silently", async () => {
    const [enodeId, ip, port, raftPort] = t.newNode;
    const others = [movedTo(t.newNode, "10.0.3.2"), movedTo(t.newNode, ip, port + 1), movedTo(t.newNode, ip, port, 1)];
    for (const other of others) {
      const attempt = voter.approveOrg("ORG3", ...other, t.newAdmin);
      await refused(attempt, "NodeAddressDiffers", enodeId, ...other.slice(1));
    }
    expect(raftPort).to.equal(50400);
  });

  it("nor under the name of another organisation", async () => {
    await refused(voter.approveOrg("ORG1", ...t.node1, t.newAdmin), "NothingToApprove");
    await refused(voter.approveOrg("ORG2", ...t.node2, t.newAdmin), "ProposalDiffers", ids.status);
    await refused(voter.approveOrg("ORG4", ...t.newNode, t.newAdmin), "OrgUnknown", "ORG4");
  });

  it("an appointment is not approved for another account or organisation", async () => {
    await refused(voter.approveAdminRole(ADMIN_ORG, t.newAdmin), "ProposalDiffers", ids.org);
    await refused(voter.approveAdminRole(ADMIN_ORG, t.stranger), "NothingToApprove");
    await refused(voter.approveAdminRole("ORG1", t.proposed), "ProposalDiffers", ids.admin);
    await refused(voter.approveAdminRole("ORG1", t.blacklisted), "ProposalDiffers", ids.account);
  });

  it("a suspension is not approved as a restoration, nor for another organisation", async () => {
    await refused(voter.approveOrgStatus("ORG2", Action.ACTIVATE), "ProposalDiffers", ids.status);
    await refused(voter.approveOrgStatus("ORG3", Action.SUSPEND), "ProposalDiffers", ids.org);
    await refused(voter.approveOrgStatus("ORG1", Action.SUSPEND), "NothingToApprove");
    await refused(voter.approveOrgStatus("ORG2", 3), "ActionNotAllowed", 3);
  });

  it("a recovery is not approved for another node or account", async () => {
    await refused(voter.approveBlacklistedNodeRecovery("ORG2", ...t.node2), "NothingToApprove");
    await refused(voter.approveBlacklistedNodeRecovery("ORG3", ...t.newNode), "ProposalDiffers", ids.org);
    await refused(voter.approveBlacklistedAccountRecovery("ORG1", t.suspended), "NothingToApprove");
    await refused(voter.approveBlacklistedAccountRecovery("ORG3", t.newAdmin), "ProposalDiffers", ids.org);
    await refused(voter.approveBlacklistedAccountRecovery("ORG2", t.blacklisted), "ProposalDiffers", ids.account);
  });

  it("a recovery is not approved at another address of the node", async () => {
    const other = movedTo(t.node1, "6.6.6.6");
    const attempt = voter.approveBlacklistedNodeRecovery("ORG1", ...other);
    await refused(attempt, "NodeAddressDiffers", other[0], ...other.slice(1));
  });

  it("a proposal cannot be made about what already has one", async () => {
    await refused(voter.updateOrgStatus("ORG2", Action.SUSPEND), "SubjectHasProposal", ids.status);
    await refused(voter.assignAdminRole(ADMIN_ORG, t.proposed, NETWORK_ADMIN), "SubjectHasProposal", ids.admin);
    await refused(voter.startBlacklistedNodeRecovery("ORG1", ...t.node1), "SubjectHasProposal", ids.node);
    await refused(voter.startBlacklistedAccountRecovery("ORG1", t.blacklisted), "SubjectHasProposal", ids.account);
    await refused(voter.addOrg("ORG3", ...nodeNamed("x"), t.stranger), "OrgExists", "ORG3");
    await refused(voter.addOrg("ORG4", ...t.newNode, t.stranger), "SubjectHasProposal", ids.org);
    await refused(voter.addOrg("ORG4", ...nodeNamed("x"), t.newAdmin), "AccountInUse", t.newAdmin.address, 1);
  });

  it("a proposal that has ended is not approved again, and a number that no proposal has is refused", async () => {
    await t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
    const id = await lastProposal(t);
    await t.as(t.admins[0]).withdraw(id);
    await refused(voter.vote(id, true), "ProposalNotOpen", id, State.WITHDRAWN);
    await refused(voter.vote(id + 1n, true), "ProposalNotOpen", id + 1n, State.NONE);
    await refused(voter.vote(0, true), "ProposalNotOpen", 0, State.NONE);
    expect(await stateOf(t, id)).to.equal(State.WITHDRAWN);
  });
});
