import { expect } from "chai";
import { town } from "../../helpers/cast.js";
import { Action, NodeStatus, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  adminNode,
  lastProposal,
  makeAdmin,
  movedTo,
  type Node,
  nodeNamed,
  type PermInterface,
  type Person,
  stateOf,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const NODES = [1, 2, 3, 4].map((n) => adminNode(n));
const [first] = NODES as [Node];
const moved = movedTo(first, "10.9.9.9", 21000, 50400);

describe("No single key takes the network's nodes away from its government", () => {
  const t = useFixture(town);
  let admin: PermInterface;
  let deputy: Person;

  beforeEach(async () => {
    admin = t.as(t.admins[0]);
    [deputy] = t.free;
    await admin.addNewRole("DEPUTY", ADMIN_ORG, 3, true, true);
    await makeAdmin(t, ADMIN_ORG, deputy, "DEPUTY");
  });

  const mayConnect = async ([enodeId, ip, port]: Node): Promise<boolean> =>
    await t.permInterface.connectionAllowed(enodeId, ip, port);
  const allConnect = async (): Promise<boolean> => !(await Promise.all(NODES.map(mayConnect))).includes(false);
  const statusOf = async ([enodeId]: Node): Promise<bigint> => (await t.nodes.getNodeDetails(enodeId)).nodeStatus;

  it("a network admin's blacklisting, deactivation, move or release changes nothing until a majority has voted", async () => {
    const attempts = (node: Node): (() => Promise<unknown>)[] => [
      () => admin.updateNodeStatus(ADMIN_ORG, ...node, Action.BLACKLIST),
      () => admin.updateNodeStatus(ADMIN_ORG, ...node, Action.SUSPEND),
      () => admin.changeNodeAddress(ADMIN_ORG, ...movedTo(node, "6.6.6.6")),
      () => admin.releaseNode(ADMIN_ORG, node[0]),
      () => admin.proposeNodeRelease(ADMIN_ORG, node[0]),
    ];
    for (const node of NODES) {
      for (const attempt of attempts(node)) await attempt().catch(() => undefined);
      await admin.vote(await lastProposal(t), true);
    }
    expect(await allConnect()).to.equal(true);
    for (const node of NODES) expect(await statusOf(node)).to.equal(NodeStatus.APPROVED);
  });

  it("nor does an admin of the admin organisation who is no network admin", async () => {
    const org = t.as(deputy);
    for (const node of NODES) {
      for (const action of [Action.BLACKLIST, Action.SUSPEND]) {
        await refused(org.updateNodeStatus(ADMIN_ORG, ...node, action), "NotAVoter", deputy.address);
      }
      await refused(org.changeNodeAddress(ADMIN_ORG, ...movedTo(node, "6.6.6.6")), "NotAVoter", deputy.address);
      await refused(org.releaseNode(ADMIN_ORG, node[0]), "NodeByVoteOnly", node[0]);
    }
    expect(await allConnect()).to.equal(true);
  });

  it("nor does a newcomer's organisation take one", async () => {
    await refused(admin.addOrg("ORG3", ...first, t.free[1]), "NodeByVoteOnly", first[0]);
  });

  it("the majority deactivates, activates and blacklists one", async () => {
    for (const [action, status, event] of [
      [Action.SUSPEND, NodeStatus.DEACTIVATED, "NodeDeactivated"],
      [Action.ACTIVATE, NodeStatus.APPROVED, "NodeActivated"],
      [Action.BLACKLIST, NodeStatus.BLACKLISTED, "NodeBlacklisted"],
    ] as const) {
      const before = await statusOf(first);
      await admin.updateNodeStatus(ADMIN_ORG, ...first, action);
      const id = await lastProposal(t);
      expect((await t.nodes.getNodePage(0, 1))[0]?.proposal).to.equal(id);
      await admin.vote(id, true);
      expect(await statusOf(first)).to.equal(before);
      await expect(t.as(t.admins[1]).vote(id, true))
        .to.emit(t.nodes, event)
        .withArgs(...first, ADMIN_ORG);
      expect([await statusOf(first), await stateOf(t, id)]).to.deep.equal([status, State.APPROVED]);
      expect((await t.nodes.getNodePage(0, 1))[0]?.proposal).to.equal(0n);
    }
    await admin.startBlacklistedNodeRecovery(ADMIN_ORG, ...first);
    await voteThrough(t);
    expect(await mayConnect(first)).to.equal(true);
  });

  it("the majority moves one, where it was proposed to be", async () => {
    await expect(admin.changeNodeAddress(ADMIN_ORG, ...moved))
      .to.emit(t.nodes, "NodeAddressProposed")
      .withArgs(...moved, ADMIN_ORG);
    expect(await t.nodes.getProposedAddress(first[0])).to.deep.equal(["10.9.9.9", 21000n, 50400n]);
    expect(await mayConnect(first)).to.equal(true);
    const id = await lastProposal(t);
    await admin.vote(id, true);
    const decision = t.as(t.admins[1]).vote(id, true);
    await expect(decision)
      .to.emit(t.nodes, "NodeDeactivated")
      .withArgs(...first, ADMIN_ORG);
    await expect(decision)
      .to.emit(t.nodes, "NodeActivated")
      .withArgs(...moved, ADMIN_ORG);
    expect([await mayConnect(first), await mayConnect(moved)]).to.deep.equal([false, true]);
    expect(await t.nodes.getProposedAddress(first[0])).to.deep.equal(["", 0n, 0n]);
  });

  it("a longer address as well", async () => {
    const long = movedTo(first, "2001:db8:85a3::8a2e:370:7334");
    await admin.changeNodeAddress(ADMIN_ORG, ...long);
    await voteThrough(t);
    expect(await mayConnect(long)).to.equal(true);
  });

  it("the majority releases one, and the admin organisation does not claim it again by hand", async () => {
    await admin.proposeNodeRelease(ADMIN_ORG, first[0]);
    await voteThrough(t);
    expect(await mayConnect(first)).to.equal(false);
    await refused(admin.addNode(ADMIN_ORG, ...first), "NodeLostByVote", first[0], ADMIN_ORG);
  });

  it("nothing is left of a proposal that fails", async () => {
    await admin.changeNodeAddress(ADMIN_ORG, ...moved);
    await voteDown(t);
    await t.as(t.admins[1]).updateNodeStatus(ADMIN_ORG, ...first, Action.BLACKLIST);
    await voteDown(t);
    expect(await mayConnect(first)).to.equal(true);
    expect(await t.nodes.getProposedAddress(first[0])).to.deep.equal(["", 0n, 0n]);
    await t.as(t.admins[2]).updateNodeStatus(ADMIN_ORG, ...first, Action.SUSPEND);
  });

  it("a proposal is about one node, and the next one waits for it", async () => {
    await admin.updateNodeStatus(ADMIN_ORG, ...first, Action.SUSPEND);
    const id = await lastProposal(t);
    for (const attempt of [
      () => admin.updateNodeStatus(ADMIN_ORG, ...first, Action.BLACKLIST),
      () => admin.changeNodeAddress(ADMIN_ORG, ...moved),
      () => admin.proposeNodeRelease(ADMIN_ORG, first[0]),
    ]) {
      await refused(attempt(), "SubjectHasProposal", id);
    }
    await admin.updateNodeStatus(ADMIN_ORG, ...adminNode(2), Action.SUSPEND);
  });

  it("what would be refused is not proposed", async () => {
    const active = admin.updateNodeStatus(ADMIN_ORG, ...first, Action.ACTIVATE);
    await refused(active, "NodeStatusNotAllowed", first[0], NodeStatus.APPROVED, Action.ACTIVATE);
    await refused(admin.updateNodeStatus(ADMIN_ORG, ...first, 4), "ActionNotAllowed", 4);
    await refused(admin.changeNodeAddress(ADMIN_ORG, ...first), "NothingChanges");
    await refused(admin.changeNodeAddress(ADMIN_ORG, ...movedTo(first, "%")), "HostNotAllowed", "%");
    await refused(admin.changeNodeAddress(ADMIN_ORG, ...movedTo(first, "1.1.1.1", 0)), "PortNotAllowed", 0);
  });

  it("nodes of organisations below it are changed by hand as before, and added as before", async () => {
    const node = nodeNamed("SUB", "10.0.0.9");
    await admin.addSubOrg(ADMIN_ORG, "SUB", ...node);
    await admin.updateNodeStatus(`${ADMIN_ORG}.SUB`, ...node, Action.SUSPEND);
    expect(await statusOf(node)).to.equal(NodeStatus.DEACTIVATED);
    const added = nodeNamed("added", "10.0.0.8");
    await admin.addNode(ADMIN_ORG, ...added);
    expect(await mayConnect(added)).to.equal(true);
  });
});
