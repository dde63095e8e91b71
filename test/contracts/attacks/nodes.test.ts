import { expect } from "chai";
import { town } from "../../helpers/cast.js";
import { Action, NodeStatus, Setting, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  movedTo,
  type Node,
  nodeNamed,
  type PermInterface,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

describe("A node and its address", () => {
  const t = useFixture(town);
  let org1: PermInterface;
  let admin: PermInterface;

  beforeEach(() => {
    org1 = t.as(t.org1Admin);
    admin = t.as(t.admins[0]);
  });

  const mayConnect = async ([enodeId, ip, port]: Node): Promise<boolean> =>
    await t.permInterface.connectionAllowed(enodeId, ip, port);

  it("the address changes without a new identity", async () => {
    const moved = movedTo(t.node1, "10.9.9.9", 21000, 50400);
    await org1.changeNodeAddress("ORG1", ...moved);
    expect(await t.nodes.getNodeDetails(moved[0])).to.deep.equal(["ORG1", ...moved.slice(0, 2), 21000n, 50400n, 2n]);
    expect(await mayConnect(moved)).to.equal(true);
    expect(await mayConnect(t.node1)).to.equal(false);
    expect(await t.nodes.getNumberOfNodes()).to.equal(7n);
  });

  it("a node is not moved to where it is", async () => {
    const [enodeId, ip, port, raftPort] = t.node1;
    await refused(t.as(t.org1Admin).changeNodeAddress("ORG1", ...t.node1), "NothingChanges");
    await t.as(t.org1Admin).changeNodeAddress("ORG1", enodeId, ip, port, raftPort + 1);
    expect((await t.nodes.getNodeDetails(enodeId))[4]).to.equal(BigInt(raftPort + 1));
  });

  it("a longer ip takes the place of a short one, and back", async () => {
    const long = movedTo(t.node1, "2001:db8:85a3::8a2e:370:7334");
    await org1.changeNodeAddress("ORG1", ...long);
    expect((await t.nodes.getNodeDetails(long[0])).ip).to.equal(long[1]);
    expect(await mayConnect(long)).to.equal(true);
    await org1.changeNodeAddress("ORG1", ...t.node1);
    expect((await t.nodes.getNodeDetails(long[0])).ip).to.equal(t.node1[1]);
    expect(await mayConnect(long)).to.equal(false);
    expect(await mayConnect(movedTo(t.node1, ""))).to.equal(false);
  });

  it("nodes learn of it as the end of the old address and the start of the new one", async () => {
    const [enodeId, ip, port, raftPort] = t.node1;
    const change = org1.changeNodeAddress("ORG1", ...movedTo(t.node1, "10.9.9.9"));
    await expect(change).to.emit(t.nodes, "NodeDeactivated").withArgs(enodeId, ip, port, raftPort, "ORG1");
    await expect(change).to.emit(t.nodes, "NodeActivated").withArgs(enodeId, "10.9.9.9", port, raftPort, "ORG1");
  });

  it("a deactivated node moves and stays deactivated", async () => {
    await org1.updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
    const moved = movedTo(t.node1, "10.9.9.9");
    const change = org1.changeNodeAddress("ORG1", ...moved);
    await expect(change).not.to.emit(t.nodes, "NodeActivated");
    expect(await mayConnect(moved)).to.equal(false);
    await org1.updateNodeStatus("ORG1", ...moved, Action.ACTIVATE);
    expect(await mayConnect(moved)).to.equal(true);
  });

  it("a node that is only proposed does not move, so what is voted on stays what it was", async () => {
    const node = nodeNamed("ORG3");
    const newAdmin = t.free[0];
    await admin.addOrg("ORG3", ...node, newAdmin);
    const attempt = t.as(newAdmin).changeNodeAddress("ORG3", ...movedTo(node, "6.6.6.6"));
    await refused(attempt, "NotOrgAdmin", newAdmin.address, "ORG3");
    expect(await mayConnect(node)).to.equal(false);
  });

  it("the port is never compared: peers come from ephemeral ports", async () => {
    for (const port of [0, 1, 30303, 65535])
      expect(await mayConnect(movedTo(t.node1, t.node1[1], port))).to.equal(true);
  });

  it("the ip is compared until a vote says otherwise, and again when a vote says so", async () => {
    const elsewhere = movedTo(t.node1, "172.17.0.1");
    expect(await mayConnect(elsewhere)).to.equal(false);
    await admin.proposeSetting(Setting.IP_CHECK, 0);
    expect(await mayConnect(elsewhere)).to.equal(false);
    await voteThrough(t);
    expect(await mayConnect(elsewhere)).to.equal(true);
    expect(await t.nodes.getAddressRules()).to.deep.equal([false, false]);
    await admin.proposeSetting(Setting.IP_CHECK, 1);
    await voteThrough(t);
    expect(await mayConnect(elsewhere)).to.equal(false);
  });

  it("without the comparison of ips a node still has to be approved", async () => {
    await admin.proposeSetting(Setting.IP_CHECK, 0);
    await voteThrough(t);
    await org1.updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
    expect(await mayConnect(t.node1)).to.equal(false);
    expect(await mayConnect(nodeNamed("unknown"))).to.equal(false);
    await org1.updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
    expect(await mayConnect(t.node1)).to.equal(false);
  });

  it("the change of the setting is announced when the vote has passed, and not when it fails", async () => {
    await admin.proposeSetting(Setting.IP_CHECK, 0);
    await voteDown(t);
    expect(await t.nodes.getAddressRules()).to.deep.equal([true, false]);
    await t.as(t.admins[1]).proposeSetting(Setting.IP_CHECK, 0);
    const id = await t.voters.getNumberOfProposals();
    await t.as(t.admins[0]).vote(id, true);
    await expect(t.as(t.admins[1]).vote(id, true)).to.emit(t.nodes, "IpCheckChanged").withArgs(false);
  });

  it("a host name is no address until a vote allows host names, in any function that takes one", async () => {
    const named = nodeNamed("named", "node1.example.org");
    const moved = movedTo(t.node1, "node1.example.org");
    // One after the other: what fails must not leave promises behind.
    const attempts: (() => Promise<unknown>)[] = [
      () => org1.addNode("ORG1", ...named),
      () => org1.addSubOrg("ORG1", "NEW", ...named),
      () => org1.changeNodeAddress("ORG1", ...moved),
      () => admin.addOrg("ORG3", ...named, t.free[0]),
    ];
    for (const attempt of attempts) await refused(attempt(), "HostNameNotAllowed", named[1]);
    await admin.proposeSetting(Setting.HOST_NAMES, 1);
    const id = await t.voters.getNumberOfProposals();
    await t.as(t.admins[0]).vote(id, true);
    await expect(t.as(t.admins[1]).vote(id, true)).to.emit(t.nodes, "HostNamesChanged").withArgs(true);
    expect(await t.nodes.getAddressRules()).to.deep.equal([true, true]);
    await org1.addNode("ORG1", ...named);
    await org1.changeNodeAddress("ORG1", ...moved);
    await admin.proposeSetting(Setting.HOST_NAMES, 0);
    await voteThrough(t);
    await refused(org1.addNode("ORG1", ...nodeNamed("another", named[1])), "HostNameNotAllowed", named[1]);
    expect(await mayConnect(named), "those recorded stay").to.equal(true);
  });

  it("a setting that there is not, or a value that it cannot have, is not proposed", async () => {
    for (const setting of [0, 9]) await refused(admin.proposeSetting(setting, 1), "SettingUnknown", setting);
    await refused(admin.proposeSetting(Setting.IP_CHECK, 2), "SettingNotAllowed", Setting.IP_CHECK, 2);
    await refused(admin.proposeSetting(Setting.IP_CHECK, 1), "NothingChanges");
  });

  it("what two proposals would set is set once, and the second vote is rejected", async () => {
    await admin.proposeSetting(Setting.IP_CHECK, 0);
    await admin.proposeSetting(Setting.IP_CHECK, 0);
    const id = await t.voters.getNumberOfProposals();
    await voteThrough(t, id - 1n);
    await voteThrough(t, id);
    expect((await t.voters.getProposal(id)).state).to.equal(State.REJECTED);
  });

  it("the node of an organisation that was refused is free for the next one, as it says then", async () => {
    const node = nodeNamed("ORG3", "10.0.3.1");
    await admin.addOrg("ORG3", ...node, t.free[0]);
    await voteDown(t);
    // Nodes let no one send while they know a node of an organisation that they do not know.
    expect(await t.nodes.getNodeDetails(node[0])).to.deep.equal(["ORG3", node[0], node[1], 30303n, 0n, 3n]);
    const [shown] = await t.nodes.getNodePage(7, 1);
    expect([shown?.orgId, shown?.proposal]).to.deep.equal(["", 0n]);
    const moved = movedTo(node, "10.0.2.9", 21000);
    await t.as(t.org2Admin).addNode("ORG2", ...moved);
    expect(await t.nodes.getNodeDetails(node[0])).to.deep.equal(["ORG2", node[0], "10.0.2.9", 21000n, 0n, 2n]);
  });

  it("while it is free no one can activate it", async () => {
    const node = nodeNamed("ORG3", "10.0.3.1");
    await admin.addOrg("ORG3", ...node, t.free[0]);
    await voteDown(t);
    await refused(org1.updateNodeStatus("ORG1", ...node, Action.ACTIVATE), "NodeUnknown", node[0]);
    await refused(org1.changeNodeAddress("ORG1", ...movedTo(node, "10.9.9.9")), "NodeUnknown", node[0]);
    expect(await mayConnect(node)).to.equal(false);
    expect((await t.nodes.getNodeDetails(node[0])).nodeStatus).to.equal(NodeStatus.DEACTIVATED);
  });
});
