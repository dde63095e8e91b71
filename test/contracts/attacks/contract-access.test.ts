import { expect } from "chai";
import { getCreateAddress, ZeroAddress } from "ethers";
import { Access, AccountStatus, Action, Deploying, Op, Opening, RuleKind, Setting, State } from "../../data/codes.js";
import { statusOf, town } from "../../helpers/cast.js";
import {
  ADMIN_ORG,
  lastProposal,
  nodeNamed,
  type Person,
  removeAdmin,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { allowEmergencies, aPolicy } from "../../helpers/policies.js";
import { refused } from "../../helpers/refused.js";
import { change, resolve } from "../../helpers/resolutions.js";
import { useFixture } from "../../helpers/use-fixture.js";

const METHOD = "0x12345678";
const OTHER = "0x9abcdef0";
const NONE: string[] = [];
const DAY = 24 * 60 * 60;

/** The member of ORG1 has registered a contract that it will deploy. */
async function store(connection: Parameters<typeof town>[0]) {
  const t = await town(connection);
  const nonce = await t.member.getNonce();
  const target = getCreateAddress({ from: t.member.address, nonce: nonce + 7 });
  await t.as(t.member).registerContract("ORG1", target, nonce + 7);
  await t.as(t.org2Admin).addNewRole("TRADER", "ORG2", Access.FULL, false, false);
  await t.as(t.org2Admin).assignAccountRole(t.free[0], "ORG2", "TRADER");
  return { ...t, target, nonce: nonce + 7, trader: t.free[0] };
}

describe("Who may call a contract, and who says so", () => {
  const t = useFixture(store);
  const may = (account: Person, payload = METHOD, target = t.target) =>
    t.permInterface.transactionAllowed(account, target, 0, 0, 0, payload);
  const mayDeploy = (account: Person) => may(account, "0x00", ZeroAddress);
  const open = (by: Person, opening: bigint, orgs = NONE, roles = NONE) =>
    t.as(by).setContractAccess("ORG1", t.target, opening, orgs, roles);
  const openMethod = (by: Person, opening: bigint, orgs = NONE, roles = NONE, method = METHOD) =>
    t.as(by).setMethodAccess("ORG1", t.target, method, opening, orgs, roles);
  const byVote = async (...changes: string[]) => {
    const id = await resolve(t, ...changes);
    await voteThrough(t, id);
    return await stateOf(t, id);
  };
  const opened = (opening: bigint, orgs = NONE, roles = NONE, orgId = "ORG1") =>
    change(t, "setContractAccess", orgId, t.target, opening, orgs, roles);
  const openedMethod = (opening: bigint, orgs = NONE, roles = NONE) =>
    change(t, "setMethodAccess", "ORG1", t.target, METHOD, opening, orgs, roles);
  const set = async (setting: bigint, value: bigint) => {
    await t.as(t.admins[0]).proposeSetting(setting, value);
    await voteThrough(t);
  };
  const callers = async (payload = METHOD): Promise<string[]> => {
    const people: [string, Person][] = [
      ["member", t.member],
      ["trader", t.trader],
      ["subAdmin", t.subAdmin],
      ["stranger", t.stranger],
      ["suspended", t.suspended],
    ];
    const answers = await Promise.all(
      people.map(async ([name, person]) => [name, await may(person, payload)] as const),
    );
    return answers.filter(([, allowed]) => allowed).map(([name]) => name);
  };

  describe("registering", () => {
    it("is for whoever deploys it, so nobody closes the contract of another", async () => {
      const theirs = getCreateAddress({ from: t.trader.address, nonce: 0 });
      await refused(t.as(t.org1Admin).registerContract("ORG1", theirs, 0), "NotDeployer", theirs, t.org1Admin.address);
      await refused(t.as(t.member).registerContract("ORG1", theirs, 0), "NotOrgAdmin", t.member.address, "ORG1");
      await refused(t.as(t.trader).registerContract("ORG1", theirs, 0), "NotOrgAdmin", t.trader.address, "ORG1");
      await refused(t.as(t.trader).registerContract("ORG2", theirs, 1), "NotOrgAdmin", t.trader.address, "ORG2");
      await expect(t.as(t.trader).registerContract("ORG2", theirs, 0))
        .to.emit(t.contracts, "ContractRegistered")
        .withArgs(theirs, "ORG2", t.trader.address);
    });

    it("knows the address that a deployment really gets, of any nonce", async () => {
      for (const nonce of [0, 1, 127, 128, 255, 256, 65_535, 65_536, 2 ** 32]) {
        const target = getCreateAddress({ from: t.member.address, nonce });
        await t.as(t.member).registerContract("ORG1", target, nonce);
        expect((await t.contracts.getContract(target)).orgId).to.equal("ORG1");
      }
    });

    it("is for active members that hold a role, and not twice", async () => {
      for (const person of [t.suspended, t.blacklisted, t.stranger]) {
        const target = getCreateAddress({ from: person.address, nonce: 0 });
        await refused(t.as(person).registerContract("ORG1", target, 0), "NotOrgAdmin", person.address, "ORG1");
      }
      await refused(t.as(t.member).registerContract("ORG1", t.target, t.nonce), "ContractInUse", t.target);
      await t.as(t.org1Admin).removeRole("MEMBER", "ORG1");
      const next = getCreateAddress({ from: t.member.address, nonce: 99 });
      await refused(t.as(t.member).registerContract("ORG1", next, 99), "NotOrgAdmin", t.member.address, "ORG1");
    });

    it("of any contract is for a vote, which may take it from its organisation", async () => {
      const somewhere = t.stranger.address;
      const changes = [
        change(t, "registerContract", ADMIN_ORG, somewhere, 0),
        change(t, "registerContract", "ORG2", t.target, 0),
      ];
      expect(await byVote(...changes)).to.equal(State.APPROVED);
      expect((await t.contracts.getContract(somewhere)).orgId).to.equal(ADMIN_ORG);
      const { orgId, deployer } = await t.contracts.getContract(t.target);
      expect([orgId, deployer]).to.deep.equal(["ORG2", ZeroAddress]);
      await refused(open(t.org1Admin, Opening.NOBODY), "ContractOfOtherOrg", t.target, "ORG1");
      await refused(open(t.member, Opening.NOBODY), "NotOrgAdmin", t.member.address, "ORG1");
      expect(await t.contracts.getNumberOfContracts()).to.equal(2n);
      expect(await byVote(change(t, "registerContract", ADMIN_ORG, ZeroAddress, 0))).to.equal(State.REJECTED);
      expect(await byVote(change(t, "registerContract", "ORG2", t.target, 0))).to.equal(State.REJECTED);
    });

    it("can be stopped by the organisation that loses the contract, where the concerned may", async () => {
      const veto = { by: ["the organisation concerned"], count: 0, outOf: 0 };
      const policy = aPolicy({ counted: 0, roles: ["network admin"], delay: DAY, veto });
      await t.as(t.admins[0]).proposePolicy(Op.RESOLVE, policy);
      await voteThrough(t);
      const id = await resolve(t, change(t, "registerContract", "ORG2", t.target, 0));
      await voteThrough(t, id);
      await t.as(t.org1Admin).veto(id);
      expect(await stateOf(t, id)).to.equal(State.REJECTED);
    });
  });

  describe("a contract", () => {
    it("is open to all members at first, and closed to nobody by its registration", async () => {
      expect(await callers()).to.deep.equal(["member", "trader", "subAdmin"]);
      expect((await t.contracts.getContract(t.target)).opened.opening).to.equal(Opening.MEMBERS);
    });

    it("is open to listed organisations with all below them, and to nobody beside them", async () => {
      await open(t.org1Admin, Opening.LISTED, ["ORG1"]);
      expect(await callers()).to.deep.equal(["member", "subAdmin"]);
      await open(t.org1Admin, Opening.LISTED, ["ORG1.SUB1", "ORG2"]);
      expect(await callers()).to.deep.equal(["trader", "subAdmin"]);
      await open(t.org1Admin, Opening.LISTED, ["ORG1.SUB1"]);
      expect(await callers()).to.deep.equal(["subAdmin"]);
    });

    it("is open to listed roles, of listed organisations where both are said", async () => {
      await open(t.org1Admin, Opening.LISTED, NONE, ["TRADER", "MEMBER"]);
      expect(await callers()).to.deep.equal(["member", "trader"]);
      await open(t.org1Admin, Opening.LISTED, ["ORG1"], ["TRADER", "MEMBER"]);
      expect(await callers()).to.deep.equal(["member"]);
      await open(t.org1Admin, Opening.LISTED, ["ORG2"], ["member"]);
      expect(await callers()).to.deep.equal([]);
    });

    it("is closed to a listed role that has been removed or has ended", async () => {
      await open(t.org1Admin, Opening.LISTED, NONE, ["MEMBER"]);
      const end = BigInt(await t.networkHelpers.time.latest()) + 100n;
      await t.as(t.org1Admin).assignAccountRoleUntil(t.stranger, "ORG1", "MEMBER", end);
      expect(await callers()).to.deep.equal(["member", "stranger"]);
      await t.networkHelpers.time.increaseTo(end);
      expect(await callers()).to.deep.equal(["member"]);
      await t.as(t.org1Admin).removeRole("MEMBER", "ORG1");
      expect(await callers()).to.deep.equal([]);
    });

    it("that is open to nobody is closed to transfers, calls and all its methods, also those that are open", async () => {
      await openMethod(t.org1Admin, Opening.MEMBERS);
      await open(t.org1Admin, Opening.NOBODY);
      for (const payload of ["0x", "0x12", METHOD, OTHER]) expect(await callers(payload)).to.deep.equal([]);
      await open(t.org1Admin, Opening.MEMBERS);
      expect(await callers()).to.deep.equal(["member", "trader", "subAdmin"]);
    });

    it("gives nobody more than its role does", async () => {
      await t.as(t.org1Admin).addNewRole("READER", "ORG1", Access.READ_ONLY, false, false);
      await t.as(t.org1Admin).assignAccountRole(t.stranger, "ORG1", "READER");
      await open(t.org1Admin, Opening.LISTED, ["ORG1"], ["READER"]);
      expect(await callers()).to.deep.equal([]);
    });

    it("closes neither the interface nor the guardian's contract, whatever is said of them", async () => {
      for (const contract of [t.permInterface, t.upgradable]) {
        const address = await contract.getAddress();
        const changes = [
          change(t, "registerContract", "ORG1", address, 0),
          change(t, "setContractAccess", "ORG1", address, Opening.NOBODY, [], []),
        ];
        expect(await byVote(...changes)).to.equal(State.APPROVED);
        expect(await may(t.member, METHOD, address)).to.equal(true);
      }
      await set(Setting.REGISTERED_ONLY, 1n);
      expect(await may(t.member, METHOD, await t.permInterface.getAddress())).to.equal(true);
    });
  });

  describe("a method", () => {
    it("is open to others than the contract, and as the contract again when nothing is said", async () => {
      await open(t.org1Admin, Opening.LISTED, ["ORG1"]);
      await openMethod(t.org1Admin, Opening.LISTED, ["ORG2"]);
      expect(await callers(`${METHOD}00`)).to.deep.equal(["trader"]);
      expect(await callers(OTHER)).to.deep.equal(["member", "subAdmin"]);
      for (const payload of ["0x", "0x123456"]) expect(await callers(payload)).to.deep.equal(["member", "subAdmin"]);
      await openMethod(t.org1Admin, Opening.UNSAID);
      expect(await callers()).to.deep.equal(["member", "subAdmin"]);
      await openMethod(t.org1Admin, Opening.NOBODY);
      expect(await callers()).to.deep.equal([]);
      expect((await t.contracts.getMethodPage(t.target, 0, 9)).map(({ method }) => method)).to.deep.equal([METHOD]);
    });

    it("is no method without a selector: transactions with none are not told from it", async () => {
      await refused(
        openMethod(t.org1Admin, Opening.NOBODY, NONE, NONE, "0x00000000"),
        "MethodNotAllowed",
        "0x00000000",
      );
    });

    it("of a contract of which nothing is said cannot be said anything of", async () => {
      const target = t.stranger.address;
      await refused(
        t.as(t.org1Admin).setMethodAccess("ORG1", target, METHOD, Opening.NOBODY, [], []),
        "ContractOfOtherOrg",
        target,
        "ORG1",
      );
    });
  });

  describe("who says so", () => {
    it("is an admin of its organisation or above, and the account that deployed it, and nobody else", async () => {
      await open(t.member, Opening.NOBODY);
      await open(t.org1Admin, Opening.MEMBERS);
      for (const person of [t.trader, t.org2Admin, t.subAdmin, t.suspended, t.stranger, t.admins[0]])
        await refused(open(person, Opening.NOBODY), "NotOrgAdmin", person.address, "ORG1");
      await refused(
        t.as(t.org2Admin).setContractAccess("ORG2", t.target, Opening.NOBODY, [], []),
        "ContractOfOtherOrg",
        t.target,
        "ORG2",
      );
    });

    it("is no deployer that was suspended, lost its role, is held, or belongs to another organisation", async () => {
      await allowEmergencies(t);
      await t.as(t.org1Admin).updateAccountStatus("ORG1", t.member, Action.SUSPEND);
      await refused(open(t.member, Opening.NOBODY), "NotOrgAdmin", t.member.address, "ORG1");
      await t.as(t.org1Admin).releaseAccount("ORG1", t.member);
      await t.as(t.org2Admin).assignAccountRole(t.member, "ORG2", "TRADER");
      await refused(open(t.member, Opening.NOBODY), "NotOrgAdmin", t.member.address, "ORG1");
      expect(await statusOf(t, t.member)).to.equal(AccountStatus.ACTIVE);
    });

    it("is no deployer that an emergency measure holds", async () => {
      await allowEmergencies(t);
      await t.as(t.admins[0]).proposeHold("ORG1", t.member, "", DAY);
      await voteThrough(t);
      await refused(open(t.member, Opening.NOBODY), "NotOrgAdmin", t.member.address, "ORG1");
    });

    it("is no deployer whom the organisation has had forgotten", async () => {
      await refused(t.as(t.member).forgetDeployer("ORG1", t.target), "NotOrgAdmin", t.member.address, "ORG1");
      await expect(t.as(t.org1Admin).forgetDeployer("ORG1", t.target))
        .to.emit(t.contracts, "DeployerForgotten")
        .withArgs(t.target, "ORG1", t.member.address);
      await refused(open(t.member, Opening.NOBODY), "NotOrgAdmin", t.member.address, "ORG1");
      await refused(t.as(t.org1Admin).forgetDeployer("ORG1", t.target), "NothingChanges");
    });

    it("is the organisation no longer where a vote has said it, until a vote gives the contract back", async () => {
      expect(await byVote(opened(Opening.LISTED, ["ORG2"]))).to.equal(State.APPROVED);
      for (const person of [t.org1Admin, t.member]) {
        await refused(open(person, Opening.MEMBERS), "SetByVote", t.target, "0x00000000");
        await refused(openMethod(person, Opening.MEMBERS), "SetByVote", t.target, "0x00000000");
      }
      expect(await callers()).to.deep.equal(["trader"]);
      expect(await byVote(change(t, "registerContract", "ORG1", t.target, 0))).to.equal(State.APPROVED);
      await open(t.org1Admin, Opening.MEMBERS);
    });

    it("is a vote alone for a method that a vote has closed, and no longer when the vote says nothing more", async () => {
      expect(await byVote(openedMethod(Opening.NOBODY))).to.equal(State.APPROVED);
      await refused(openMethod(t.org1Admin, Opening.MEMBERS), "SetByVote", t.target, METHOD);
      expect(await byVote(openedMethod(Opening.UNSAID))).to.equal(State.APPROVED);
      await openMethod(t.org1Admin, Opening.NOBODY);
    });

    it("is who the policy says, also by a vote of organisations", async () => {
      await t.as(t.admins[0]).proposePolicy(Op.CONTRACT_ACCESS, aPolicy({ kind: RuleKind.ALL, orgs: ["ORG2"] }));
      await voteThrough(t);
      await open(t.org1Admin, Opening.NOBODY);
      expect(await callers()).to.deep.equal(["member", "trader", "subAdmin"]);
      const id = await lastProposal(t);
      expect((await t.voters.getProposal(id)).op).to.equal(Op.CONTRACT_ACCESS);
      await t.as(t.org2Admin).vote(id, true);
      expect(await stateOf(t, id)).to.equal(State.APPROVED);
      expect(await callers()).to.deep.equal([]);
    });

    it("is a role of the organisation where the policy says so, and the deployer only if it holds that", async () => {
      const policy = aPolicy({ kind: RuleKind.SELF, roles: ["DEPUTY"] });
      await t.as(t.admins[0]).proposePolicy(Op.CONTRACT_ACCESS, policy);
      await voteThrough(t);
      await refused(open(t.member, Opening.NOBODY), "NotOrgAdmin", t.member.address, "ORG1");
      await t.as(t.org1Admin).assignAccountRole(t.stranger, "ORG1", "DEPUTY");
      await open(t.stranger, Opening.NOBODY);
    });

    it("while the organisation is suspended only closes, and only as an admin by vote", async () => {
      await t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND);
      await voteThrough(t);
      await refused(open(t.member, Opening.NOBODY), "OrgNotActive", "ORG1");
      await open(t.org1Admin, Opening.NOBODY);
      await refused(open(t.org1Admin, Opening.MEMBERS), "OrgNotActive", "ORG1");
    });

    it("is no admin whom a vote has removed", async () => {
      await removeAdmin(t, "ORG1", t.org1Admin);
      await refused(open(t.org1Admin, Opening.NOBODY), "NotOrgAdmin", t.org1Admin.address, "ORG1");
    });
  });

  describe("what is said", () => {
    it("has a list exactly where those are meant that are listed, each once, that exist", async () => {
      const [none, org1] = [NONE, ["ORG1"]];
      await refused(open(t.org1Admin, Opening.UNSAID), "OpeningNotAllowed", Opening.UNSAID);
      await refused(open(t.org1Admin, 5n), "OpeningNotAllowed", 5);
      await refused(open(t.org1Admin, Opening.LISTED), "OpeningNotAllowed", Opening.LISTED);
      await refused(open(t.org1Admin, Opening.MEMBERS, org1), "OpeningNotAllowed", Opening.MEMBERS);
      await refused(open(t.org1Admin, Opening.NOBODY, none, ["MEMBER"]), "OpeningNotAllowed", Opening.NOBODY);
      await refused(open(t.org1Admin, Opening.LISTED, ["ORG1", "ORG1"]), "ListedTwice", "ORG1");
      await refused(open(t.org1Admin, Opening.LISTED, none, ["A", "A"]), "ListedTwice", "A");
      await refused(open(t.org1Admin, Opening.LISTED, ["ORG9"]), "OrgUnknown", "ORG9");
      await refused(open(t.org1Admin, Opening.LISTED, none, ["A B"]), "NameNotAllowed");
      const many = Array.from({ length: 33 }, (_, i) => `R${i}`);
      await refused(open(t.org1Admin, Opening.LISTED, none, many), "ListTooLong", 33, 32);
      await refused(open(t.org1Admin, Opening.LISTED, Array<string>(33).fill("ORG1")), "ListTooLong", 33, 32);
      await t.as(t.admins[0]).addOrg("ORG3", ...nodeNamed("ORG3"), t.stranger);
      await refused(open(t.org1Admin, Opening.LISTED, ["ORG3"]), "OrgNotActive", "ORG3");
    });

    it("is something else than before", async () => {
      await refused(open(t.org1Admin, Opening.MEMBERS), "NothingChanges");
      await refused(openMethod(t.org1Admin, Opening.UNSAID), "NothingChanges");
      await open(t.org1Admin, Opening.LISTED, ["ORG1"], ["A"]);
      await refused(open(t.org1Admin, Opening.LISTED, ["ORG1"], ["A"]), "NothingChanges");
      await open(t.org1Admin, Opening.LISTED, ["ORG1"], ["B"]);
      expect(await byVote(opened(Opening.LISTED, ["ORG1"], ["B"]))).to.equal(State.APPROVED);
    });

    it("is told by events and pages", async () => {
      await expect(open(t.org1Admin, Opening.LISTED, ["ORG2"], ["TRADER"]))
        .to.emit(t.contracts, "ContractOpened")
        .withArgs(t.target, "ORG1", Opening.LISTED, ["ORG2"], ["TRADER"], false);
      await expect(openMethod(t.org1Admin, Opening.NOBODY))
        .to.emit(t.contracts, "MethodOpened")
        .withArgs(t.target, METHOD, "ORG1", Opening.NOBODY, [], [], false);
      const [info] = await t.contracts.getContractPage(0, 9);
      expect(info?.target).to.equal(t.target);
      expect([info?.orgId, info?.deployer, info?.methods]).to.deep.equal(["ORG1", t.member.address, 1n]);
      expect([...(info?.opened ?? [])]).to.deep.equal([Opening.LISTED, ["ORG2"], ["TRADER"], false]);
      const [method] = await t.contracts.getMethodPage(t.target, 0, 9);
      expect([...(method?.opened ?? [])]).to.deep.equal([Opening.NOBODY, [], [], false]);
      expect(await t.contracts.getContractPage(1, 9)).to.deep.equal([]);
      expect(await t.contracts.getMethodPage(t.target, 1, 9)).to.deep.equal([]);
    });
  });

  describe("what is open to everybody", () => {
    it("is so by vote alone, and reached by strangers, by proposed accounts, and by members without such a role", async () => {
      await refused(open(t.org1Admin, Opening.EVERYBODY), "OpeningNotAllowed", Opening.EVERYBODY);
      expect(await byVote(opened(Opening.EVERYBODY))).to.equal(State.APPROVED);
      expect(await callers()).to.deep.equal(["member", "trader", "subAdmin", "stranger"]);
      expect(await may(t.stranger, METHOD, t.member.address)).to.equal(false);
      await t.as(t.admins[0]).addOrg("ORG3", ...nodeNamed("ORG3"), t.stranger);
      expect(await statusOf(t, t.stranger)).to.equal(AccountStatus.PROPOSED);
      expect(await may(t.stranger)).to.equal(true);
      await t.as(t.org1Admin).removeRole("MEMBER", "ORG1");
      expect(await may(t.member)).to.equal(true);
      expect(await may(t.member, METHOD, t.stranger.address)).to.equal(false);
    });

    it("is not reached by whom the network or an organisation has shut out", async () => {
      await allowEmergencies(t);
      await byVote(opened(Opening.EVERYBODY));
      for (const person of [t.suspended, t.blacklisted, t.formerAdmin]) expect(await may(person)).to.equal(false);
      await t.as(t.admins[0]).proposeHold("ORG1", t.member, "", DAY);
      await voteThrough(t);
      expect(await may(t.member)).to.equal(false);
      await t.as(t.admins[0]).updateOrgStatus("ORG2", Action.SUSPEND);
      await voteThrough(t);
      expect(await may(t.trader)).to.equal(false);
    });

    it("may be one method of a contract that is closed to others", async () => {
      await byVote(opened(Opening.LISTED, ["ORG2"]), openedMethod(Opening.EVERYBODY));
      expect(await callers()).to.deep.equal(["member", "trader", "subAdmin", "stranger"]);
      expect(await callers(OTHER)).to.deep.equal(["trader"]);
    });
  });

  describe("what nobody has registered", () => {
    it("is closed where the network says so, but accounts and what is registered are not", async () => {
      const contract = await t.orgs.getAddress();
      expect(await may(t.member, METHOD, contract)).to.equal(true);
      await set(Setting.REGISTERED_ONLY, 1n);
      expect(await may(t.member, METHOD, contract)).to.equal(false);
      expect(await may(t.member, METHOD, t.stranger.address)).to.equal(true);
      expect(await may(t.member)).to.equal(true);
      await byVote(change(t, "registerContract", ADMIN_ORG, contract, 0));
      expect(await may(t.member, METHOD, contract)).to.equal(true);
      await set(Setting.REGISTERED_ONLY, 0n);
      expect(await may(t.member, METHOD, await t.roles.getAddress())).to.equal(true);
    });
  });

  describe("deploying", () => {
    const letDeploy = async (orgId: string, deploying: bigint) => {
      await t.as(t.admins[0]).proposeLimit(Setting.DEPLOYING, orgId, deploying);
      await voteThrough(t);
    };

    it("is for organisations that the network lets, with all below them", async () => {
      await set(Setting.DEPLOYING, Deploying.RESTRICTED);
      for (const person of [t.member, t.subAdmin, t.trader]) expect(await mayDeploy(person)).to.equal(false);
      expect(await may(t.member)).to.equal(true);
      await letDeploy("ORG1", Deploying.FREE);
      for (const person of [t.member, t.subAdmin]) expect(await mayDeploy(person)).to.equal(true);
      expect(await mayDeploy(t.trader)).to.equal(false);
      await letDeploy("ORG1", Deploying.AS_NETWORK);
      expect(await mayDeploy(t.member)).to.equal(false);
    });

    it("is taken from one organisation alone", async () => {
      await letDeploy("ORG1", Deploying.RESTRICTED);
      for (const person of [t.member, t.subAdmin]) expect(await mayDeploy(person)).to.equal(false);
      expect(await mayDeploy(t.trader)).to.equal(true);
    });

    it("is set to what there is", async () => {
      const admin = t.as(t.admins[0]);
      for (const [setting, value] of [
        [Setting.DEPLOYING, Deploying.FREE],
        [Setting.REGISTERED_ONLY, 2n],
      ] as const)
        await refused(admin.proposeSetting(setting, value), "SettingNotAllowed", setting, value);
      await refused(admin.proposeLimit(Setting.DEPLOYING, "ORG1", 3n), "SettingNotAllowed", Setting.DEPLOYING, 3n);
      await refused(
        admin.proposeLimit(Setting.REGISTERED_ONLY, "ORG1", 1n),
        "SettingNotAllowed",
        Setting.REGISTERED_ONLY,
        1n,
      );
      await refused(admin.proposeLimit(Setting.DEPLOYING, "ORG1", 0n), "NothingChanges");
    });
  });
});
