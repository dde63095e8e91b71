import { expect } from "chai";
import { type BaseContract, zeroPadValue } from "ethers";
import type { NextImplementation } from "../../typechain-types/index.js";
import { calldata, dummies, writes } from "../helpers/callers.js";
import { proposeSeveral, type Town, town } from "../helpers/cast.js";
import { Op, RuleKind, State } from "../data/codes.js";
import { outcomeOf, refused } from "../helpers/refused.js";
import {
  ADMIN_ORG,
  type Connection,
  deployNext,
  lastProposal,
  linkedSuite,
  nodeNamed,
  POLICY,
  stateOf,
  voteThrough,
} from "../helpers/contract-suite.js";
import { useFixture } from "../helpers/use-fixture.js";

interface Stage extends Town {
  next: NextImplementation;
}

/** A network with open proposals, and the implementation that will take over. */
async function fixture(connection: Connection): Promise<Stage> {
  const t = await town(connection);
  await proposeSeveral(t);
  await t.as(t.admins[1]).vote(await lastProposal(t), true);
  return { ...t, next: await deployNext(t) };
}

async function answers(t: Stage): Promise<unknown> {
  const { orgs, roles, accounts, voters, nodes, permInterface } = t;
  const people = [...t.admins, ...t.free, t.org1Admin, t.subAdmin, t.member, t.suspended, t.blacklisted, t.formerAdmin];
  const implementation = await t.ethers.getContractAt(
    "PermissionsImplementation",
    await permInterface.getPermissionsImpl(),
  );
  return {
    pages: await Promise.all([
      orgs.getOrgPage(0, 99),
      roles.getRolePage(0, 99),
      accounts.getAccountPage(0, 99),
      nodes.getNodePage(0, 99),
      voters.getVoterPage(0, 99),
      voters.getProposalPage(0, 99),
    ]),
    policy: await implementation.getPolicyDetails(),
    pending: await permInterface.getPendingOp(ADMIN_ORG),
    booted: await permInterface.getNetworkBootStatus(),
    rights: await Promise.all(
      people.map(async (person) => [
        await permInterface.isNetworkAdmin(person),
        await permInterface.isOrgAdmin(person, "ORG1.SUB1"),
        await permInterface.transactionAllowed(person, person, 1, 0, 0, "0x"),
      ]),
    ),
    connections: await Promise.all(
      [t.node1, t.node2].map(([id, ip, port]) => permInterface.connectionAllowed(id, ip, port)),
    ),
  };
}

describe("Another implementation takes over", () => {
  const t = useFixture(fixture);

  it("and every answer stays what it was", async () => {
    const before = await answers(t);
    await t.upgradable.confirmImplChange(t.next);
    expect(await answers(t)).to.deep.equal(before);
  });

  it("at both contracts that name it, with an event from each", async () => {
    const from = await t.implementation.getAddress();
    const to = await t.next.getAddress();
    const change = t.upgradable.confirmImplChange(t.next);
    await expect(change).to.emit(t.upgradable, "ImplementationChanged").withArgs(from, to, t.guardian.address);
    await expect(change).to.emit(t.permInterface, "ImplementationSet").withArgs(to);
    await expect(change).to.emit(t.next, "PermissionsInitialized").withArgs(true);
    expect(await t.upgradable.getPermImpl()).to.equal(to);
    expect(await t.permInterface.getPermissionsImpl()).to.equal(to);
  });

  it("and the open proposals survive with their votes, and are carried out", async () => {
    await t.upgradable.confirmImplChange(t.next);
    const open = await t.voters.getOpenProposals(0, 99);
    expect(open.map(({ op }) => op)).to.deep.equal([1n, 2n, 4n, 6n, 8n]);
    for (const { id } of [...open].reverse()) {
      await voteThrough(t, id);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    }
    expect(await t.permInterface.isOrgAdmin(t.free[0], "ORG3")).to.equal(true);
    expect((await t.voters.getRule(Op.ADD_ORG)).kind).to.equal(RuleKind.ALL);
  });

  it("and the old one can no longer write, in no manager and with no function", async () => {
    await t.upgradable.confirmImplChange(t.next);
    const old = await t.implementation.getAddress();
    await t.networkHelpers.impersonateAccount(old);
    const signer = await t.ethers.getSigner(old);
    for (const manager of [t.orgs, t.roles, t.accounts, t.voters, t.nodes]) {
      const connected: BaseContract = manager.connect(signer);
      for (const fragment of writes(manager)) {
        const write = connected.getFunction(fragment.format());
        expect(await outcomeOf(write(...dummies(fragment)))).to.equal("NotImplementation");
      }
    }
  });

  it("and whoever still calls the old one through a copy of the interface gets nowhere", async () => {
    await t.upgradable.confirmImplChange(t.next);
    const direct = t.implementation.connect(t.admins[0]).vote(await lastProposal(t), true);
    await refused(direct, "NotInterface", t.admins[0].address);
  });

  it("and back again", async () => {
    await t.upgradable.confirmImplChange(t.next);
    await t.upgradable.confirmImplChange(t.implementation);
    await t.as(t.org1Admin).addNode("ORG1", ...nodeNamed("fresh"));
    expect(await t.permInterface.getPermissionsImpl()).to.equal(t.implementation);
  });

  it("in the middle of the boot, which goes on where it was", async () => {
    const s = await linkedSuite(t);
    const boot = s.as(s.operator);
    await boot.setPolicy(...POLICY);
    await boot.init(3, 4);
    await s.upgradable.confirmImplChange(await deployNext(s));
    await boot.addAdminAccount(s.admins[0]);
    await boot.updateNetworkBootStatus();
    expect(await s.permInterface.isNetworkAdmin(s.admins[0])).to.equal(true);
  });

  describe("and brings functions that the interface has never heard of", () => {
    beforeEach(async () => {
      await t.upgradable.confirmImplChange(t.next);
    });

    it("which are reached through the interface with the caller attached", async () => {
      const to = await t.permInterface.getAddress();
      const data = calldata(t.next, "greet", ["hello"]);
      await expect(t.member.sendTransaction({ to, data }))
        .to.emit(t.next, "Greeted")
        .withArgs(t.member.address, "hello");
    });

    it("whose answers come back, and whose refusals too", async () => {
      const permInterface = t.next.attach(await t.permInterface.getAddress()) as NextImplementation;
      expect(await permInterface.connect(t.member).greet.staticCall("hello")).to.equal("hello");
      await expect(permInterface.connect(t.member).greet(""))
        .to.be.revertedWithCustomError(t.next, "NotGreeted")
        .withArgs(t.member.address);
    });

    it("and no one can call them in another's name", async () => {
      const direct = t.next.connect(t.stranger).greet("hello");
      await refused(direct, "NotInterface", t.stranger.address);
      const to = await t.permInterface.getAddress();
      const word = zeroPadValue(t.admins[0].address, 32).slice(2);
      await expect(t.stranger.sendTransaction({ to, data: calldata(t.next, "greet", ["x"]) + word }))
        .to.emit(t.next, "Greeted")
        .withArgs(t.stranger.address, "x");
    });
  });
});
