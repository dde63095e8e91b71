import { expect } from "chai";
import { ZeroAddress } from "ethers";
import { town } from "../../helpers/cast.js";
import { outcomeOf, refused } from "../../helpers/refused.js";
import {
  linkedSuite,
  type Node,
  nodeNamed,
  ORG_ADMIN,
  type PermInterface,
  type Person,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const fresh = nodeNamed("fresh");
const [enodeId] = fresh;

/** The enode id with the same x: that of the negated private key. */
function mirrored(id: string): string {
  const field = 2n ** 256n - 2n ** 32n - 977n;
  return id.slice(0, 64) + (field - BigInt(`0x${id.slice(64)}`)).toString(16).padStart(64, "0");
}

const BAD_NAMES: Record<string, string> = {
  "a dot": "ORG1.SUB",
  "a dot at the end": "ORG1.",
  "nothing at all": "",
  "a space": "ORG 1",
  "a zero byte": "ORG1\0",
  "a line break": "ORG1\n",
  "a letter outside ASCII": "ÖRG",
  "a letter that looks like another": "ОRG1",
  "a quotation mark": '"ORG1"',
  "a slash": "ORG/1",
  "an at sign": "@ORG",
  "a bracket after the letters": "ORG[",
  "a brace": "{ORG}",
  "a backtick": "`ORG`",
  "65 characters": "A".repeat(65),
  "256 characters": "A".repeat(256),
};

const BAD_ENODE_IDS: Record<string, string> = {
  "127 digits": enodeId.slice(1),
  "129 digits": `${enodeId}0`,
  "130 digits, the first two 0x": `0x${enodeId}`,
  "256 digits": enodeId + enodeId,
  "64 digits": enodeId.slice(64),
  "one upper-case digit": `A${enodeId.slice(1)}`,
  "only upper-case digits": enodeId.toUpperCase(),
  "a g": `${enodeId.slice(1)}g`,
  "the character before 0": `/${enodeId.slice(1)}`,
  "the character after 9": `:${enodeId.slice(1)}`,
  "the character before a": `\`${enodeId.slice(1)}`,
  "the character before A": `@${enodeId.slice(1)}`,
  "a space in the middle": `${enodeId.slice(0, 64)} ${enodeId.slice(65)}`,
  "a zero byte at the end": `${enodeId.slice(1)}\0`,
  "a character of two bytes": `${enodeId.slice(2)}é`,
};

describe("Names, enode ids and addresses are clean", () => {
  const t = useFixture(town);
  let org1: PermInterface;
  let admin: PermInterface;
  let newcomer: Person;

  beforeEach(() => {
    org1 = t.as(t.org1Admin);
    admin = t.as(t.admins[0]);
    [newcomer] = t.free;
  });

  for (const [what, name] of Object.entries(BAD_NAMES)) {
    it(`no organisation and no role has a name with ${what}`, async () => {
      await refused(admin.addOrg(name, ...fresh, newcomer), "NameNotAllowed", name);
      await refused(org1.addSubOrg("ORG1", name, ...fresh), "NameNotAllowed", name);
      await refused(org1.addNewRole(name, "ORG1", 1, false, false), "NameNotAllowed", name);
    });
  }

  for (const name of ["A", "z", "0", "-", "_", "Org_1-b", "A".repeat(64)]) {
    it(`${name.slice(0, 8)} is a name of ${name.length} characters`, async () => {
      await org1.addSubOrg("ORG1", name, "", "", 0, 0);
      await org1.addNewRole(name, "ORG1", 1, false, false);
      expect(await t.orgs.checkOrgExists(`ORG1.${name}`)).to.equal(true);
    });
  }

  // 11 and 20 characters are the longest that are stored together with the rest of an organisation and a role.
  for (const length of [1, 10, 11, 12, 20, 21, 31, 32, 33, 63, 64]) {
    it(`a name of ${length} characters is given back as it was written, at every level`, async () => {
      const name = "N".repeat(length - 1) + "z";
      const id = `ORG1.${name}.${name}`;
      await org1.addSubOrg("ORG1", name, "", "", 0, 0);
      await org1.addSubOrg(`ORG1.${name}`, name, ...fresh);
      await org1.addNewRole(name, id, 1, false, false);
      await org1.assignAccountRole(newcomer, id, name);
      expect(await t.orgs.getOrgDetails(id)).to.deep.equal([name, `ORG1.${name}`, "ORG1", 3n, 2n]);
      expect((await t.nodes.getNodeDetails(fresh[0])).orgId).to.equal(id);
      expect(await t.accounts.getAccountOrgRole(newcomer)).to.deep.equal([id, name]);
    });

    it(`names of ${length} characters are given back by the policy`, async () => {
      const s = await linkedSuite(t);
      const policy = ["O", "A", "B"].map((letter) => letter.repeat(length)) as [string, string, string];
      await s.as(s.operator).setPolicy(...policy);
      await s.as(s.operator).init(3, 4);
      expect(await s.implementation.getPolicyDetails()).to.deep.equal([...policy, false]);
      expect((await s.roles.getRoleDetailsFromIndex(0)).roleId).to.equal(policy[1]);
    });
  }

  for (const [what, bad] of Object.entries(BAD_ENODE_IDS)) {
    it(`no enode id has ${what}`, async () => {
      const node: Node = [bad, "10.0.0.9", 30303, 0];
      await refused(org1.addNode("ORG1", ...node), "EnodeIdNotAllowed", bad);
      await refused(admin.addOrg("ORG3", ...node, newcomer), "EnodeIdNotAllowed", bad);
      await refused(org1.addSubOrg("ORG1", "SUB2", ...node), "EnodeIdNotAllowed", bad);
    });
  }

  it("an organisation's first node cannot be left out", async () => {
    await refused(admin.addOrg("ORG3", "", "10.0.0.9", 1, 0, newcomer), "EnodeIdNotAllowed", "");
    await refused(org1.addNode("ORG1", "", "10.0.0.9", 1, 0), "EnodeIdNotAllowed", "");
  });

  const [x, y] = [enodeId.slice(0, 64), enodeId.slice(64)];
  for (const [what, bad] of [
    ["any 64 bytes", "0123456789abcdef".repeat(8)],
    ["zeros", "0".repeat(128)],
    ["the same half twice", x + x],
    ["the halves of a public key exchanged", y + x],
    ["a public key with another last digit", `${enodeId.slice(0, -1)}${enodeId.endsWith("0") ? "1" : "0"}`],
  ] as const) {
    it(`no enode id is ${what}: nodes stop at what is no point of the curve`, async () => {
      const node: Node = [bad, "10.0.0.9", 30303, 0];
      await refused(org1.addNode("ORG1", ...node), "EnodeIdNotOnCurve", bad);
      await refused(admin.addOrg("ORG3", ...node, newcomer), "EnodeIdNotOnCurve", bad);
      await refused(org1.addSubOrg("ORG1", "SUB2", ...node), "EnodeIdNotOnCurve", bad);
    });
  }

  it("enode ids are given back as they were written, the two of one x too", async () => {
    const names = Array.from({ length: 16 }, (_, i) => `${i}`);
    const ids = names.map((name) => nodeNamed(name)[0]).flatMap((id) => [id, mirrored(id)]);
    const before = Number(await t.nodes.getNumberOfNodes());
    for (const [i, id] of ids.entries()) await org1.addNode("ORG1", id, `10.0.0.${i}`, 30303, 0);
    for (const [i, id] of ids.entries()) {
      expect((await t.nodes.getNodeDetails(id)).enodeId_).to.equal(id);
      const listed = await t.nodes.getNodeDetailsFromIndex(before + i);
      expect([listed.enodeId, listed.ip]).to.deep.equal([id, `10.0.0.${i}`]);
    }
  });

  // GoQuorum nodes end at their next restart when the URL of a blacklisted node does not parse, or its host is unknown.
  const NO_HOSTS = [
    ...["", "a b", "10.0.0.1\0", "höst", "a".repeat(64), "x/y", "::1]", "%", ":", "..", "a:b", "fe80::1%eth0"],
    ...["0.0.0.0", "0.1.2.3", "224.0.0.1", "255.255.255.255", "169.254.1.1", "::", "fe80::1", "ff02::1"],
    ...["010.0.0.1", "10.1", "0x7f000001", "2001:DB8::1", "2001:db8:0:0::1", "::ffff:10.0.0.1"],
  ];
  for (const host of NO_HOSTS) {
    it(`a node does not listen at "${host.slice(0, 12)}"`, async () => {
      const attempt = org1.addNode("ORG1", enodeId, host, 30303, 0);
      await refused(attempt, "HostNotAllowed", host);
      await refused(org1.changeNodeAddress("ORG1", t.node1[0], host, 30303, 0), "HostNotAllowed", host);
    });
  }

  for (const host of ["1.2.3.4", "223.255.255.255", "2001:db8::8a2e:370:7334", "::1"]) {
    it(`a node may listen at ${host.slice(0, 30)}`, async () => {
      await org1.addNode("ORG1", enodeId, host, 30303, 0);
      expect((await t.nodes.getNodeDetails(enodeId)).ip).to.equal(host);
      expect(await t.permInterface.connectionAllowed(enodeId, host, 1)).to.equal(true);
      expect(await t.permInterface.connectionAllowed(enodeId, `${host}0`, 1)).to.equal(false);
      expect(await t.permInterface.connectionAllowed(enodeId, host.slice(1), 1)).to.equal(false);
    });
  }

  it("port 0 is no port", async () => {
    await refused(org1.addNode("ORG1", enodeId, "10.0.0.9", 0, 0), "PortNotAllowed", 0);
    await refused(org1.changeNodeAddress("ORG1", t.node1[0], "10.0.0.9", 0, 0), "PortNotAllowed", 0);
  });

  it("the zero address is not an account", async () => {
    const nobody = ZeroAddress;
    await refused(admin.addOrg("ORG3", ...fresh, nobody), "ZeroAddress");
    await refused(admin.assignAdminRole("ORG1", nobody, ORG_ADMIN), "ZeroAddress");
    await refused(org1.assignAccountRole(nobody, "ORG1", "MEMBER"), "ZeroAddress");
    await refused(t.upgradable.setBootOperator(nobody, true), "ZeroAddress");
    expect(await outcomeOf(t.ethers.deployContract("PermissionsUpgradable", [nobody]))).to.equal("ZeroAddress");
    expect(await outcomeOf(t.ethers.deployContract("OrgManager", [nobody]))).to.equal("ZeroAddress");
    expect(await outcomeOf(t.ethers.deployContract("PermissionsInterface", [nobody]))).to.equal("ZeroAddress");
  });
});
