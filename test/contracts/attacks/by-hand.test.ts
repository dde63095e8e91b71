import { expect } from "chai";
import { type ContractTransactionResponse, getCreateAddress } from "ethers";
import type { PolicyStruct } from "../../../typechain-types/interfaces/IPermissionsImplementation.js";
import {
  Access,
  AccountStatus,
  Action,
  isMadeByHand,
  NodeStatus,
  Op,
  Opening,
  RuleKind,
  State,
} from "../../data/codes.js";
import { statusOf, type Town, town } from "../../helpers/cast.js";
import {
  ADMIN_ORG,
  adminNode,
  type Connection,
  lastProposal,
  movedTo,
  nodeNamed,
  type Person,
  removeAdmin,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { aPolicy } from "../../helpers/policies.js";
import { refused } from "../../helpers/refused.js";
import { change, changesHash, resolve } from "../../helpers/resolutions.js";
import { contentOf, hashOf } from "../../helpers/signed-votes.js";
import { useFixture } from "../../helpers/use-fixture.js";

const more = nodeNamed("MORE", "10.0.1.9");

/** Of ORG1, whose member deploys it some day. */
const SOME_NONCE = 1000;
const contractOf = (t: Town): string => getCreateAddress({ from: t.member.address, nonce: SOME_NONCE });

async function townWithContract(connection: Connection): Promise<Town> {
  const t = await town(connection);
  await t.as(t.member).registerContract("ORG1", contractOf(t), SOME_NONCE);
  return t;
}

/** What an organisation's admin does alone at first: the operation, the call, and whether it has been done. */
interface Deed {
  op: bigint;
  name: string;
  args: (t: Town) => unknown[];
  isDone: (t: Town) => Promise<boolean>;
}

const nodeStatus = async (t: Town, enodeId: string): Promise<bigint> =>
  (await t.nodes.getNodeDetails(enodeId)).at(-1) as bigint;
const hasRole = async (t: Town, name: string): Promise<boolean> =>
  (await t.roles.getRolePage(0, 100)).some((role) => role.roleId === name && role.active);

const DEEDS: readonly Deed[] = [
  {
    op: Op.ADD_SUB_ORG,
    name: "addSubOrg",
    args: () => ["ORG1", "SUB9", "", "", 0, 0],
    isDone: (t) => t.orgs.checkOrgExists("ORG1.SUB9"),
  },
  {
    op: Op.ADD_ROLE,
    name: "addNewRole",
    args: () => ["CLERK", "ORG1", Access.FULL, false, false],
    isDone: (t) => hasRole(t, "CLERK"),
  },
  {
    op: Op.REMOVE_ROLE,
    name: "removeRole",
    args: () => ["MEMBER", "ORG1"],
    isDone: async (t) => !(await hasRole(t, "MEMBER")),
  },
  {
    op: Op.ASSIGN_ROLE,
    name: "assignAccountRole",
    args: (t) => [t.stranger.address, "ORG1", "MEMBER"],
    isDone: async (t) => (await statusOf(t, t.stranger)) === AccountStatus.ACTIVE,
  },
  {
    op: Op.SET_ACCOUNT_STATUS,
    name: "updateAccountStatus",
    args: (t) => ["ORG1", t.member.address, Action.SUSPEND],
    isDone: async (t) => (await statusOf(t, t.member)) === AccountStatus.SUSPENDED,
  },
  {
    op: Op.ADD_NODE,
    name: "addNode",
    args: () => ["ORG1", ...more],
    isDone: async (t) => (await nodeStatus(t, more[0])) === NodeStatus.APPROVED,
  },
  {
    op: Op.SET_NODE_STATUS,
    name: "updateNodeStatus",
    args: (t) => ["ORG1", ...t.node1, Action.SUSPEND],
    isDone: async (t) => (await nodeStatus(t, t.node1[0])) === NodeStatus.DEACTIVATED,
  },
  {
    op: Op.MOVE_NODE,
    name: "changeNodeAddress",
    args: (t) => ["ORG1", ...movedTo(t.node1, "10.0.1.77")],
    isDone: async (t) => (await t.nodes.getNodeDetails(t.node1[0]))[2] === "10.0.1.77",
  },
  {
    op: Op.LET_GO,
    name: "releaseAccount",
    args: (t) => ["ORG1", t.member.address],
    isDone: async (t) => (await statusOf(t, t.member)) === AccountStatus.NONE,
  },
  {
    op: Op.CONTRACT_ACCESS,
    name: "setContractAccess",
    args: (t) => ["ORG1", contractOf(t), Opening.NOBODY, [], []],
    isDone: async (t) => (await t.contracts.getContract(contractOf(t))).opened.opening === Opening.NOBODY,
  },
  {
    op: Op.LET_GO,
    name: "releaseNode",
    args: (t) => ["ORG1", t.node1[0]],
    // A node that was let go is shown as a deactivated one.
    isDone: async (t) => (await nodeStatus(t, t.node1[0])) === NodeStatus.DEACTIVATED,
  },
];

const self = (roles: string[]): PolicyStruct => aPolicy({ kind: RuleKind.SELF, roles });
const majority = (orgs: string[] = [], roles: string[] = ["any admin"]): PolicyStruct => aPolicy({ orgs, roles });

describe("What organisations' admins do alone", () => {
  const t = useFixture(townWithContract);

  const call = (person: Person, { name, args }: Deed): Promise<ContractTransactionResponse> =>
    t.as(person).getFunction(name)(...args(t)) as Promise<ContractTransactionResponse>;

  async function set(op: bigint, policy: PolicyStruct): Promise<void> {
    await t.as(t.admins[0]).proposePolicy(op, policy);
    await voteThrough(t);
  }

  /** Has the majority of network admins decide. */
  async function byNetworkAdmins(op: bigint): Promise<void> {
    await t.as(t.admins[0]).proposeRule(op, RuleKind.MAJORITY, 0, 0);
    await voteThrough(t);
  }

  it("is theirs until a policy says otherwise, and says so", async () => {
    for (const op of Object.values(Op).filter(isMadeByHand)) {
      const { kind, orgs, roles } = await t.permInterface.getPolicy(op);
      expect([kind, [...orgs], [...roles]]).to.deep.equal([RuleKind.SELF, [], ["any admin"]]);
      expect((await t.voters.getRule(op)).kind).to.equal(RuleKind.SELF);
      expect(await t.permInterface.mayActFor(op, "ORG1", t.org1Admin)).to.equal(true);
      expect(await t.permInterface.mayActFor(op, "ORG1.SUB1", t.subAdmin)).to.equal(true);
      for (const nobody of [t.subAdmin, t.org2Admin, t.admins[0], t.member, t.suspended, t.stranger])
        expect(await t.permInterface.mayActFor(op, "ORG1", nobody)).to.equal(false);
    }
  });

  for (const deed of DEEDS) {
    describe(deed.name, () => {
      it("opens a proposal if network admins decide, and is done by their vote", async () => {
        await byNetworkAdmins(deed.op);
        const sent = await call(t.org1Admin, deed);
        const id = await lastProposal(t);
        const org = Number(await indexOf("ORG1"));
        await expect(sent)
          .to.emit(t.voters, "ProposalCreated")
          .withArgs(
            id,
            deed.op,
            t.org1Admin.address,
            org,
            0,
            t.ethers.ZeroAddress,
            (payload: bigint) => payload !== 0n,
          );
        expect(await deed.isDone(t)).to.equal(false);
        const changes = [change(t, deed.name, ...deed.args(t))];
        expect([...(await t.permInterface.getChanges(id))]).to.deep.equal(changes);
        const about = { organisation: "ORG1", payload: changesHash(changes) };
        expect(await t.implementation.getProposalHash(id)).to.equal(hashOf(contentOf(id, deed.op, about)));

        await refused(t.as(t.org1Admin).vote(id, true), "NotAVoter", t.org1Admin.address);
        await voteThrough(t);
        expect(await stateOf(t, id)).to.equal(State.APPROVED);
        expect(await deed.isDone(t)).to.equal(true);
      });

      it("is done at once again when the policy is taken back", async () => {
        await byNetworkAdmins(deed.op);
        await t.as(t.admins[0]).proposeRule(deed.op, RuleKind.SELF, 0, 0);
        await voteThrough(t);
        await call(t.org1Admin, deed);
        expect(await deed.isDone(t)).to.equal(true);
      });

      it("is refused to all if it is forbidden", async () => {
        await t.as(t.admins[0]).proposeRule(deed.op, RuleKind.FORBIDDEN, 0, 0);
        await voteThrough(t);
        await refused(call(t.org1Admin, deed), "OperationForbidden", deed.op);
        await refused(resolve(t, change(t, deed.name, ...deed.args(t))), "OperationForbidden", deed.op);
      });

      it("is not done by who has no part in it, whatever the policy", async () => {
        await set(deed.op, majority());
        for (const nobody of [t.member, t.suspended, t.blacklisted, t.formerAdmin, t.stranger, t.subAdmin])
          await refused(call(nobody, deed), "NotAVoter", nobody.address);
        await set(deed.op, self(["organisation admin"]));
        for (const nobody of [
          t.member,
          t.suspended,
          t.blacklisted,
          t.formerAdmin,
          t.stranger,
          t.subAdmin,
          t.org2Admin,
          t.admins[0],
        ])
          await refused(call(nobody, deed), "NotOrgAdmin", nobody.address, "ORG1");
        await call(t.org1Admin, deed);
        expect(await deed.isDone(t)).to.equal(true);
      });
    });
  }

  /** The index of an organisation's record. */
  async function indexOf(org: string): Promise<bigint> {
    const page = await t.orgs.getOrgPage(0, 100);
    return BigInt(page.findIndex(({ fullId }) => fullId === org) + 1);
  }

  const [addNode] = DEEDS.filter(({ name }) => name === "addNode") as [Deed];

  describe("put to the vote", () => {
    it("by organisations is decided by them, and any of those who vote may propose it for another", async () => {
      await set(Op.ADD_NODE, majority());
      await call(t.org2Admin, addNode);
      const id = await lastProposal(t);
      await t.as(t.org2Admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await t.as(t.admins[0]).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await addNode.isDone(t)).to.equal(true);
    });

    it("is proposed by an admin by vote, and by none that was made one by hand, of whom there may be any number", async () => {
      await byNetworkAdmins(Op.ADD_NODE);
      await refused(t.as(t.subAdmin).addNode("ORG1.SUB1", ...more), "NotAVoter", t.subAdmin.address);
      await t.as(t.org1Admin).addNode("ORG1.SUB1", ...more);
      expect((await t.voters.getProposal(await lastProposal(t))).proposer).to.equal(t.org1Admin.address);
    });

    it("leaves everything else at once, and other organisations' limits where they were", async () => {
      await byNetworkAdmins(Op.ADD_NODE);
      for (const deed of DEEDS.filter(
        ({ op, name }) => op !== Op.ADD_NODE && op !== Op.REMOVE_ROLE && !name.startsWith("release"),
      )) {
        await call(t.org1Admin, deed);
        expect(await deed.isDone(t), deed.name).to.equal(true);
      }
    });

    it("is one call that nobody can change on its way to the vote, texts of any length", async () => {
      await byNetworkAdmins(Op.ADD_ROLE);
      const name = "R".repeat(64);
      await t.as(t.org1Admin).addNewRole(name, "ORG1", Access.CALL, true, true);
      const id = await lastProposal(t);
      expect([...(await t.permInterface.getChanges(id))]).to.deep.equal([
        change(t, "addNewRole", name, "ORG1", Access.CALL, true, true),
      ]);
    });

    it("that can no longer be done is rejected, and tells why", async () => {
      await byNetworkAdmins(Op.ADD_NODE);
      await call(t.org1Admin, addNode);
      await call(t.org1Admin, addNode);
      const second = await lastProposal(t);
      const first = second - 1n;
      await voteThrough(t, first);
      expect(await stateOf(t, first)).to.equal(State.APPROVED);
      await voteThrough(t, second);
      expect(await stateOf(t, second)).to.equal(State.REJECTED);
    });

    it("can be taken back by the admin that proposed it, and closed once a vote has dismissed that admin", async () => {
      await byNetworkAdmins(Op.ADD_NODE);
      await call(t.org1Admin, addNode);
      const first = await lastProposal(t);
      await refused(t.as(t.org2Admin).withdraw(first), "NotProposer", first, t.org2Admin.address);
      await t.as(t.org1Admin).withdraw(first);
      expect(await stateOf(t, first)).to.equal(State.WITHDRAWN);

      await call(t.org1Admin, addNode);
      const second = await lastProposal(t);
      await refused(t.as(t.stranger).close(second), "ProposalUndecided", second, 0, 0, t.admins.length);
      await removeAdmin(t, "ORG1", t.org1Admin);
      await t.as(t.stranger).close(second);
      expect(await stateOf(t, second)).to.equal(State.WITHDRAWN);
      expect(await addNode.isDone(t)).to.equal(false);
    });

    it("ends without effect if the policy has given it back meanwhile", async () => {
      await byNetworkAdmins(Op.ADD_NODE);
      await call(t.org1Admin, addNode);
      const id = await lastProposal(t);
      await t.as(t.admins[0]).proposeRule(Op.ADD_NODE, RuleKind.SELF, 0, 0);
      await voteThrough(t);
      await t.as(t.stranger).close(id);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
      expect(await addNode.isDone(t)).to.equal(false);
    });

    it("keeps one admin from making more than a day's number of proposals", async () => {
      await byNetworkAdmins(Op.ADD_ROLE);
      for (let i = 0; i < 32; ++i) await t.as(t.org1Admin).addNewRole(`R${i}`, "ORG1", Access.CALL, false, false);
      const refusal = t.as(t.org1Admin).addNewRole("R32", "ORG1", Access.CALL, false, false);
      await refused(refusal, "TooManyProposals");
    });

    it("is refused for an organisation that is suspended, unless it takes away", async () => {
      await byNetworkAdmins(Op.ADD_NODE);
      await byNetworkAdmins(Op.SET_NODE_STATUS);
      await t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
      await refused(call(t.org1Admin, addNode), "OrgNotActive", "ORG1");

      await t.as(t.org1Admin).updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
      await voteThrough(t);
      expect(await nodeStatus(t, t.node1[0])).to.equal(NodeStatus.DEACTIVATED);
    });

    it("leaves the admin organisation's nodes to the operation that was theirs", async () => {
      await set(Op.SET_NODE_STATUS, majority());
      await t.as(t.admins[0]).updateNodeStatus(ADMIN_ORG, ...adminNode(1), Action.SUSPEND);
      expect((await t.voters.getProposal(await lastProposal(t))).op).to.equal(Op.CHANGE_NODE);
      await refused(
        t.as(t.org1Admin).updateNodeStatus(ADMIN_ORG, ...adminNode(1), Action.SUSPEND),
        "NotOrgAdmin",
        t.org1Admin.address,
        ADMIN_ORG,
      );
    });
  });

  describe("cannot be had in another way", () => {
    it("a node, by way of a sub-organisation", async () => {
      const withNode = () => t.as(t.org1Admin).addSubOrg("ORG1", "SUB9", ...more);
      await byNetworkAdmins(Op.ADD_NODE);
      await refused(withNode(), "DecidedByPolicy", Op.ADD_NODE);
      await byNetworkAdmins(Op.ADD_SUB_ORG);
      await refused(withNode(), "DecidedByPolicy", Op.ADD_NODE);
      await t.as(t.org1Admin).addSubOrg("ORG1", "SUB9", "", "", 0, 0);
      await voteThrough(t);
      expect(await t.orgs.checkOrgExists("ORG1.SUB9")).to.equal(true);
    });

    it("nor by a resolution that holds one: it is decided by the policy for nodes too, and refused where these are forbidden", async () => {
      const both = change(t, "addSubOrg", "ORG1", "SUB9", ...more);
      await set(Op.ADD_NODE, majority(["ORG1", "ORG2"]));
      const id = await resolve(t, both);
      for (const admin of t.admins) await t.as(admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await t.as(t.admins[0]).proposeRule(Op.ADD_NODE, RuleKind.FORBIDDEN, 0, 0);
      await voteThrough(t);
      await refused(resolve(t, both), "OperationForbidden", Op.ADD_NODE);
    });

    it("a node that the vote has deactivated, by letting it go and adding it again", async () => {
      await byNetworkAdmins(Op.SET_NODE_STATUS);
      await t.as(t.org1Admin).updateNodeStatus("ORG1", ...t.node1, Action.SUSPEND);
      await voteThrough(t);
      await refused(t.as(t.org1Admin).releaseNode("ORG1", t.node1[0]), "DecidedByPolicy", Op.SET_NODE_STATUS);
    });

    it("an account that the vote has suspended, in the same way", async () => {
      await byNetworkAdmins(Op.SET_ACCOUNT_STATUS);
      await t.as(t.org1Admin).updateAccountStatus("ORG1", t.member, Action.SUSPEND);
      await voteThrough(t);
      await refused(t.as(t.org1Admin).releaseAccount("ORG1", t.member), "DecidedByPolicy", Op.SET_ACCOUNT_STATUS);
    });

    it("an admin's role, from one who may give roles and is no admin", async () => {
      await set(Op.ASSIGN_ROLE, self(["MEMBER"]));
      const give = (role: string) => t.as(t.member).assignAccountRole(t.stranger, "ORG1", role);
      await refused(give("DEPUTY"), "NotOrgAdmin", t.member.address, "ORG1");
      await give("MEMBER");
      expect(await statusOf(t, t.stranger)).to.equal(AccountStatus.ACTIVE);
    });

    it("by bytes behind the call, which are not kept", async () => {
      await byNetworkAdmins(Op.LET_GO);
      const call_ = change(t, "releaseAccount", "ORG1", t.member.address);
      const to = await t.permInterface.getAddress();
      await t.org1Admin.sendTransaction({ to, data: `${call_}${"ff".repeat(64)}` });
      expect([...(await t.permInterface.getChanges(await lastProposal(t)))]).to.deep.equal([call_]);
    });
  });

  describe("as a resolution's part", () => {
    it("is decided by its policy too, where it has one, and adds nothing where the organisation acts alone", async () => {
      const alone = await resolve(t, change(t, "addNode", "ORG1", ...more));
      await voteThrough(t, alone);
      expect(await stateOf(t, alone)).to.equal(State.APPROVED);

      await set(Op.ADD_ROLE, majority(["ORG1", "ORG2"]));
      const id = await resolve(t, change(t, "addNewRole", "CLERK", "ORG1", Access.FULL, false, false));
      for (const admin of t.admins) await t.as(admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await t.as(t.org1Admin).vote(id, true);
      await t.as(t.org2Admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
    });
  });

  describe("by roles that the policy names", () => {
    it("is done by an account that is no admin, in its organisation and below, and not elsewhere", async () => {
      await set(Op.ADD_NODE, self(["MEMBER"]));
      expect(await t.permInterface.mayActFor(Op.ADD_NODE, "ORG1", t.member)).to.equal(true);
      await call(t.member, addNode);
      expect(await addNode.isDone(t)).to.equal(true);
      await t.as(t.member).addNode("ORG1.SUB1", ...nodeNamed("BELOW", "10.0.1.8"));
      for (const org of ["ORG2", ADMIN_ORG])
        await refused(
          t.as(t.member).addNode(org, ...nodeNamed("ELSE", "10.0.1.7")),
          "NotOrgAdmin",
          t.member.address,
          org,
        );
      await refused(call(t.org1Admin, addNode), "NotOrgAdmin", t.org1Admin.address, "ORG1");
    });

    it("ends with the role, the account or the organisation", async () => {
      await set(Op.ADD_NODE, self(["MEMBER"]));
      await t.as(t.org1Admin).updateAccountStatus("ORG1", t.member, Action.SUSPEND);
      await refused(call(t.member, addNode), "NotOrgAdmin", t.member.address, "ORG1");
      await t.as(t.org1Admin).updateAccountStatus("ORG1", t.member, Action.ACTIVATE);
      await t.as(t.org1Admin).removeRole("MEMBER", "ORG1");
      await refused(call(t.member, addNode), "NotOrgAdmin", t.member.address, "ORG1");
      await t.as(t.org1Admin).addNewRole("MEMBER", "ORG1", Access.FULL, false, false);
      await t.as(t.org1Admin).assignAccountRole(t.member, "ORG1", "MEMBER");
      await t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
      await refused(call(t.member, addNode), "OrgNotActive", "ORG1");
    });

    it("is not given by a role of the same name in another organisation", async () => {
      await set(Op.ADD_NODE, self(["MEMBER"]));
      await t.as(t.org2Admin).addNewRole("MEMBER", "ORG2", Access.FULL, false, false);
      await t.as(t.org2Admin).assignAccountRole(t.stranger, "ORG2", "MEMBER");
      await refused(call(t.stranger, addNode), "NotOrgAdmin", t.stranger.address, "ORG1");
    });

    it("is not what an admin by hand keeps once the vote has dismissed the admin that made it one", async () => {
      for (const roles of [["DEPUTY"], []]) await set(Op.ADD_NODE, self(roles));
      await t.as(t.org1Admin).assignAccountRole(t.stranger, "ORG1", "DEPUTY");
      await removeAdmin(t, "ORG1", t.org1Admin);
      await refused(call(t.stranger, addNode), "NotOrgAdmin", t.stranger.address, "ORG1");
      await set(Op.ADD_NODE, self(["DEPUTY"]));
      await refused(call(t.stranger, addNode), "NotOrgAdmin", t.stranger.address, "ORG1");
    });

    it("takes no list of organisations, and is only for what their admins do alone", async () => {
      for (const op of [Op.ADD_ORG, Op.CHANGE_RULE, Op.CHANGE_NODE, Op.RESOLVE]) {
        await refused(
          t.as(t.admins[0]).proposePolicy(op, self(["any admin"])),
          "RuleNotAllowed",
          op,
          RuleKind.SELF,
          0,
          0,
        );
        await refused(
          t.as(t.admins[0]).proposeRule(op, RuleKind.SELF, 0, 0),
          "RuleNotAllowed",
          op,
          RuleKind.SELF,
          0,
          0,
        );
      }
      const listed = { ...self(["any admin"]), orgs: ["ORG1"] };
      await refused(
        t.as(t.admins[0]).proposePolicy(Op.ADD_NODE, listed),
        "RuleNotAllowed",
        Op.ADD_NODE,
        RuleKind.SELF,
        0,
        0,
      );
    });
  });
});
