import { expect } from "chai";
import { AbiCoder, keccak256, ZeroHash } from "ethers";
import { type Town, town } from "../../helpers/cast.js";
import { Action, Counting, NodeChange, Op, RuleKind, Setting } from "../../data/codes.js";
import {
  ADMIN_ORG,
  adminNode,
  lastProposal,
  movedTo,
  NETWORK_ADMIN,
  type Node,
  nodeNamed,
  ORG_ADMIN,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { aPolicy } from "../../helpers/policies.js";
import { change, changesHash, resolve } from "../../helpers/resolutions.js";
import { type Content, contentOf, hashOf } from "../../helpers/signed-votes.js";
import { useFixture } from "../../helpers/use-fixture.js";

type About = Partial<Content>;

const at = ([enodeId, host, port, raftPort]: Node): About => ({ enodeId, host, port, raftPort });

interface Case {
  says: string;
  op: bigint;
  propose: (t: Town) => Promise<unknown>;
  about: (t: Town) => About;
}

const first = (t: Town) => t.as(t.admins[0]);
const newNode = nodeNamed("ORG3", "2001:db8::1234:5678:9abc", 30303, 50400);
const orgAdminOf = (org: string): About => ({ role: ORG_ADMIN, roleOrganisation: org });

const POLICY = aPolicy({
  kind: RuleKind.FRACTION,
  count: 2,
  outOf: 3,
  orgs: ["ORG1", "ORG2"],
  roles: ["any admin"],
  delay: 60,
  veto: { by: ["ORG2"], count: 2, outOf: 3 },
});

/** The operation, and the policy, member by member. */
const ENCODED_POLICY = AbiCoder.defaultAbiCoder().encode(
  [
    "uint256",
    "tuple(uint256, uint256, uint256, uint256, string[], string[], uint256, tuple(string[], uint256, uint256))",
  ],
  [
    Op.ADD_ORG,
    [RuleKind.FRACTION, 2, 3, Counting.ORGANISATIONS, ["ORG1", "ORG2"], ["any admin"], 60, [["ORG2"], 2, 3]],
  ],
);

const resolution = (t: Town): string[] => [
  change(t, "updateOrgStatus", "ORG1", Action.SUSPEND),
  change(t, "addNewRole", "CLERK", "ORG2", 3, false, false),
];

const CASES: Case[] = [
  {
    says: "a new organisation with a new node",
    op: Op.ADD_ORG,
    propose: (t) => first(t).addOrg("ORG3", ...newNode, t.free[0]),
    about: (t) => ({ organisation: "ORG3", ...at(newNode), account: t.free[0].address, ...orgAdminOf("ORG3") }),
  },
  {
    says: "a new organisation with a node that another has claimed, at the address that it names",
    op: Op.ADD_ORG,
    propose: (t) => first(t).addOrg("ORG3", ...movedTo(t.node1, "10.0.3.9", 21000, 7), t.member),
    about: (t) => ({
      organisation: "ORG3",
      ...at(movedTo(t.node1, "10.0.3.9", 21000, 7)),
      account: t.member.address,
      ...orgAdminOf("ORG3"),
    }),
  },
  {
    says: "a suspension",
    op: Op.SUSPEND_ORG,
    propose: (t) => first(t).updateOrgStatus("ORG1", Action.SUSPEND),
    about: () => ({ organisation: "ORG1" }),
  },
  {
    says: "a restoration",
    op: Op.RESTORE_ORG,
    propose: async (t) => {
      await first(t).updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
      await first(t).updateOrgStatus("ORG1", Action.ACTIVATE);
    },
    about: () => ({ organisation: "ORG1" }),
  },
  {
    says: "a network admin",
    op: Op.ASSIGN_ADMIN,
    propose: (t) => first(t).assignAdminRole(ADMIN_ORG, t.free[0], NETWORK_ADMIN),
    about: (t) => ({
      organisation: ADMIN_ORG,
      account: t.free[0].address,
      role: NETWORK_ADMIN,
      roleOrganisation: ADMIN_ORG,
    }),
  },
  {
    says: "an admin by a custom role that an organisation above defines, in its second life",
    op: Op.ASSIGN_ADMIN,
    propose: async (t) => {
      const admin = t.as(t.org1Admin);
      await admin.addNewRole("CLERK", "ORG1", 3, false, true);
      await admin.removeRole("CLERK", "ORG1");
      await admin.addNewRole("CLERK", "ORG1", 3, false, true);
      await first(t).assignAdminRole("ORG1.SUB1", t.free[0], "CLERK");
    },
    about: (t) => ({
      organisation: "ORG1.SUB1",
      account: t.free[0].address,
      role: "CLERK",
      roleOrganisation: "ORG1",
      payload: 1n,
    }),
  },
  {
    says: "a node's recovery",
    op: Op.RECOVER_NODE,
    propose: async (t) => {
      await t.as(t.org1Admin).updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
      await first(t).startBlacklistedNodeRecovery("ORG1", ...t.node1);
    },
    about: (t) => ({ organisation: "ORG1", ...at(t.node1) }),
  },
  {
    says: "an account's recovery",
    op: Op.RECOVER_ACCOUNT,
    propose: (t) => first(t).startBlacklistedAccountRecovery("ORG1", t.blacklisted),
    about: (t) => ({ organisation: "ORG1", account: t.blacklisted.address }),
  },
  {
    says: "an admin's removal",
    op: Op.REMOVE_ADMIN,
    propose: (t) => first(t).proposeAdminRemoval("ORG1", t.org1Admin),
    about: (t) => ({ organisation: "ORG1", account: t.org1Admin.address, ...orgAdminOf("ORG1") }),
  },
  {
    says: "a voting rule",
    op: Op.CHANGE_RULE,
    propose: (t) => first(t).proposeRule(Op.ADD_ORG, RuleKind.FRACTION, 2, 3),
    about: () => ({ payload: (Op.ADD_ORG << 248n) | (3n << 40n) | (2n << 8n) | RuleKind.FRACTION }),
  },
  {
    says: "a policy, with who votes by it and who may stop what has passed",
    op: Op.CHANGE_RULE,
    propose: (t) => first(t).proposePolicy(Op.ADD_ORG, POLICY),
    about: () => ({ payload: BigInt(keccak256(ENCODED_POLICY)) }),
  },
  {
    says: "a limit of one organisation",
    op: Op.CHANGE_SETTING,
    propose: (t) => first(t).proposeLimit(Setting.NODES, "ORG1", 60),
    about: () => ({ organisation: "ORG1", payload: (Setting.NODES << 32n) | 60n }),
  },
  {
    says: "the move of a node of the admin organisation, to where it is to be",
    op: Op.CHANGE_NODE,
    propose: (t) => first(t).changeNodeAddress(ADMIN_ORG, ...movedTo(adminNode(1), "10.9.9.9")),
    about: () => ({ organisation: ADMIN_ORG, ...at(movedTo(adminNode(1), "10.9.9.9")), payload: NodeChange.MOVE }),
  },
  {
    says: "its deactivation",
    op: Op.CHANGE_NODE,
    propose: (t) => first(t).updateNodeStatus(ADMIN_ORG, ...adminNode(1), Action.SUSPEND),
    about: () => ({ organisation: ADMIN_ORG, ...at(adminNode(1)), payload: Action.SUSPEND }),
  },
  {
    says: "an account's release",
    op: Op.RELEASE,
    propose: (t) => first(t).proposeAccountRelease("ORG1", t.member),
    about: (t) => ({ organisation: "ORG1", account: t.member.address }),
  },
  {
    says: "a node's release, wherever it is",
    op: Op.RELEASE,
    propose: (t) => first(t).proposeNodeRelease("ORG1", t.node1[0]),
    about: (t) => ({ organisation: "ORG1", enodeId: t.node1[0] }),
  },
  {
    says: "a resolution",
    op: Op.RESOLVE,
    propose: (t) => resolve(t, ...resolution(t)),
    about: (t) => ({ payload: changesHash(resolution(t)) }),
  },
];

describe("The hash of a proposal", () => {
  const t = useFixture(town);
  const hash = async (id?: bigint): Promise<string> => t.implementation.getProposalHash(id ?? (await lastProposal(t)));

  for (const { says, op, propose, about } of CASES) {
    it(`is that of what is shown: ${says}`, async () => {
      await propose(t);
      expect(await hash()).to.equal(hashOf(contentOf(await lastProposal(t), op, about(t))));
    });
  }

  it("has a case for every operation that is voted on at first", () => {
    const voted = Object.values(Op).filter((op) => op !== 0n && op < Op.ADD_SUB_ORG);
    expect(new Set(CASES.map((each) => each.op))).to.deep.equal(new Set(voted));
  });

  it("cannot be changed by an organisation whose node is voted on: votes collected for its release stay good", async () => {
    await first(t).proposeNodeRelease("ORG1", t.node1[0]);
    const before = await hash();
    await t.as(t.org1Admin).changeNodeAddress("ORG1", ...movedTo(t.node1, "10.7.7.7"));
    expect(await hash()).to.equal(before);
  });

  it("nor by one whose node a newcomer is to have", async () => {
    await first(t).addOrg("ORG3", ...movedTo(t.node1, "10.0.3.9"), t.free[0]);
    const before = await hash();
    await t.as(t.org1Admin).changeNodeAddress("ORG1", ...movedTo(t.node1, "10.7.7.7"));
    await t.as(t.org1Admin).updateNodeStatus("ORG1", ...movedTo(t.node1, "10.7.7.7"), Action.BLACKLIST);
    expect(await hash()).to.equal(before);
  });

  it("nor by removing the role that is to be given", async () => {
    await t.as(t.org1Admin).addNewRole("CLERK", "ORG1", 3, false, true);
    await first(t).assignAdminRole("ORG1", t.free[0], "CLERK");
    const before = await hash();
    await t.as(t.org1Admin).removeRole("CLERK", "ORG1");
    expect(await hash()).to.equal(before);
  });

  it("is none for what is not open", async () => {
    for (const id of [0n, (await lastProposal(t)) + 1n, 2n ** 255n, 1n]) expect(await hash(id)).to.equal(ZeroHash);
  });
});
