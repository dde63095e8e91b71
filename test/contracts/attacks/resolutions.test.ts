import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { contractErrors } from "../../../src/errors/contract-errors.js";
import { ResolutionModule__factory } from "../../../typechain-types/index.js";
import { Access, Action, NodeStatus, Op, OrgStatus, RuleKind, Setting, State } from "../../data/codes.js";
import { type Town, town } from "../../helpers/cast.js";
import {
  ADMIN_ORG,
  adminNode,
  deployNext,
  lastProposal,
  movedTo,
  NETWORK_ADMIN,
  nodeNamed,
  stateOf,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { outcomeOf, refused } from "../../helpers/refused.js";
import { change, changesHash, resolve } from "../../helpers/resolutions.js";
import { contentOf, hashOf, signed } from "../../helpers/signed-votes.js";
import { useFixture } from "../../helpers/use-fixture.js";

const DAY = 24 * 60 * 60;
const resolutions = ResolutionModule__factory.createInterface();

/** Which change was refused, and the error's name. */
function refusalIn(refusal: string): [place: number, error: string | undefined] {
  const [place, reason] = resolutions.decodeErrorResult("ChangeRefused", refusal) as unknown as [bigint, string];
  return [Number(place), contractErrors().parseError(reason)?.name];
}

/** How the changes of a resolution were refused, told by an event of this transaction. */
async function refusedChange(t: Town, sent: Promise<ContractTransactionResponse>): Promise<unknown> {
  const receipt = await (await sent).wait();
  const events = (receipt?.logs ?? []).map((log) => t.voters.interface.parseLog(log));
  const told = events.find((event) => event?.name === "ChangesRefused");
  return told === undefined || told === null ? undefined : refusalIn(String(told.args.refusal));
}

const node3 = nodeNamed("ORG3", "10.0.3.1");

describe("A resolution", () => {
  const t = useFixture(town);

  const first = () => t.as(t.admins[0]);
  const [suspend, addOrg, addRole] = [
    () => change(t, "updateOrgStatus", "ORG2", Action.SUSPEND),
    () => change(t, "addOrg", "ORG3", ...node3, t.free[0].address),
    (name = "CLERK") => change(t, "addNewRole", name, "ORG1", Access.FULL, false, false),
  ];
  const statusOf = async (org: string): Promise<bigint> => (await t.orgs.getOrgDetails(org)).at(-1) as bigint;
  const hasRole = async (name: string): Promise<boolean> =>
    (await t.roles.getRolePage(0, 100)).some((role) => role.roleId === name && role.active);

  describe("carries out all its changes, in their order, with the vote that decides", () => {
    it("what is decided by vote and what an organisation's admin does alone, each by its rules", async () => {
      const id = await resolve(
        t,
        addOrg(),
        change(t, "addSubOrg", "ORG3", "SUB", "", "", 0, 0),
        change(t, "addNewRole", "CLERK", "ORG3", Access.FULL, false, false),
        change(t, "assignAccountRole", t.free[1].address, "ORG3", "CLERK"),
        suspend(),
        change(t, "assignAdminRole", ADMIN_ORG, t.free[2].address, NETWORK_ADMIN),
        change(t, "updateNodeStatus", ADMIN_ORG, ...adminNode(4), Action.SUSPEND),
        change(t, "proposeLimit", Setting.NODES, "ORG3", 7),
        change(t, "proposeRule", Op.ADD_ORG, RuleKind.ALL, 0, 0),
      );
      await voteThrough(t);

      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await statusOf("ORG3")).to.equal(OrgStatus.APPROVED);
      expect(await statusOf("ORG3.SUB")).to.equal(OrgStatus.APPROVED);
      expect(await statusOf("ORG2")).to.equal(OrgStatus.SUSPENDED);
      expect(await t.accounts.getAccountRole(t.free[1])).to.equal("CLERK");
      expect(await t.voters.isVoter(t.free[2])).to.equal(true);
      expect((await t.nodes.getNodeDetails(adminNode(4)[0])).at(-1)).to.equal(NodeStatus.DEACTIVATED);
      expect((await t.voters.getRule(Op.ADD_ORG)).kind).to.equal(RuleKind.ALL);
      // What it opened is decided, too.
      expect(await t.voters.getOpenProposals(0, 100)).to.have.length(0);
    });

    it("also when signed votes or a vote by hash decide it", async () => {
      const bySignature = await resolve(t, addRole("ONE"));
      const payload = changesHash([addRole("ONE")]);
      const content = contentOf(bySignature, Op.RESOLVE, { payload });
      const votes = [await signed(t, t.admins[1], content), await signed(t, t.admins[2], content)];
      await t.as(t.stranger).voteBySignatures(votes);
      expect(await hasRole("ONE")).to.equal(true);

      const byHash = await resolve(t, addRole("TWO"));
      const hash = hashOf(contentOf(byHash, Op.RESOLVE, { payload: changesHash([addRole("TWO")]) }));
      await t.as(t.admins[0]).voteByHash(byHash, hash, true);
      await t.as(t.admins[1]).voteByHash(byHash, hash, true);
      expect(await hasRole("TWO")).to.equal(true);
    });

    it("and kept as they were proposed, in as many contracts as they take", async () => {
      const changes = Array.from({ length: 64 }, (_, i) =>
        change(t, "addOrg", `ORGANISATION${i}`, ...nodeNamed(`many ${i}`, `10.1.0.${i + 1}`), t.free[0].address),
      );
      const id = await resolve(t, ...changes);
      expect(changes.join("").length / 2).to.be.greaterThan(24_576);
      expect(await t.permInterface.getChanges(id)).to.deep.equal(changes);
      expect(await t.permInterface.getChanges(id + 1n)).to.deep.equal([]);
    });
  });

  describe("is decided as strictly as the strictest of its changes", () => {
    const setRule = async (op: bigint, kind: bigint, ...numbers: [bigint, bigint]): Promise<void> => {
      await first().proposeRule(op, kind, ...numbers);
      await voteThrough(t);
    };

    it("by the rules of all its operations", async () => {
      await setRule(Op.SUSPEND_ORG, RuleKind.ALL, 0n, 0n);
      const id = await resolve(t, addOrg(), suspend());
      await t.as(t.admins[0]).vote(id, true);
      await t.as(t.admins[1]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await t.as(t.admins[2]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("and is rejected as soon as one of them cannot be met any more", async () => {
      await setRule(Op.SUSPEND_ORG, RuleKind.ALL, 0n, 0n);
      const id = await resolve(t, addOrg(), suspend());
      await t.as(t.admins[0]).vote(id, false);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
    });

    it("and by the rule for resolutions, where organisations could do everything in it alone", async () => {
      await setRule(Op.RESOLVE, RuleKind.ALL, 0n, 0n);
      const id = await resolve(t, addRole());
      await t.as(t.admins[0]).vote(id, true);
      await t.as(t.admins[1]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
    });

    it("an easier rule for one of them, or for resolutions, helps none of the others", async () => {
      await setRule(Op.RESOLVE, RuleKind.ANY, 0n, 0n);
      await setRule(Op.ADD_ORG, RuleKind.ANY, 0n, 0n);
      const id = await resolve(t, addOrg(), change(t, "proposeRule", Op.CHANGE_RULE, RuleKind.ANY, 0, 0));
      await t.as(t.admins[0]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
    });

    it("and not by the rule of what is no part of it", async () => {
      await setRule(Op.ADD_ORG, RuleKind.ALL, 0n, 0n);
      const id = await resolve(t, suspend());
      await t.as(t.admins[0]).vote(id, true);
      await t.as(t.admins[1]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    it("and cannot hold what is forbidden", async () => {
      await setRule(Op.SUSPEND_ORG, RuleKind.FORBIDDEN, 0n, 0n);
      await refused(first().proposeChanges([addOrg(), suspend()]), "OperationForbidden", Op.SUSPEND_ORG);
      await setRule(Op.RESOLVE, RuleKind.FORBIDDEN, 0n, 0n);
      await refused(first().proposeChanges([addRole()]), "OperationForbidden", Op.RESOLVE);
    });

    it("nor does it pass when one of its operations is forbidden meanwhile", async () => {
      const id = await resolve(t, addOrg(), suspend());
      await setRule(Op.SUSPEND_ORG, RuleKind.FORBIDDEN, 0n, 0n);
      await t.as(t.admins[0]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
    });
  });

  describe("makes all its changes or none", () => {
    it("and tells which was refused, and why", async () => {
      const id = await resolve(t, addOrg(), addRole(), addRole(), suspend());
      await t.as(t.admins[0]).vote(id, true);
      expect(await refusedChange(t, t.as(t.admins[1]).vote(id, true))).to.deep.equal([2, "RoleExists"]);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
      expect(await statusOf("ORG3")).to.equal(OrgStatus.NONE);
      expect(await hasRole("CLERK")).to.equal(false);
      expect(await lastProposal(t)).to.equal(id);
    });

    it("by the same rules: limits, names, hosts, last network admin, guardian, what only a vote gives", async () => {
      const cases: [string, string][] = [
        [change(t, "addNewRole", "a b", "ORG1", Access.FULL, false, false), "NameNotAllowed"],
        [change(t, "addNode", "ORG1", ...nodeNamed("new", "127.0.0.300")), "HostNotAllowed"],
        [change(t, "assignAccountRole", t.guardian.address, "ORG1", "MEMBER"), "AccountIsGuardian"],
        [change(t, "assignAccountRole", t.org1Admin.address, "ORG1", "MEMBER"), "AccountIsAdmin"],
        [change(t, "addNewRole", "X", "NONE", Access.FULL, false, false), "OrgUnknown"],
        [change(t, "releaseNode", ADMIN_ORG, adminNode(1)[0]), "NodeByVoteOnly"],
        [change(t, "updateAccountStatus", "ORG1", t.blacklisted.address, Action.ACTIVATE), "AccountStatusNotAllowed"],
      ];
      for (const [each, error] of cases) {
        const id = await resolve(t, each);
        await t.as(t.admins[0]).vote(id, true);
        expect(await refusedChange(t, t.as(t.admins[1]).vote(id, true))).to.deep.equal([0, error]);
      }
    });

    it("and never takes the last network admin away", async () => {
      const removals = t.admins.map(({ address }) => change(t, "proposeAdminRemoval", ADMIN_ORG, address));
      const id = await resolve(t, ...removals);
      await t.as(t.admins[0]).vote(id, true);
      expect(await refusedChange(t, t.as(t.admins[1]).vote(id, true))).to.deep.equal([2, "LastNetworkAdmin"]);
      for (const admin of t.admins) expect(await t.voters.isVoter(admin)).to.equal(true);
    });

    it("nor locks the rules, by changes that are harmless one by one", async () => {
      const id = await resolve(
        t,
        change(t, "proposeRule", Op.REMOVE_ADMIN, RuleKind.FORBIDDEN, 0, 0),
        change(t, "proposeRule", Op.CHANGE_RULE, RuleKind.ALL, 0, 0),
      );
      await t.as(t.admins[0]).vote(id, true);
      expect(await refusedChange(t, t.as(t.admins[1]).vote(id, true))).to.deep.equal([1, "RuleNotAllowed"]);
      expect((await t.voters.getRule(Op.REMOVE_ADMIN)).kind).to.equal(RuleKind.MAJORITY);
    });

    it("but may remove its own voters and change the rules by which it was decided", async () => {
      const id = await resolve(
        t,
        change(t, "proposeAdminRemoval", ADMIN_ORG, t.admins[0].address),
        change(t, "proposeAdminRemoval", ADMIN_ORG, t.admins[1].address),
        change(t, "proposeRule", Op.RESOLVE, RuleKind.FORBIDDEN, 0, 0),
        change(t, "proposeRule", Op.REMOVE_ADMIN, RuleKind.FORBIDDEN, 0, 0),
        addRole(),
      );
      await t.as(t.admins[0]).vote(id, true);
      await t.as(t.admins[1]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await hasRole("CLERK")).to.equal(true);
      expect(await t.voters.isVoter(t.admins[0])).to.equal(false);
    });

    it("and cannot take a subject that has an open proposal", async () => {
      await first().updateOrgStatus("ORG2", Action.SUSPEND);
      const id = await resolve(t, suspend());
      await t.as(t.admins[0]).vote(id, true);
      expect(await refusedChange(t, t.as(t.admins[1]).vote(id, true))).to.deep.equal([0, "SubjectHasProposal"]);
    });
  });

  describe("holds what can be decided, and nothing else", () => {
    it("no vote, no resolution, no boot, no function of the implementation's own", async () => {
      const { interface: abi } = t.implementation;
      const foreign = [
        change(t, "vote", 1, true),
        change(t, "voteBySignatures", []),
        change(t, "close", 1),
        change(t, "withdraw", 1),
        change(t, "approveOrgStatus", "ORG2", Action.SUSPEND),
        change(t, "proposeChanges", [addRole()]),
        change(t, "carryOut", 1),
        change(t, "addAdminAccount", t.stranger.address),
        change(t, "setAtBoot", Setting.NODES, 1),
        change(t, "isNetworkAdmin", t.stranger.address),
        abi.encodeFunctionData("decide", [1, false]),
        abi.encodeFunctionData("end", [1, 2]),
        abi.encodeFunctionData("approveAsResolved", [1, 1]),
        abi.encodeFunctionData("carryOutNow", [1]),
        abi.encodeFunctionData("makeChanges", [[], 0]),
        "0x",
        "0x12",
        "0xffffffff",
      ];
      for (const each of foreign) await refused(first().proposeChanges([addRole(), each]), "ChangeNotAllowed", 1);
    });

    it("of which there are one to sixty-four", async () => {
      await refused(first().proposeChanges([]), "NumberOfChangesNotAllowed", 0, 64);
      const many = Array.from({ length: 65 }, () => addRole());
      await refused(first().proposeChanges(many), "NumberOfChangesNotAllowed", 65, 64);
    });

    it("proposed by a network admin", async () => {
      for (const person of [t.org1Admin, t.member, t.stranger, t.guardian, t.formerAdmin])
        await refused(t.as(person).proposeChanges([addRole()]), "NotAVoter", person.address);
    });

    it("within what a network admin may propose on one day, and not again at once when it was rejected", async () => {
      await resolve(t, addRole());
      await voteDown(t);
      const again = (await t.networkHelpers.time.latest()) + 7 * DAY;
      await refused(first().proposeChanges([addRole()]), "RejectedLately", t.admins[0].address, Op.RESOLVE, again);
      await first().proposeChanges([addRole("OTHER")]);
      await t.as(t.admins[1]).proposeChanges([addRole()]);
    });
  });

  describe("lends nobody the network's authority", () => {
    it("who calls the implementation, or names it as the caller", async () => {
      const at = await t.implementation.getAddress();
      for (const person of [t.admins[0], t.stranger]) {
        const direct = t.implementation.connect(person);
        for (const call of [
          () => direct.makeChanges([addRole()], 0),
          () => direct.carryOutNow(1),
          () => direct.approveAsResolved(1, 2n ** 32n - 1n),
        ])
          await refused(call(), "NotImplementation", person.address);
        await refused(direct.addNewRole("X", "ORG1", 3, false, false, at), "NotInterface", person.address);
      }
    });

    it("through the interface neither", async () => {
      const at = await t.permInterface.getAddress();
      const through = t.implementation.attach(at).connect(t.admins[0]) as typeof t.implementation;
      for (const call of [
        () => through.makeChanges([addRole()], 0),
        () => through.carryOutNow(1),
        () => through.approveAsResolved(1, 2n ** 32n - 1n),
      ])
        await refused(call(), "NotImplementation", at);
    });

    it("but whoever asks, by a call from its address, learns what would be refused", async () => {
      const from = await t.implementation.getAddress();
      const asked = {
        from,
        to: from,
        data: resolutions.encodeFunctionData("makeChanges", [[suspend(), addRole()], 1n << Op.SUSPEND_ORG]),
      };
      expect(await t.ethers.provider.call(asked)).to.equal("0x");
      const other = { ...asked, data: resolutions.encodeFunctionData("makeChanges", [[suspend()], 0n]) };
      expect(await outcomeOf(t.ethers.provider.call(other))).to.equal("ChangeRefused");
    });

    it("and a former implementation has none", async () => {
      const former = t.implementation;
      const next = await deployNext(t);
      const id = await resolve(t, addRole());
      await t.upgradable.confirmImplChange(next);
      await t.networkHelpers.impersonateAccount(await former.getAddress());
      await t.networkHelpers.setBalance(await former.getAddress(), 10n ** 18n);
      const ghost = await t.ethers.getSigner(await former.getAddress());
      await refused(t.as(ghost).addNewRole("X", "ORG1", 3, false, false), "NotOrgAdmin", ghost.address, "ORG1");
      // The new one carries out what was proposed before.
      await voteThrough(t, id);
      expect(await hasRole("CLERK")).to.equal(true);
    });
  });

  describe("is bound by a hash of what it says", () => {
    it("names, and not where it is kept", async () => {
      const changes = [addOrg(), suspend()];
      const id = await resolve(t, ...changes);
      const hash = hashOf(contentOf(id, Op.RESOLVE, { payload: changesHash(changes) }));
      await t.as(t.admins[1]).voteByHash(id, hash, true);
      expect(await t.voters.getVote(id, t.admins[1])).to.equal(1n);
    });

    it("so that another order, or one change more or fewer, is another resolution", async () => {
      const id = await resolve(t, addOrg(), suspend());
      for (const others of [[suspend(), addOrg()], [addOrg()], [addOrg(), suspend(), addRole()], []]) {
        const hash = hashOf(contentOf(id, Op.RESOLVE, { payload: changesHash(others) }));
        await refused(t.as(t.admins[1]).voteByHash(id, hash, true), "ProposalDiffers", id);
      }
    });
  });

  describe("that takes more gas than is offered", () => {
    const roles = (): string[] => Array.from({ length: 40 }, (_, i) => addRole(`ROLE${i}`));

    it("is not decided with too little, which would be an easy way to reject it", async () => {
      const id = await resolve(t, ...roles());
      await t.as(t.admins[0]).vote(id, true);
      const enough = await t.as(t.admins[1]).vote.estimateGas(id, true);
      const steps = 24n;
      for (let step = 1n; step < steps; step += 1n) {
        const gasLimit = (enough * step) / steps;
        expect(await outcomeOf(t.as(t.admins[1]).vote.staticCall(id, true, { gasLimit }))).to.not.equal("allowed");
      }
      await t.as(t.admins[1]).vote(id, true, { gasLimit: enough });
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });

    describe("and more than half a block has", () => {
      let id: bigint;
      let needed: bigint;

      beforeEach(async () => {
        id = await resolve(t, ...roles(), suspend());
        await t.as(t.admins[0]).vote(id, true);
        needed = await t.as(t.admins[1]).vote.estimateGas(id, true);
        await t.ethers.provider.send("evm_setBlockGasLimit", [`0x${((needed * 3n) / 2n).toString(16)}`]);
        await t.as(t.admins[1]).vote(id, true, { gasLimit: (needed * 9n) / 10n });
      });

      it("passes, and is carried out by anybody", async () => {
        expect(await stateOf(t, id)).to.equal(State.PASSED);
        expect(await hasRole("ROLE0")).to.equal(false);
        await refused(t.as(t.admins[2]).vote(id, false), "ProposalNotOpen", id, State.PASSED);
        await refused(first().withdraw(id), "ProposalNotOpen", id, State.PASSED);
        await refused(t.as(t.stranger).carryOut(id, { gasLimit: needed / 2n }), "GasTooLow");
        await t.as(t.stranger).carryOut(id, { gasLimit: needed });
        expect(await stateOf(t, id)).to.equal(State.APPROVED);
        expect(await hasRole("ROLE39")).to.equal(true);
        await refused(t.as(t.stranger).carryOut(id), "ProposalNotPassed", id, State.APPROVED);
      });

      it("and ends as rejected if it can no longer be done as a whole", async () => {
        await t.as(t.org1Admin).addNewRole("ROLE7", "ORG1", Access.FULL, false, false);
        expect(await refusedChange(t, t.as(t.stranger).carryOut(id, { gasLimit: needed }))).to.deep.equal([
          7,
          "RoleExists",
        ]);
        expect(await stateOf(t, id)).to.equal(State.REJECTED);
        expect(await hasRole("ROLE0")).to.equal(false);
      });

      it("or as expired, seven days after the proposal's expiry and not before", async () => {
        const { expiresAt } = await t.voters.getProposal(id);
        const lapses = expiresAt + BigInt(7 * DAY);
        await t.networkHelpers.time.setNextBlockTimestamp(lapses - 1n);
        await refused(t.as(t.stranger).close(id), "ProposalPassed", id, lapses);
        await t.networkHelpers.time.setNextBlockTimestamp(lapses);
        await refused(t.as(t.stranger).carryOut(id, { gasLimit: needed }), "ProposalExpired", id, lapses);
        await t.as(t.stranger).close(id);
        expect(await stateOf(t, id)).to.equal(State.EXPIRED);
      });
    });

    it("nothing but a resolution that has passed is carried out", async () => {
      const id = await resolve(t, addRole());
      await refused(t.as(t.admins[0]).carryOut(id), "ProposalNotPassed", id, State.OPEN);
      await refused(t.as(t.admins[0]).carryOut(id + 1n), "ProposalNotPassed", id + 1n, State.NONE);
      await voteThrough(t);
      await refused(t.as(t.admins[0]).carryOut(id), "ProposalNotPassed", id, State.APPROVED);
    });
  });

  it("is nothing that nodes know, and moves of the network's own nodes are part of it", async () => {
    const moved = movedTo(adminNode(2), "10.0.0.22");
    const id = await resolve(t, change(t, "changeNodeAddress", ADMIN_ORG, ...moved));
    expect((await t.permInterface.getPendingOp(ADMIN_ORG))[3]).to.equal(Op.NONE);
    await voteThrough(t, id);
    const [, , ip, , , status] = await t.nodes.getNodeDetails(adminNode(2)[0]);
    expect([ip, status]).to.deep.equal(["10.0.0.22", NodeStatus.APPROVED]);
  });
});
