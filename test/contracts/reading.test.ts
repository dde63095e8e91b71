import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { town } from "../helpers/cast.js";
import { Action, Op, RuleKind, Setting } from "../data/codes.js";
import {
  ADMIN_ORG,
  adminNode,
  lastProposal,
  NETWORK_ADMIN,
  nodeNamed,
  ORG_ADMIN,
  voteDown,
  voteThrough,
} from "../helpers/contract-suite.js";
import { refused } from "../helpers/refused.js";
import { useFixture } from "../helpers/use-fixture.js";

const MAX = 2n ** 256n - 1n;
const NOBODY = ZeroAddress;

describe("What can be read", () => {
  const t = useFixture(town);

  it("an organisation, by its full id: short id, parent's full id, ultimate parent, level, status", async () => {
    await t.as(t.subAdmin).addSubOrg("ORG1.SUB1", "DEEP", "", "", 0, 0);
    const details = (id: string): Promise<unknown> => t.orgs.getOrgDetails(id);
    expect(await details(ADMIN_ORG)).to.deep.equal([ADMIN_ORG, "", ADMIN_ORG, 1n, 2n]);
    expect(await details("ORG1.SUB1")).to.deep.equal(["SUB1", "ORG1", "ORG1", 2n, 2n]);
    expect(await details("ORG1.SUB1.DEEP")).to.deep.equal(["DEEP", "ORG1.SUB1", "ORG1", 3n, 2n]);
    expect(await details("SUB1")).to.deep.equal(["", "", "", 0n, 0n]);
    expect(await details("")).to.deep.equal(["", "", "", 0n, 0n]);
  });

  it("a role, by its id and its own organisation's id", async () => {
    const details = (role: string, org: string): Promise<unknown> => t.roles.getRoleDetails(role, org);
    const empty = ["", "", 0n, false, false, false];
    expect(await details(NETWORK_ADMIN, ADMIN_ORG)).to.deep.equal([NETWORK_ADMIN, ADMIN_ORG, 3n, true, true, true]);
    expect(await details("MEMBER", "ORG1")).to.deep.equal(["MEMBER", "ORG1", 3n, false, false, true]);
    expect(await details("MEMBER", "ORG1.SUB1")).to.deep.equal(empty);
    expect(await details("MEMBER", "NONE")).to.deep.equal(empty);
    await t.as(t.org1Admin).removeRole("MEMBER", "ORG1");
    expect(await details("MEMBER", "ORG1")).to.deep.equal(["MEMBER", "ORG1", 3n, false, false, false]);
  });

  it("the role that counts for an organisation, which may be an ancestor's", async () => {
    const ask = async (role: string, org: string): Promise<unknown[]> => [
      await t.roles.roleExists(role, org, "ORG1"),
      await t.roles.isAdminRole(role, org, "ORG1"),
      await t.roles.isVoterRole(role, org, "ORG1"),
      await t.roles.roleAccess(role, org, "ORG1"),
      await t.roles.transactionAllowed(role, org, "ORG1", 3),
    ];
    expect(await ask("DEPUTY", "ORG1.SUB1")).to.deep.equal([true, true, true, 3n, true]);
    expect(await ask("MEMBER", "ORG1")).to.deep.equal([true, false, false, 3n, true]);
    for (const [role, org] of [
      ["MEMBER", "ORG2"],
      ["NONE", "ORG1"],
      ["MEMBER", ""],
    ] as const) {
      expect(await ask(role, org)).to.deep.equal([false, false, false, 0n, false]);
    }
  });

  it("an account, in all the ways of asking", async () => {
    const { accounts, member, stranger, org1Admin } = t;
    expect(await accounts.getAccountDetails(member)).to.deep.equal([member.address, "ORG1", "MEMBER", 2n, false]);
    const boss = [org1Admin.address, "ORG1", ORG_ADMIN, 2n, true];
    expect(await accounts.getAccountDetails(org1Admin)).to.deep.equal(boss);
    expect(await accounts.getAccountDetails(stranger)).to.deep.equal([stranger.address, "", "", 0n, false]);
    expect(await accounts.getAccountOrgRole(member)).to.deep.equal(["ORG1", "MEMBER"]);
    expect(await accounts.getAccountRole(member)).to.equal("MEMBER");
    expect(await accounts.getAccountStatus(t.suspended)).to.equal(4n);
    expect(await accounts.checkOrgAdmin(org1Admin, "ORG1.SUB1", "ORG1")).to.equal(true);
    expect(await accounts.checkOrgAdmin(t.subAdmin, "ORG1", "ORG1")).to.equal(false);
    expect(await accounts.orgAdminExists("ORG1")).to.equal(true);
    expect(await accounts.orgAdminExists("ORG1.SUB1")).to.equal(false);
  });

  it("a node, by its enode id, and nothing for an unknown one", async () => {
    const [enodeId, ip] = adminNode(3);
    expect(await t.nodes.getNodeDetails(enodeId)).to.deep.equal([ADMIN_ORG, enodeId, ip, 30303n, 0n, 2n]);
    expect(await t.nodes.getNodeDetails(enodeId.slice(1))).to.deep.equal(["", "", "", 0n, 0n, 0n]);
    expect(await t.nodes.getNodeDetails("")).to.deep.equal(["", "", "", 0n, 0n, 0n]);
  });

  it("everything by its place in the list, and nothing beyond the end", async () => {
    const { orgs, roles, accounts, nodes } = t;
    const lists = {
      orgs: { length: orgs.getNumberOfOrgs(), at: (i: bigint) => orgs.getOrgInfo(i), empty: ["", "", "", 0n, 0n] },
      roles: {
        length: roles.getNumberOfRoles(),
        at: (i: bigint) => roles.getRoleDetailsFromIndex(i),
        empty: ["", "", 0n, false, false, false],
      },
      accounts: {
        length: accounts.getNumberOfAccounts(),
        at: (i: bigint) => accounts.getAccountDetailsFromIndex(i),
        empty: [NOBODY, "", "", 0n, false],
      },
      nodes: {
        length: nodes.getNumberOfNodes(),
        at: (i: bigint) => nodes.getNodeDetailsFromIndex(i),
        empty: ["", "", "", 0n, 0n, 0n],
      },
    };
    for (const { length, at, empty } of Object.values(lists)) {
      const end = await length;
      for (let i = 0n; i < end; i++) expect(await at(i)).not.to.deep.equal(empty);
      for (const beyond of [end, end + 1n, MAX]) expect(await at(beyond)).to.deep.equal(empty);
    }
  });

  it("not an account that has become free, which nodes would take for another organisation's", async () => {
    const place = await t.accounts.getNumberOfAccounts();
    await t.as(t.admins[0]).addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
    expect((await t.accounts.getAccountDetailsFromIndex(place))[0]).to.equal(t.free[0].address);
    await t.as(t.admins[0]).withdraw(await lastProposal(t));
    expect(await t.accounts.getAccountDetailsFromIndex(place)).to.deep.equal([NOBODY, "", "", 0n, false]);
    expect(await t.accounts.getNumberOfAccounts()).to.equal(place + 1n);
  });

  it("every list in pages of any size, which together are the whole", async () => {
    const { orgs, roles, accounts, nodes, voters } = t;
    const pages: ((from: bigint, count: bigint) => Promise<unknown[]>)[] = [
      (from, count) => orgs.getOrgPage(from, count),
      (from, count) => roles.getRolePage(from, count),
      (from, count) => accounts.getAccountPage(from, count),
      (from, count) => nodes.getNodePage(from, count),
      (from, count) => voters.getVoterPage(from, count),
      (from, count) => voters.getProposalPage(from, count),
    ];
    for (const page of pages) {
      const whole = await page(0n, MAX);
      const length = BigInt(whole.length);
      expect(length).to.be.greaterThan(2n);
      const cut: unknown[] = [];
      for (let from = 0n; from <= length; from += 2n) cut.push(...(await page(from, 2n)));
      expect(cut).to.deep.equal(whole);
      expect(await page(length - 1n, MAX)).to.deep.equal(whole.slice(-1));
      for (const [from, count] of [
        [0n, 0n],
        [length, 1n],
        [length + 1n, MAX],
        [MAX, MAX],
      ] as const) {
        expect(await page(from, count)).to.deep.equal([]);
      }
    }
  });

  it("the pages say the same as the single answers", async () => {
    for (const org of await t.orgs.getOrgPage(0, 99)) {
      const [, parentId, ultimateId, level, status] = await t.orgs.getOrgDetails(org.fullId);
      expect([parentId, ultimateId, level, status]).to.deep.equal([
        org.parentId,
        org.ultimateId,
        org.level,
        org.status,
      ]);
    }
    for (const { account, orgId, roleId, status, orgAdmin } of await t.accounts.getAccountPage(0, 99)) {
      expect(await t.accounts.getAccountDetails(account)).to.deep.equal([account, orgId, roleId, status, orgAdmin]);
    }
    for (const { orgId, enodeId, ip, port, raftPort, status } of await t.nodes.getNodePage(0, 99)) {
      expect(await t.nodes.getNodeDetails(enodeId)).to.deep.equal([orgId, enodeId, ip, port, raftPort, status]);
    }
  });

  it("the direct sub-organisations, as places in the list, oldest first", async () => {
    const org1 = t.as(t.org1Admin);
    await org1.addSubOrg("ORG1", "SUB2", "", "", 0, 0);
    await org1.addSubOrg("ORG1.SUB1", "DEEP", "", "", 0, 0);
    await org1.addSubOrg("ORG1", "SUB3", "", "", 0, 0);
    const indexes = await t.orgs.getSubOrgIndexes("ORG1");
    const names = await Promise.all(indexes.map(async (i) => (await t.orgs.getOrgInfo(i))[0]));
    expect(names).to.deep.equal(["SUB1", "SUB2", "SUB3"]);
    expect(await t.orgs.getSubOrgIndexes("ORG1.SUB1.DEEP")).to.deep.equal([]);
    expect(await t.orgs.getSubOrgIndexes("NONE")).to.deep.equal([]);
  });

  it("the limits of the tree, which hold", async () => {
    const org1 = t.as(t.org1Admin);
    expect(await t.orgs.getLimits()).to.deep.equal([3n, 4n]);
    for (const name of ["SUB2", "SUB3"]) await org1.addSubOrg("ORG1", name, "", "", 0, 0);
    const broad = org1.addSubOrg("ORG1", "SUB4", "", "", 0, 0);
    await refused(broad, "OrgTooBroad", "ORG1", 3, 3);
    await org1.addSubOrg("ORG1.SUB1", "A", "", "", 0, 0);
    await org1.addSubOrg("ORG1.SUB1.A", "B", "", "", 0, 0);
    const deep = org1.addSubOrg("ORG1.SUB1.A.B", "C", "", "", 0, 0);
    await refused(deep, "OrgTooDeep", "ORG1.SUB1.A.B", 4, 4);
  });

  it("the oldest open proposal, as nodes ask for it, whatever it is about", async () => {
    const admin = t.as(t.admins[0]);
    const pending = (): Promise<unknown> => t.permInterface.getPendingOp(ADMIN_ORG);
    const node = nodeNamed("ORG3");
    await t.as(t.org1Admin).updateNodeStatus("ORG1", ...t.node1, Action.BLACKLIST);
    expect(await pending()).to.deep.equal(["", "", NOBODY, Op.NONE]);
    // Consoles refuse to propose and to approve while something else is pending, and know none of these.
    await admin.proposeSetting(Setting.IP_CHECK, 0);
    await admin.proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0);
    await admin.proposeAccountRelease("ORG1", t.member);
    expect(await pending()).to.deep.equal(["", "", NOBODY, Op.NONE]);
    await admin.addOrg("ORG3", ...node, t.free[0]);
    await admin.updateOrgStatus("ORG2", Action.SUSPEND);
    await admin.assignAdminRole(ADMIN_ORG, t.free[1], NETWORK_ADMIN);
    await admin.startBlacklistedNodeRecovery("ORG1", ...t.node1);
    await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
    const last = await lastProposal(t);
    const expected = [
      ["ORG3", node[0], t.free[0].address, Op.ADD_ORG],
      ["ORG2", "", NOBODY, Op.SUSPEND_ORG],
      [ADMIN_ORG, "", t.free[1].address, Op.ASSIGN_ADMIN],
      ["ORG1", t.node1[0], NOBODY, Op.RECOVER_NODE],
      ["ORG1", "", t.blacklisted.address, Op.RECOVER_ACCOUNT],
    ];
    for (const [i, answer] of expected.entries()) {
      expect(await pending()).to.deep.equal(answer);
      expect(await t.permInterface.getPendingOp("ORG1")).to.deep.equal(["", "", NOBODY, 0n]);
      const decide = i % 2 === 0 ? voteThrough : voteDown;
      await decide(t, last - 4n + BigInt(i));
    }
    expect(await pending()).to.deep.equal(["", "", NOBODY, Op.NONE]);
  });

  it("the open proposals in pages that go on after the last id of the one before", async () => {
    const admin = t.as(t.admins[0]);
    const first = (await lastProposal(t)) + 1n;
    for (const op of [1n, 2n, 3n, 4n, 5n]) await admin.proposeRule(op, 1n, 0, 0);
    await admin.withdraw(first + 2n);
    const ids = async (after: bigint, count: bigint): Promise<bigint[]> =>
      (await t.voters.getOpenProposals(after, count)).map(({ id }) => id);
    expect(await ids(0n, MAX)).to.deep.equal([first, first + 1n, first + 3n, first + 4n]);
    expect(await ids(0n, 2n)).to.deep.equal([first, first + 1n]);
    expect(await ids(first + 1n, 2n)).to.deep.equal([first + 3n, first + 4n]);
    expect(await ids(first + 4n, 2n)).to.deep.equal([]);
    expect(await ids(first + 2n, 1n)).to.deep.equal([first + 3n]);
    for (const after of [MAX - 1n, MAX]) expect(await ids(after, 2n)).to.deep.equal([]);
    expect(await ids(0n, 0n)).to.deep.equal([]);
  });

  it("who voted how, and who proposed", async () => {
    await t.as(t.admins[2]).updateOrgStatus("ORG1", Action.SUSPEND);
    const id = await lastProposal(t);
    await t.as(t.admins[0]).vote(id, true);
    await t.as(t.admins[1]).vote(id, false);
    const votes = await Promise.all([...t.admins, t.stranger].map((person) => t.voters.getVote(id, person)));
    expect(votes).to.deep.equal([1n, 2n, 0n, 0n]);
    const { proposer, votesFor, votesAgainst, op, state } = await t.voters.getProposal(id);
    expect([proposer, votesFor, votesAgainst, op, state]).to.deep.equal([t.admins[2].address, 1n, 1n, 2n, 1n]);
    expect((await t.voters.getProposal(id + 1n)).state).to.equal(0n);
  });

  it("the voters, also former ones", async () => {
    const page = await t.voters.getVoterPage(0, 99);
    expect(page.map(({ account, active }) => [account, active])).to.deep.equal([
      ...t.admins.map(({ address }) => [address, true]),
      [t.formerAdmin.address, false],
    ]);
    expect(await t.voters.getNumberOfVoters()).to.deep.equal([4n, 3n]);
  });
});
