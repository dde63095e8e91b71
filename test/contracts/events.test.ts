import { expect } from "chai";
import type { BaseContract } from "ethers";
import { town } from "../helpers/cast.js";
import { Action, Op, State } from "../data/codes.js";
import {
  ADMIN_ORG,
  deployImplementation,
  lastProposal,
  linkedSuite,
  movedTo,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  type Person,
  POLICY,
  type Suite,
} from "../helpers/contract-suite.js";
import { useFixture } from "../helpers/use-fixture.js";

type Expected = [event: string, ...values: unknown[]];

/** The events of a transaction, in order, as their names and arguments. */
async function eventsOf(s: Suite, transaction: Promise<{ hash: string }>): Promise<Expected[]> {
  const receipt = await s.ethers.provider.getTransactionReceipt((await transaction).hash);
  const known = new Map<string, BaseContract>();
  for (const contract of [
    s.permInterface,
    s.upgradable,
    s.implementation,
    s.orgs,
    s.roles,
    s.accounts,
    s.voters,
    s.nodes,
  ]) {
    known.set(await contract.getAddress(), contract);
  }
  return (receipt?.logs ?? []).map((log) => {
    const parsed = known.get(log.address)?.interface.parseLog(log);
    return [parsed?.name ?? "unknown", ...((parsed?.args.toArray() ?? []) as unknown[])];
  });
}

describe("Everything that changes leaves an event", () => {
  const t = useFixture(town);
  let admin: Person;
  let newcomer: Person;

  beforeEach(() => {
    [admin] = t.admins;
    [newcomer] = t.free;
  });

  const acted = (person: Person, name: string): Expected => [
    "Action",
    person.address,
    (t.permInterface as BaseContract).interface.getFunction(name)?.selector,
  ];

  async function expectEvents(
    person: Person,
    name: string,
    transaction: Promise<{ hash: string }>,
    expected: Expected[],
  ): Promise<void> {
    const events = await eventsOf(t, transaction);
    expect(events).to.have.deep.members([acted(person, name), ...expected]);
  }

  it("a new organisation, from the proposal to the deciding vote", async () => {
    const node = nodeNamed("ORG3");
    const [enodeId, ip, port, raftPort] = [node[0], node[1], BigInt(node[2]), BigInt(node[3])];
    const id = (await lastProposal(t)) + 1n;
    const proposed = await eventsOf(t, t.as(admin).addOrg("ORG3", ...node, newcomer));
    expect(proposed.filter(([name]) => name !== "ProposalCreated")).to.have.deep.members([
      acted(admin, "addOrg"),
      ["VotingItemAdded", ADMIN_ORG],
      ["OrgPendingApproval", "ORG3", "", "ORG3", 1n, 1n],
      ["NodeProposed", enodeId, ip, port, raftPort, "ORG3"],
      ["AccountAccessModified", newcomer.address, "ORG3", ORG_ADMIN, true, 1n],
    ]);
    const created = proposed.find(([name]) => name === "ProposalCreated");
    expect(created?.slice(1, 4)).to.deep.equal([id, Op.ADD_ORG, admin.address]);
    expect(created?.slice(-2)).to.deep.equal([newcomer.address, 0n]);
    await expectEvents(admin, "approveOrg", t.as(admin).approveOrg("ORG3", ...node, newcomer), [
      ["VoteProcessed", ADMIN_ORG],
      ["VoteCast", id, admin.address, true],
    ]);
    await expectEvents(t.admins[1], "approveOrg", t.as(t.admins[1]).approveOrg("ORG3", ...node, newcomer), [
      ["VoteProcessed", ADMIN_ORG],
      ["VoteCast", id, t.admins[1].address, true],
      ["ProposalStateChanged", id, State.APPROVED],
      ["OrgApproved", "ORG3", "", "ORG3", 1n, 2n],
      ["RoleCreated", ORG_ADMIN, "ORG3", 3n, true, true],
      ["NodeApproved", enodeId, ip, port, raftPort, "ORG3"],
      ["AccountAccessModified", newcomer.address, "ORG3", ORG_ADMIN, true, 2n],
    ]);
  });

  it("a new organisation that is refused, so that nodes forget it", async () => {
    const node = nodeNamed("ORG3");
    const [enodeId, ip, port, raftPort] = [node[0], node[1], BigInt(node[2]), BigInt(node[3])];
    await t.as(admin).addOrg("ORG3", ...node, newcomer);
    const id = await lastProposal(t);
    await expectEvents(admin, "withdraw", t.as(admin).withdraw(id), [
      ["ProposalStateChanged", id, State.WITHDRAWN],
      ["OrgPendingApproval", "ORG3", "", "ORG3", 1n, 0n],
      ["NodeDeactivated", enodeId, ip, port, raftPort, "ORG3"],
      ["AccountStatusChanged", newcomer.address, "ORG3", 0n],
    ]);
  });

  it("a sub-organisation, by its short id and its parent's full id, at every level", async () => {
    const { org1Admin } = t;
    const node = nodeNamed("deep");
    const values = [node[0], node[1], BigInt(node[2]), BigInt(node[3])];
    await expectEvents(org1Admin, "addSubOrg", t.as(org1Admin).addSubOrg("ORG1.SUB1", "DEEP", ...node), [
      ["OrgApproved", "DEEP", "ORG1.SUB1", "ORG1", 3n, 2n],
      ["NodeApproved", ...values, "ORG1.SUB1.DEEP"],
    ]);
    await expectEvents(org1Admin, "addSubOrg", t.as(org1Admin).addSubOrg("ORG1", "SUB2", "", "", 0, 0), [
      ["OrgApproved", "SUB2", "ORG1", "ORG1", 2n, 2n],
    ]);
  });

  it("a suspension and a restoration, in the words that nodes know", async () => {
    const decide = async (action: bigint): Promise<Expected[]> => {
      const names = ["OrgPendingApproval", "OrgSuspended", "OrgSuspensionRevoked", "OrgApproved"];
      const found = await eventsOf(t, t.as(admin).updateOrgStatus("ORG1", action));
      found.push(...(await eventsOf(t, t.as(admin).approveOrgStatus("ORG1", action))));
      found.push(...(await eventsOf(t, t.as(t.admins[1]).approveOrgStatus("ORG1", action))));
      return found.filter(([name]) => names.includes(name));
    };
    expect(await decide(Action.SUSPEND)).to.deep.equal([
      ["OrgPendingApproval", "ORG1", "", "ORG1", 1n, 3n],
      ["OrgSuspended", "ORG1", "", "ORG1", 1n],
    ]);
    expect(await decide(Action.ACTIVATE)).to.deep.equal([
      ["OrgPendingApproval", "ORG1", "", "ORG1", 1n, 5n],
      ["OrgSuspensionRevoked", "ORG1", "", "ORG1", 1n],
    ]);
  });

  it("a network admin that comes and goes", async () => {
    await t.as(admin).assignAdminRole(ADMIN_ORG, newcomer, NETWORK_ADMIN);
    const id = await lastProposal(t);
    await t.as(admin).approveAdminRole(ADMIN_ORG, newcomer);
    await expectEvents(t.admins[1], "approveAdminRole", t.as(t.admins[1]).approveAdminRole(ADMIN_ORG, newcomer), [
      ["VoteProcessed", ADMIN_ORG],
      ["VoteCast", id, t.admins[1].address, true],
      ["ProposalStateChanged", id, State.APPROVED],
      ["AccountAccessModified", newcomer.address, ADMIN_ORG, NETWORK_ADMIN, true, 2n],
      ["VoterAdded", ADMIN_ORG, newcomer.address],
    ]);
    await t.as(admin).proposeAdminRemoval(ADMIN_ORG, newcomer);
    for (const person of t.admins.slice(0, 2)) await t.as(person).vote(id + 1n, true);
    const last = await eventsOf(t, t.as(t.admins[2]).vote(id + 1n, true));
    expect(last).to.deep.include(["VoterDeleted", ADMIN_ORG, newcomer.address]);
    expect(last).to.deep.include(["AccountAccessModified", newcomer.address, ADMIN_ORG, "", false, 6n]);
  });

  it("roles and accounts", async () => {
    const { org1Admin } = t;
    const org1 = t.as(org1Admin);
    await expectEvents(org1Admin, "addNewRole", org1.addNewRole("R", "ORG1", 5, false, true), [
      ["RoleCreated", "R", "ORG1", 5n, false, true],
    ]);
    await expectEvents(org1Admin, "assignAccountRole", org1.assignAccountRole(newcomer, "ORG1.SUB1", "R"), [
      ["AccountAccessModified", newcomer.address, "ORG1.SUB1", "R", true, 2n],
    ]);
    for (const [action, status] of [
      [Action.SUSPEND, 4n],
      [Action.ACTIVATE, 2n],
      [Action.BLACKLIST, 5n],
    ] as const) {
      const change = org1.updateAccountStatus("ORG1.SUB1", newcomer, action);
      await expectEvents(org1Admin, "updateAccountStatus", change, [
        ["AccountStatusChanged", newcomer.address, "ORG1.SUB1", status],
      ]);
    }
    await expectEvents(org1Admin, "removeRole", org1.removeRole("R", "ORG1"), [["RoleRevoked", "R", "ORG1"]]);
  });

  it("nodes, in each of their states", async () => {
    const { org1Admin } = t;
    const org1 = t.as(org1Admin);
    const node = nodeNamed("fresh", "10.0.1.7", 30303, 50400);
    const values = [node[0], node[1], 30303n, 50400n, "ORG1"];
    await expectEvents(org1Admin, "addNode", org1.addNode("ORG1", ...node), [["NodeApproved", ...values]]);
    for (const [action, event] of [
      [Action.SUSPEND, "NodeDeactivated"],
      [Action.ACTIVATE, "NodeActivated"],
      [Action.BLACKLIST, "NodeBlacklisted"],
    ] as const) {
      const change = org1.updateNodeStatus("ORG1", ...node, action);
      await expectEvents(org1Admin, "updateNodeStatus", change, [[event, ...values]]);
    }
    const started = await eventsOf(t, t.as(admin).startBlacklistedNodeRecovery("ORG1", ...node));
    expect(started).to.deep.include(["NodeRecoveryInitiated", ...values]);
    const id = await lastProposal(t);
    await t.as(admin).vote(id, true);
    const done = await eventsOf(t, t.as(t.admins[1]).vote(id, true));
    expect(done).to.deep.include(["NodeRecoveryCompleted", ...values]);
    const moved = movedTo(node, "10.0.1.8");
    await expectEvents(org1Admin, "changeNodeAddress", org1.changeNodeAddress("ORG1", ...moved), [
      ["NodeDeactivated", ...values],
      ["NodeActivated", moved[0], moved[1], 30303n, 50400n, "ORG1"],
    ]);
  });

  it("an account's recovery", async () => {
    const about = [t.blacklisted.address, "ORG1"];
    const started = await eventsOf(t, t.as(admin).startBlacklistedAccountRecovery("ORG1", t.blacklisted));
    expect(started).to.deep.include(["AccountStatusChanged", ...about, 7n]);
    await t.as(admin).approveBlacklistedAccountRecovery("ORG1", t.blacklisted);
    const done = await eventsOf(t, t.as(t.admins[1]).approveBlacklistedAccountRecovery("ORG1", t.blacklisted));
    expect(done).to.deep.include(["AccountStatusChanged", ...about, 2n]);
  });

  it("the boot, with the caller of each step", async () => {
    const s = await linkedSuite(t);
    const boot = s.as(s.operator);
    const who = async (transaction: Promise<{ hash: string }>): Promise<unknown> =>
      (await eventsOf(s, transaction)).find(([name]) => name === "Action")?.[1];
    expect(await who(boot.setPolicy(...POLICY))).to.equal(s.operator.address);
    const created = await eventsOf(s, boot.init(3, 4));
    expect(created).to.deep.include(["OrgPendingApproval", ADMIN_ORG, "", ADMIN_ORG, 1n, 1n]);
    expect(created).to.deep.include(["RoleCreated", NETWORK_ADMIN, ADMIN_ORG, 3n, true, true]);
    const first = await eventsOf(s, boot.addAdminAccount(s.admins[0]));
    expect(first).to.deep.include(["AccountAccessModified", s.admins[0].address, ADMIN_ORG, NETWORK_ADMIN, true, 2n]);
    expect(first).to.deep.include(["VoterAdded", ADMIN_ORG, s.admins[0].address]);
    const ended = await eventsOf(s, boot.updateNetworkBootStatus());
    expect(ended[0]?.[1]).to.equal(s.operator.address);
    expect(ended).to.deep.include(["OrgApproved", ADMIN_ORG, "", ADMIN_ORG, 1n, 2n]);
  });

  it("the guardian's doings, with who did it", async () => {
    const { guardian, upgradable, operator } = t;
    const dismissed = await eventsOf(t, upgradable.setBootOperator(operator, false));
    expect(dismissed).to.deep.equal([["BootOperatorChanged", operator.address, false, guardian.address]]);
    const proposed = await eventsOf(t, upgradable.transferGuardian(newcomer));
    expect(proposed).to.deep.equal([["GuardianProposed", guardian.address, newcomer.address]]);
  });

  it("another implementation, at each contract that it concerns", async () => {
    const { guardian, upgradable } = t;
    const next = await deployImplementation(t.ethers, upgradable, t.permInterface, t);
    const [from, to] = [await t.implementation.getAddress(), await next.getAddress()];
    const changed = await eventsOf({ ...t, implementation: next }, upgradable.confirmImplChange(next));
    expect(changed).to.deep.equal([
      ["ImplementationSet", to],
      ["PermissionsInitialized", true],
      ["ImplementationChanged", from, to, guardian.address],
    ]);
  });
});
