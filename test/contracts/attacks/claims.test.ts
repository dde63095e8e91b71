import { expect } from "chai";
import { statusOf, town } from "../../helpers/cast.js";
import { AccountStatus, Action, NodeStatus, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  adminNode,
  join,
  lastProposal,
  makeAdmin,
  movedTo,
  NETWORK_ADMIN,
  type Node,
  nodeNamed,
  ORG_ADMIN,
  type PermInterface,
  type Person,
  removeAdmin,
  stateOf,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const wanted = nodeNamed("ORG3", "10.0.3.1");
/** As the organisation that claims it says. */
const claimed = movedTo(wanted, "10.0.1.9", 21000);

describe("What is claimed by hand keeps nobody out, and can be let go", () => {
  const t = useFixture(town);
  let org1: PermInterface;
  let org2: PermInterface;
  let admin: PermInterface;
  let newcomer: Person;

  beforeEach(() => {
    [org1, org2, admin] = [t.as(t.org1Admin), t.as(t.org2Admin), t.as(t.admins[0])];
    newcomer = t.free[0];
  });

  const orgOf = async (person: Person): Promise<string> => (await t.accounts.getAccountDetails(person))[1];
  const recorded = async ([enodeId]: Node): Promise<unknown[]> => {
    const [orgId, , ip, port, raftPort, status] = await t.nodes.getNodeDetails(enodeId);
    return [orgId, ip, port, raftPort, status];
  };
  const isIn = async (orgId: string, node: Node): Promise<void> => {
    expect(await recorded(node)).to.deep.equal([orgId, node[1], BigInt(node[2]), BigInt(node[3]), NodeStatus.APPROVED]);
    expect(await t.permInterface.connectionAllowed(node[0], node[1], node[2])).to.equal(true);
  };
  const claimBoth = async (): Promise<void> => {
    await org1.assignAccountRole(newcomer, "ORG1", "MEMBER");
    await org1.addNode("ORG1", ...claimed);
  };

  describe("by a vote that admits a newcomer", () => {
    it("although both were claimed and blacklisted in the same block", async () => {
      await t.ethers.provider.send("evm_setAutomine", [false]);
      const gasLimit = 3_000_000;
      await org1.assignAccountRole(newcomer, "ORG1", "MEMBER", { gasLimit });
      await org1.addNode("ORG1", ...claimed, { gasLimit });
      await org1.updateAccountStatus("ORG1", newcomer, Action.BLACKLIST, { gasLimit });
      await org1.updateNodeStatus("ORG1", ...claimed, Action.BLACKLIST, { gasLimit });
      const addition = await admin.addOrg("ORG3", ...wanted, newcomer, { gasLimit });
      await t.networkHelpers.mine();
      await t.ethers.provider.send("evm_setAutomine", [true]);
      expect((await addition.wait())?.status).to.equal(1);
      await admin.approveOrg("ORG3", ...wanted, newcomer);
      await t.as(t.admins[1]).approveOrg("ORG3", ...wanted, newcomer);
      expect([await statusOf(t, newcomer), await orgOf(newcomer)]).to.deep.equal([AccountStatus.ACTIVE, "ORG3"]);
      expect(await t.permInterface.isOrgAdmin(newcomer, "ORG3")).to.equal(true);
      await isIn("ORG3", wanted);
    });

    it("and until then the claim stands as it is", async () => {
      await claimBoth();
      await admin.addOrg("ORG3", ...wanted, newcomer);
      expect([await statusOf(t, newcomer), await orgOf(newcomer)]).to.deep.equal([AccountStatus.ACTIVE, "ORG1"]);
      await isIn("ORG1", claimed);
      expect(await t.nodes.getProposedAddress(wanted[0])).to.deep.equal(["10.0.3.1", 30303n, 0n]);
      await voteDown(t);
      expect([await statusOf(t, newcomer), await orgOf(newcomer)]).to.deep.equal([AccountStatus.ACTIVE, "ORG1"]);
      await isIn("ORG1", claimed);
      expect(await t.nodes.getProposedAddress(wanted[0])).to.deep.equal(["", 0n, 0n]);
      await t.as(t.admins[1]).addOrg("ORG3", ...wanted, newcomer);
      await voteThrough(t);
      await isIn("ORG3", wanted);
    });

    it("a vote for another address than the proposed one is none", async () => {
      await claimBoth();
      await admin.addOrg("ORG3", ...wanted, newcomer);
      for (const other of [
        claimed,
        movedTo(wanted, "10.0.3.2"),
        movedTo(wanted, wanted[1], 1),
        movedTo(wanted, wanted[1], 30303, 5),
      ]) {
        await refused(admin.approveOrg("ORG3", ...other, newcomer), "NodeAddressDiffers", ...other);
      }
      await refused(admin.approveOrg("ORG3", ...t.node1, newcomer), "NodeOfOtherOrg", t.node1[0], "ORG3");
      await refused(admin.approveOrg("ORG2", ...wanted, newcomer), "NodeOfOtherOrg", wanted[0], "ORG2");
      await refused(admin.approveOrg("ORG3", ...wanted, t.member), "ProposalDiffers", await lastProposal(t));
    });

    it("whatever the claiming organisation does with them meanwhile", async () => {
      await claimBoth();
      await admin.addOrg("ORG3", ...wanted, newcomer);
      const id = await lastProposal(t);
      await org1.updateAccountStatus("ORG1", newcomer, Action.SUSPEND);
      await org1.assignAccountRole(newcomer, "ORG1", "DEPUTY");
      await org1.updateNodeStatus("ORG1", ...claimed, Action.SUSPEND);
      await org1.changeNodeAddress("ORG1", ...movedTo(claimed, "10.0.1.10"));
      await refused(org1.releaseAccount("ORG1", newcomer), "SubjectHasProposal", id);
      await refused(org1.releaseNode("ORG1", claimed[0]), "SubjectHasProposal", id);
      await refused(admin.assignAdminRole("ORG1", newcomer, ORG_ADMIN), "SubjectHasProposal", id);
      await refused(admin.addOrg("ORG4", ...wanted, t.free[1]), "SubjectHasProposal", id);
      await refused(admin.addOrg("ORG4", ...nodeNamed("ORG4"), newcomer), "SubjectHasProposal", id);
      await org1.updateAccountStatus("ORG1", newcomer, Action.BLACKLIST);
      await org1.updateNodeStatus("ORG1", ...movedTo(claimed, "10.0.1.10"), Action.BLACKLIST);
      await refused(admin.startBlacklistedAccountRecovery("ORG1", newcomer), "SubjectHasProposal", id);
      await voteThrough(t, id);
      await isIn("ORG3", wanted);
      expect([await statusOf(t, newcomer), await orgOf(newcomer)]).to.deep.equal([AccountStatus.ACTIVE, "ORG3"]);
    });

    it("nodes hear that the claimed URL goes, out of their list of disallowed nodes too, and that the new one comes", async () => {
      await claimBoth();
      await org1.updateNodeStatus("ORG1", ...claimed, Action.BLACKLIST);
      await admin.addOrg("ORG3", ...wanted, newcomer);
      await admin.vote(await lastProposal(t), true);
      const receipt = await (await t.as(t.admins[1]).vote(await lastProposal(t), true)).wait();
      const heard = (receipt?.logs ?? [])
        .map((log) => t.nodes.interface.parseLog(log))
        .filter((event) => event !== null)
        .map(({ name, args }) => [name, args[1] as unknown, args[2] as unknown, args[4] as unknown]);
      expect(heard).to.deep.equal([
        ["NodeRecoveryCompleted", "10.0.1.9", 21000n, "ORG1"],
        ["NodeDeactivated", "10.0.1.9", 21000n, "ORG1"],
        ["NodeApproved", "10.0.3.1", 30303n, "ORG3"],
      ]);
    });

    it("but an admin by vote, and a node of the admin organisation, stay where they are", async () => {
      const attempt = admin.addOrg("ORG3", ...wanted, t.org1Admin);
      await refused(attempt, "AccountInUse", t.org1Admin.address, AccountStatus.ACTIVE);
      await refused(admin.addOrg("ORG3", ...adminNode(1), newcomer), "NodeByVoteOnly", adminNode(1)[0]);
      await org1.assignAccountRole(newcomer, "ORG1", "MEMBER");
      await t.upgradable.connect(t.guardian).transferGuardian(newcomer);
      await refused(admin.addOrg("ORG3", ...wanted, newcomer), "AccountIsGuardian", newcomer.address);
    });
  });

  describe("by a vote that appoints", () => {
    it("an account becomes another organisation's admin, whatever its status", async () => {
      await org1.assignAccountRole(newcomer, "ORG1", "DEPUTY");
      await org1.updateAccountStatus("ORG1", newcomer, Action.BLACKLIST);
      await admin.assignAdminRole("ORG2", newcomer, ORG_ADMIN);
      expect([await statusOf(t, newcomer), await orgOf(newcomer)]).to.deep.equal([AccountStatus.BLACKLISTED, "ORG1"]);
      await admin.approveAdminRole("ORG2", newcomer);
      await t.as(t.admins[1]).approveAdminRole("ORG2", newcomer);
      expect(await t.permInterface.isOrgAdmin(newcomer, "ORG2")).to.equal(true);
      expect(await t.permInterface.isOrgAdmin(newcomer, "ORG1")).to.equal(false);
    });

    it("or a network admin", async () => {
      await org1.assignAccountRole(newcomer, "ORG1", "MEMBER");
      await makeAdmin(t, ADMIN_ORG, newcomer, NETWORK_ADMIN);
      expect(await t.permInterface.isNetworkAdmin(newcomer)).to.equal(true);
      await removeAdmin(t, ADMIN_ORG, newcomer);
      await refused(org1.assignAccountRole(newcomer, "ORG1", "MEMBER"), "AccountOfOtherOrg", newcomer.address, "ORG1");
    });

    it("it stays with its organisation if the vote fails, and while it is open", async () => {
      await org1.assignAccountRole(newcomer, "ORG1", "MEMBER");
      await admin.assignAdminRole("ORG2", newcomer, ORG_ADMIN);
      await refused(org1.releaseAccount("ORG1", newcomer), "SubjectHasProposal", await lastProposal(t));
      await voteDown(t);
      expect([await statusOf(t, newcomer), await orgOf(newcomer)]).to.deep.equal([AccountStatus.ACTIVE, "ORG1"]);
      await org1.releaseAccount("ORG1", newcomer);
    });

    it("but no other organisation's admin by vote, and not the guardian", async () => {
      const attempt = admin.assignAdminRole("ORG2", t.org1Admin, ORG_ADMIN);
      await refused(attempt, "AccountOfOtherOrg", t.org1Admin.address, "ORG2");
      await org1.assignAccountRole(newcomer, "ORG1", "MEMBER");
      await t.upgradable.connect(t.guardian).transferGuardian(newcomer);
      await refused(admin.assignAdminRole("ORG2", newcomer, ORG_ADMIN), "AccountIsGuardian", newcomer.address);
    });
  });

  describe("what a vote took is not claimed by hand again by who lost it", () => {
    it("neither by the organisation nor by one above or below it", async () => {
      await org1.assignAccountRole(newcomer, "ORG1.SUB1", "MEMBER");
      await org1.addNode("ORG1.SUB1", ...claimed);
      await admin.proposeAccountRelease("ORG1.SUB1", newcomer);
      await voteThrough(t);
      await admin.proposeNodeRelease("ORG1.SUB1", claimed[0]);
      await voteThrough(t);
      for (const orgId of ["ORG1", "ORG1.SUB1"]) {
        const account = org1.assignAccountRole(newcomer, orgId, "MEMBER");
        await refused(account, "AccountLostByVote", newcomer.address, orgId);
        await refused(org1.addNode(orgId, ...claimed), "NodeLostByVote", claimed[0], orgId);
      }
      await refused(org1.addSubOrg("ORG1", "NEW", ...claimed), "NodeLostByVote", claimed[0], "ORG1.NEW");
    });

    it("nor after the newcomer that had them has let them go, or was refused", async () => {
      await claimBoth();
      await join(t, "ORG3", newcomer, wanted);
      await makeAdmin(t, "ORG3", t.free[1], ORG_ADMIN);
      const org3 = t.as(t.free[1]);
      await org3.releaseAccount("ORG3", newcomer);
      await org3.releaseNode("ORG3", wanted[0]);
      const isRefused = async (): Promise<void> => {
        const account = org1.assignAccountRole(newcomer, "ORG1", "MEMBER");
        await refused(account, "AccountLostByVote", newcomer.address, "ORG1");
        await refused(org1.addNode("ORG1", ...claimed), "NodeLostByVote", claimed[0], "ORG1");
      };
      await isRefused();
      await admin.addOrg("ORG5", ...wanted, newcomer);
      await voteDown(t);
      await isRefused();
    });

    it("another organisation may claim it, and a vote may give it back", async () => {
      await claimBoth();
      await admin.proposeNodeRelease("ORG1", claimed[0]);
      await voteThrough(t);
      await org2.addNode("ORG2", ...claimed);
      await admin.proposeAccountRelease("ORG1", newcomer);
      await voteThrough(t);
      await makeAdmin(t, "ORG1", newcomer, ORG_ADMIN);
      expect(await t.permInterface.isOrgAdmin(newcomer, "ORG1")).to.equal(true);
    });

    it("an account that a vote moved within an organisation is lost to no one", async () => {
      await makeAdmin(t, "ORG1.SUB1", t.member, ORG_ADMIN);
      await removeAdmin(t, "ORG1.SUB1", t.member);
      await org1.releaseAccount("ORG1.SUB1", t.member);
      await org1.assignAccountRole(t.member, "ORG1", "MEMBER");
    });
  });

  describe("by hand, by the organisation that has it", () => {
    it("an active, suspended or dismissed account is unassigned again, and free for others", async () => {
      await org1.releaseAccount("ORG1", t.member);
      await org1.releaseAccount("ORG1", t.suspended);
      await removeAdmin(t, "ORG1.SUB1", t.subAdmin);
      await expect(org1.releaseAccount("ORG1.SUB1", t.subAdmin))
        .to.emit(t.accounts, "AccountStatusChanged")
        .withArgs(t.subAdmin.address, "ORG1.SUB1", AccountStatus.NONE);
      await org2.addNewRole("MEMBER", "ORG2", 3, false, false);
      for (const person of [t.member, t.suspended, t.subAdmin]) {
        expect(await statusOf(t, person)).to.equal(AccountStatus.NONE);
        await org2.assignAccountRole(person, "ORG2", "MEMBER");
      }
      expect(await statusOf(t, t.member)).to.equal(AccountStatus.ACTIVE);
    });

    it("an approved or deactivated node is free", async () => {
      const [enodeId, ip, port, raftPort] = t.node1;
      await expect(org1.releaseNode("ORG1", enodeId))
        .to.emit(t.nodes, "NodeDeactivated")
        .withArgs(enodeId, ip, port, raftPort, "ORG1");
      expect(await t.permInterface.connectionAllowed(enodeId, ip, port)).to.equal(false);
      await org1.updateNodeStatus("ORG1.SUB1", ...t.subNode, Action.SUSPEND);
      await org1.releaseNode("ORG1.SUB1", t.subNode[0]);
      await org2.addNode("ORG2", ...t.node1);
      await org2.addNode("ORG2", ...t.subNode);
      await isIn("ORG2", t.node1);
      await isIn("ORG2", t.subNode);
    });

    it("while the organisation is suspended, by its admin by vote", async () => {
      await admin.updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
      await org1.releaseAccount("ORG1", t.member);
      await org1.releaseNode("ORG1", t.node1[0]);
    });

    it("not by others, and only what is its own", async () => {
      await refused(org2.releaseAccount("ORG1", t.member), "NotOrgAdmin", t.org2Admin.address, "ORG1");
      await refused(org2.releaseNode("ORG1", t.node1[0]), "NotOrgAdmin", t.org2Admin.address, "ORG1");
      await refused(org2.releaseAccount("ORG2", t.member), "AccountOfOtherOrg", t.member.address, "ORG2");
      await refused(org2.releaseNode("ORG2", t.node1[0]), "NodeOfOtherOrg", t.node1[0], "ORG2");
      await refused(org1.releaseNode("ORG1", wanted[0]), "NodeUnknown", wanted[0]);
      await refused(org1.releaseAccount("ORG1", t.org1Admin), "AccountIsAdmin", t.org1Admin.address);
    });

    it("a blacklisting is not laundered by it", async () => {
      const account = org1.releaseAccount("ORG1", t.blacklisted);
      await refused(account, "AccountStatusNotAllowed", t.blacklisted.address, AccountStatus.BLACKLISTED, 0);
      await org1.updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
      const node = org1.releaseNode("ORG1", t.node1[0]);
      await refused(node, "NodeStatusNotAllowed", t.node1[0], NodeStatus.BLACKLISTED, 0);
    });

    it("nothing that is being voted on", async () => {
      await admin.assignAdminRole("ORG1", t.member, ORG_ADMIN);
      await refused(org1.releaseAccount("ORG1", t.member), "SubjectHasProposal", await lastProposal(t));
      await admin.proposeNodeRelease("ORG1", t.node1[0]);
      await refused(org1.releaseNode("ORG1", t.node1[0]), "SubjectHasProposal", await lastProposal(t));
    });

    it("who was voted out of the admin organisation does not come back by it", async () => {
      const out = t.formerAdmin;
      const release = admin.releaseAccount(ADMIN_ORG, out);
      await refused(release, "AccountStatusNotAllowed", out.address, AccountStatus.REVOKED, 0);
      await admin.proposeAccountRelease(ADMIN_ORG, out);
      await voteThrough(t);
      await admin.addNewRole("CLERK", ADMIN_ORG, 3, false, false);
      await refused(admin.assignAccountRole(out, ADMIN_ORG, "CLERK"), "AccountLostByVote", out.address, ADMIN_ORG);
      await makeAdmin(t, ADMIN_ORG, out, NETWORK_ADMIN);
      expect(await t.permInterface.isNetworkAdmin(out)).to.equal(true);
    });
  });

  describe("by vote", () => {
    it("a blacklisted account and node too", async () => {
      await admin.proposeAccountRelease("ORG1", t.blacklisted);
      await voteThrough(t);
      expect([await statusOf(t, t.blacklisted), await orgOf(t.blacklisted)]).to.deep.equal([AccountStatus.NONE, ""]);
      await org1.updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
      await admin.proposeNodeRelease("ORG1", t.node1[0]);
      expect((await t.nodes.getNodeDetails(t.node1[0])).nodeStatus).to.equal(NodeStatus.BLACKLISTED);
      await admin.vote(await lastProposal(t), true);
      const decision = t.as(t.admins[1]).vote(await lastProposal(t), true);
      await expect(decision)
        .to.emit(t.nodes, "NodeRecoveryCompleted")
        .withArgs(...t.node1, "ORG1");
      await expect(decision)
        .to.emit(t.nodes, "NodeDeactivated")
        .withArgs(...t.node1, "ORG1");
      await org2.addNode("ORG2", ...t.node1);
    });

    it("nothing happens if the vote fails", async () => {
      await admin.proposeAccountRelease("ORG1", t.member);
      await voteDown(t);
      await admin.proposeNodeRelease("ORG1", t.node1[0]);
      await voteDown(t);
      expect([await statusOf(t, t.member), await orgOf(t.member)]).to.deep.equal([AccountStatus.ACTIVE, "ORG1"]);
      await isIn("ORG1", t.node1);
      await org1.releaseAccount("ORG1", t.member);
      await org1.releaseNode("ORG1", t.node1[0]);
    });

    it("the organisation does not stop it", async () => {
      await admin.proposeAccountRelease("ORG1", t.member);
      await org1.updateAccountStatus("ORG1", t.member, Action.BLACKLIST);
      const id = await voteThrough(t);
      await admin.proposeNodeRelease("ORG1", t.node1[0]);
      await org1.updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
      expect([await stateOf(t, id), await stateOf(t, await voteThrough(t))]).to.deep.equal([
        State.APPROVED,
        State.APPROVED,
      ]);
      expect((await t.nodes.getNodeDetails(t.node1[0])).nodeStatus).to.equal(NodeStatus.DEACTIVATED);
    });

    it("network admins alone propose it, one proposal at a time, and no admin's release", async () => {
      await refused(org1.proposeAccountRelease("ORG1", t.member), "NotAVoter", t.org1Admin.address);
      await refused(org1.proposeNodeRelease("ORG1", t.node1[0]), "NotAVoter", t.org1Admin.address);
      await refused(admin.proposeAccountRelease("ORG1", t.org1Admin), "AccountIsAdmin", t.org1Admin.address);
      await refused(admin.proposeAccountRelease("ORG2", t.member), "AccountOfOtherOrg", t.member.address, "ORG2");
      await refused(admin.proposeNodeRelease("ORG2", t.node1[0]), "NodeOfOtherOrg", t.node1[0], "ORG2");
      await admin.proposeNodeRelease("ORG1", t.node1[0]);
      const id = await lastProposal(t);
      await refused(admin.proposeNodeRelease("ORG1", t.node1[0]), "SubjectHasProposal", id);
      await refused(admin.addOrg("ORG3", ...movedTo(t.node1, "10.0.3.1"), newcomer), "SubjectHasProposal", id);
    });
  });
});
