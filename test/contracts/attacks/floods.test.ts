import { expect } from "chai";
import { type Town, town } from "../../helpers/cast.js";
import { LIMIT_AT_FIRST, Setting, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  join,
  movedTo,
  nodeNamed,
  type PermInterface,
  stateOf,
  voteDown,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const DAY = 24 * 60 * 60;

const { NODES, ACCOUNTS, ROLES, SUB_ORGS, MOVES } = Setting;

/** One way of filling up the nodes' caches: an admin of ORG1 adds one thing after the other, here and there in its tree. */
interface Flood {
  name: string;
  setting: bigint;
  /** The organisation that the `n`th is added to. */
  place: (n: number) => string;
  add: (t: Town, admin: PermInterface, orgId: string, n: number) => Promise<unknown>;
  /** How many the town has of them already, with all below ORG1. */
  before: number;
}

const accountNo = (n: number): string => `0xacc${n.toString(16).padStart(37, "0")}`;

const inTurns = (n: number): string => (n % 2 === 0 ? "ORG1" : "ORG1.SUB1");

const FLOODS: readonly Flood[] = [
  {
    name: "nodes",
    setting: NODES,
    place: inTurns,
    add: async (_, admin, orgId, n) => await admin.addNode(orgId, ...nodeNamed(`flood ${n}`)),
    before: 1,
  },
  {
    name: "accounts",
    setting: ACCOUNTS,
    place: inTurns,
    add: async (_, admin, orgId, n) => await admin.assignAccountRole(accountNo(n), orgId, "MEMBER"),
    before: 4,
  },
  {
    name: "roles",
    setting: ROLES,
    place: inTurns,
    add: async (_, admin, orgId, n) => await admin.addNewRole(`R${n}`, orgId, 0, false, false),
    before: 2,
  },
  {
    name: "sub-organisations",
    setting: SUB_ORGS,
    place: (n) => ["ORG1", "ORG1.SUB1", "ORG1.SUB1.S1"][Math.min(n, 2)] ?? "",
    add: async (_, admin, orgId, n) => await admin.addSubOrg(orgId, `S${n}`, "", "", 0, 0),
    before: 1,
  },
  {
    name: "moves on one day",
    setting: MOVES,
    place: inTurns,
    add: async (t, admin, orgId, n) =>
      await admin.changeNodeAddress(orgId, ...movedTo(orgId === "ORG1" ? t.node1 : t.subNode, `10.9.0.${n}`)),
    before: 0,
  },
];

/** The limit of all organisations, or of one. */
async function setLimit(t: Town, setting: bigint, value: number, orgId?: string): Promise<bigint> {
  const admin = t.as(t.admins[0]);
  if (orgId === undefined) await admin.proposeSetting(setting, value);
  else await admin.proposeLimit(setting, orgId, value);
  return await voteThrough(t);
}

describe("A flood from one organisation", () => {
  const t = useFixture(town);
  let admin: PermInterface;

  beforeEach(async () => {
    admin = t.as(t.org1Admin);
    // The tests begin their moves early on a day.
    const now = await t.networkHelpers.time.latest();
    await t.networkHelpers.time.increaseTo((Math.floor(now / DAY) + 1) * DAY + 60);
  });

  for (const flood of FLOODS) {
    const { name, setting, place, before } = flood;
    const limit = before + 3;
    const add = async (n: number, who = admin): Promise<unknown> => await flood.add(t, who, place(n), n);

    it(`of ${name} ends at the limit of the whole tree, whoever adds them and wherever`, async () => {
      await setLimit(t, setting, limit);
      for (let n = 0; n < 3; n++) await add(n);
      await refused(add(3), "LimitReached", place(3), setting, limit);
      await refused(add(3, t.as(t.subAdmin)), "LimitReached", place(3), setting, limit);
    });

    it(`of ${name} leaves the others what they need`, async () => {
      await setLimit(t, setting, limit);
      for (let n = 0; n < 3; n++) await add(n);
      const other = t.as(t.org2Admin);
      await other.addNode("ORG2", ...nodeNamed("another"));
      await other.addNewRole("CLERK", "ORG2", 0, false, false);
      await other.assignAccountRole(t.free[0], "ORG2", "CLERK");
      await other.addSubOrg("ORG2", "SUB1", "", "", 0, 0);
      await other.changeNodeAddress("ORG2", ...movedTo(t.node2, "10.0.2.7"));
    });

    it(`of ${name} may be given more room by vote, for the organisation alone, and less again`, async () => {
      await setLimit(t, setting, limit);
      await setLimit(t, setting, limit + 1, "ORG1");
      for (let n = 0; n < 4; n++) await add(n);
      await refused(add(4), "LimitReached", place(4), setting, limit + 1);
      await setLimit(t, setting, 0, "ORG1");
      await refused(add(4), "LimitReached", place(4), setting, limit);
    });
  }

  it("has a limit before anybody has set one", async () => {
    const breadthIsNarrower = SUB_ORGS;
    for (const { setting, place, before, add } of FLOODS.filter(({ setting }) => setting !== breadthIsNarrower)) {
      const first = LIMIT_AT_FIRST[String(setting)];
      if (first === undefined) throw new Error("the setting has no limit");
      const last = first - before;
      for (let n = 0; n < last; n++) await add(t, admin, place(n), n);
      await refused(add(t, admin, place(last), last), "LimitReached", place(last), setting, first);
    }
  });

  it("goes on moving nodes on the next day", async () => {
    await setLimit(t, MOVES, 1);
    await admin.changeNodeAddress("ORG1", ...movedTo(t.node1, "10.9.0.1"));
    await refused(admin.changeNodeAddress("ORG1", ...movedTo(t.node1, "10.9.0.2")), "LimitReached", "ORG1", MOVES, 1);
    await t.networkHelpers.time.increase(DAY);
    await admin.changeNodeAddress("ORG1", ...movedTo(t.node1, "10.9.0.2"));
  });

  it("is counted from the first organisation to those whose tallies are in further words", async () => {
    await setLimit(t, NODES, 2);
    for (let n = 3; n <= 31; n++) {
      const person = await t.ethers.getImpersonatedSigner(accountNo(n));
      await t.networkHelpers.setBalance(person.address, 10n ** 18n);
      await join(t, `ORG${n}`, person);
      for (const name of ["a", "b"]) await t.as(person).addNode(`ORG${n}`, ...nodeNamed(`${n}${name}`));
      await refused(t.as(person).addNode(`ORG${n}`, ...nodeNamed(`${n}c`)), "LimitReached", `ORG${n}`, NODES, 2);
    }
    const use = await t.nodes.getUsePage(0, 40);
    expect(use.map(({ added }) => Number(added))).to.deep.equal([
      0,
      1,
      0,
      0,
      ...Array<number>(29).fill(2),
      ...Array<number>(7).fill(0),
    ]);
  });

  it("does not keep the network from deciding: what it votes is not counted", async () => {
    await setLimit(t, ACCOUNTS, 1);
    await t.as(t.admins[0]).assignAdminRole("ORG1", t.free[0], "ORGADMIN");
    await voteThrough(t);
    expect(await t.permInterface.isOrgAdmin(t.free[0], "ORG1")).to.equal(true);
  });
});

describe("Limits are set by vote", () => {
  const t = useFixture(town);
  let admin: PermInterface;

  beforeEach(() => {
    admin = t.as(t.admins[0]);
  });

  it("for all, or for one organisation without parent that there is", async () => {
    for (const setting of [NODES, ACCOUNTS, ROLES, SUB_ORGS, MOVES]) {
      await refused(admin.proposeSetting(setting, 32768), "SettingNotAllowed", setting, 32768);
      await refused(admin.proposeLimit(setting, "ORG1", 32768), "SettingNotAllowed", setting, 32768);
      await refused(admin.proposeSetting(setting, 0), "NothingChanges");
      await refused(admin.proposeLimit(setting, "ORG1", 0), "NothingChanges");
      await refused(admin.proposeLimit(setting, "ORG1.SUB1", 7), "OrgNotTopLevel", "ORG1.SUB1");
      await refused(admin.proposeLimit(setting, "ORG9", 7), "OrgUnknown", "ORG9");
      expect(await stateOf(t, await setLimit(t, setting, 32767))).to.equal(State.APPROVED);
      expect(await stateOf(t, await setLimit(t, setting, 32767, "ORG1"))).to.equal(State.APPROVED);
      expect(await stateOf(t, await setLimit(t, setting, 1, ADMIN_ORG))).to.equal(State.APPROVED);
    }
    for (const setting of [Setting.IP_CHECK, Setting.HOST_NAMES]) {
      await refused(admin.proposeLimit(setting, "ORG1", 0), "SettingNotAllowed", setting, 0);
    }
    await refused(admin.proposeLimit(9, "ORG1", 1), "SettingUnknown", 9);
    await admin.addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
    await refused(admin.proposeLimit(NODES, "ORG3", 1), "OrgNotActive", "ORG3");
  });

  it("and are what they were when the vote fails", async () => {
    await admin.proposeLimit(NODES, "ORG1", 1);
    await voteDown(t);
    expect(await t.nodes.limitOf(2)).to.equal(0n);
    await t.as(t.org1Admin).addNode("ORG1", ...nodeNamed("one more"));
  });
});
