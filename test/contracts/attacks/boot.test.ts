import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { Op, RuleKind, Setting } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  adminNode,
  BREADTH,
  DEPTH,
  linkedSuite,
  type PermInterface,
  type Person,
  POLICY,
} from "../../helpers/contract-suite.js";
import { change } from "../../helpers/resolutions.js";
import { useFixture } from "../../helpers/use-fixture.js";

const node = adminNode(1);

describe("The boot is closed to strangers", () => {
  const s = useFixture(linkedSuite);
  let stranger: Person;
  let boot: PermInterface;

  beforeEach(() => {
    [stranger] = s.free;
    boot = s.as(s.operator);
  });

  const steps: Record<string, (permInterface: PermInterface, person: Person) => Promise<unknown>> = {
    setPolicy: (permInterface) => permInterface.setPolicy(...POLICY),
    init: (permInterface) => permInterface.init(BREADTH, DEPTH),
    setAtBoot: (permInterface) => permInterface.setAtBoot(Setting.HOST_NAMES, 1),
    addAdminNode: (permInterface) => permInterface.addAdminNode(...node),
    addAdminAccount: (permInterface, person) => permInterface.addAdminAccount(person),
    updateNetworkBootStatus: (permInterface) => permInterface.updateNetworkBootStatus(),
  };

  for (const [name, step] of Object.entries(steps)) {
    it(`${name} is refused to everyone but the boot operators, including future network admins`, async () => {
      for (const person of [stranger, s.admins[0]]) {
        await refused(step(s.as(person), person), "NotBootOperator", person.address);
      }
    });

    it(`${name} is refused to an operator that the guardian has dismissed`, async () => {
      await s.upgradable.setBootOperator(s.operator, false);
      await refused(step(boot, stranger), "NotBootOperator", s.operator.address);
    });

    it(`${name} is refused to the operators once the network has booted`, async () => {
      await boot.setPolicy(...POLICY);
      await boot.init(BREADTH, DEPTH);
      await boot.addAdminAccount(s.admins[0]);
      await boot.updateNetworkBootStatus();
      await refused(step(boot, stranger), "AlreadyBooted");
      await refused(step(s.as(s.guardian), stranger), "AlreadyBooted");
    });
  }

  it("only the guardian names operators", async () => {
    const attempt = s.upgradable.connect(stranger).setBootOperator(stranger, true);
    await refused(attempt, "NotGuardian", stranger.address);
    await s.upgradable.setBootOperator(stranger, true);
    await s.as(stranger).setPolicy(...POLICY);
    expect(await s.upgradable.isBootOperator(stranger)).to.equal(true);
  });

  it("an operator that has booted the network is not its admin", async () => {
    await boot.setPolicy(...POLICY);
    await boot.init(BREADTH, DEPTH);
    await boot.addAdminAccount(s.admins[0]);
    await boot.updateNetworkBootStatus();
    expect(await s.permInterface.isNetworkAdmin(s.operator)).to.equal(false);
    await refused(boot.addOrg("ORG1", ...node, stranger), "NotAVoter", s.operator.address);
  });

  it("each step needs the one before it", async () => {
    await refused(boot.init(BREADTH, DEPTH), "PolicyMissing");
    await boot.setPolicy(...POLICY);
    await refused(boot.addAdminNode(...node), "NotSetUp");
    await refused(boot.addAdminAccount(stranger), "NotSetUp");
    await refused(boot.updateNetworkBootStatus(), "NoNetworkAdmin");
    await boot.init(BREADTH, DEPTH);
    await refused(boot.updateNetworkBootStatus(), "NoNetworkAdmin");
  });

  it("the policy may be corrected until init and stands from then on, and init runs once", async () => {
    await boot.setPolicy("WRONG", "WRONG", "WRONGER");
    await boot.setPolicy(...POLICY);
    await boot.init(BREADTH, DEPTH);
    await refused(boot.setPolicy("EVIL", "A", "B"), "AlreadySetUp");
    await refused(boot.init(BREADTH, DEPTH), "AlreadySetUp");
    expect(await s.implementation.getPolicyDetails()).to.deep.equal([...POLICY, false]);
  });

  it("the two admin roles have different names, and all names are clean", async () => {
    await refused(boot.setPolicy(ADMIN_ORG, "ADMIN", "ADMIN"), "AdminRolesAlike", "ADMIN");
    await refused(boot.setPolicy("A.B", "ADMIN", "ORGADMIN"), "NameNotAllowed", "A.B");
    await refused(boot.setPolicy(ADMIN_ORG, "", "ORGADMIN"), "NameNotAllowed", "");
    await refused(boot.setPolicy(ADMIN_ORG, "ADMIN", "ORG ADMIN"), "NameNotAllowed", "ORG ADMIN");
  });

  it("breadth and depth are within limits that the checks can walk", async () => {
    await boot.setPolicy(...POLICY);
    for (const [breadth, depth] of [
      [0n, 4n],
      [3n, 0n],
      [3n, 33n],
      [1n << 32n, 4n],
    ] as const) {
      await refused(boot.init(breadth, depth), "LimitsNotAllowed", breadth, depth);
    }
    await boot.init(1, 32);
  });

  it("an account becomes network admin once, and the zero address never", async () => {
    await boot.setPolicy(...POLICY);
    await boot.init(BREADTH, DEPTH);
    await boot.addAdminAccount(s.admins[0]);
    await refused(boot.addAdminAccount(s.admins[0]), "AccountInUse", s.admins[0].address, 2);
    await refused(boot.addAdminAccount(ZeroAddress), "ZeroAddress");
    await boot.addAdminNode(...node);
    await refused(boot.addAdminNode(...node), "NodeExists", node[0]);
  });

  it("until it is over every transaction and every connection is allowed, and not afterwards", async () => {
    const allowed = async (): Promise<boolean[]> => [
      await s.permInterface.transactionAllowed(stranger, stranger, 1, 0, 0, "0x"),
      await s.permInterface.connectionAllowed(node[0], node[1], node[2]),
    ];
    expect(await allowed()).to.deep.equal([true, true]);
    await boot.setPolicy(...POLICY);
    await boot.init(BREADTH, DEPTH);
    await boot.addAdminAccount(s.admins[0]);
    expect(await allowed()).to.deep.equal([true, true]);
    await boot.updateNetworkBootStatus();
    expect(await allowed()).to.deep.equal([false, false]);
  });

  it("until it is over no one can propose: the first network admin would be the whole electorate", async () => {
    await boot.setPolicy(...POLICY);
    await boot.init(BREADTH, DEPTH);
    await boot.addAdminAccount(s.admins[0]);
    const early = s.as(s.admins[0]);
    await refused(early.proposeRule(Op.ASSIGN_ADMIN, RuleKind.ANY, 0, 0), "NotBooted");
    await refused(early.addOrg("ORG1", ...node, stranger), "NotBooted");
    const limit = change(s, "proposeSetting", Setting.NODES, 1);
    await refused(early.proposeChanges([limit]), "NotBooted");
    await refused(early.assignAdminRole(POLICY[0], stranger, POLICY[1]), "OrgNotActive", POLICY[0]);
  });

  it("until it is over the first network admin cannot take the accounts and nodes of the others for itself", async () => {
    await boot.setPolicy(...POLICY);
    await boot.init(BREADTH, DEPTH);
    await boot.addAdminAccount(s.admins[0]);
    const early = s.as(s.admins[0]);
    const [org] = POLICY;
    await refused(early.addNewRole("X", org, 0, false, false), "OrgNotActive", org);
    await refused(early.addNode(org, ...node), "OrgNotActive", org);
    await refused(early.addSubOrg(org, "OPS", "", "", 0, 0), "OrgNotActive", org);
    await boot.addAdminAccount(s.admins[1]);
    await boot.addAdminNode(...node);
    await boot.updateNetworkBootStatus();
    await s.as(s.admins[0]).addNewRole("X", org, 0, false, false);
  });

  it("the guardian's successor takes its place as boot operator too", async () => {
    await s.upgradable.transferGuardian(stranger);
    await s.upgradable.connect(stranger).acceptGuardian();
    await refused(s.as(s.guardian).setPolicy(...POLICY), "NotBootOperator", s.guardian.address);
    await s.as(stranger).setPolicy(...POLICY);
  });

  it("its end is announced by the implementation, where nodes wait for it", async () => {
    await boot.setPolicy(...POLICY);
    await boot.init(BREADTH, DEPTH);
    await boot.addAdminAccount(s.admins[0]);
    await expect(boot.updateNetworkBootStatus()).to.emit(s.implementation, "PermissionsInitialized").withArgs(true);
    expect(await s.permInterface.getNetworkBootStatus()).to.equal(true);
  });
});
