import { expect } from "chai";
import type { Account, Org, Proposal, Role, Subject } from "../../../src/model/records.js";
import { proposeRule } from "../../../src/actions/network-settings.js";
import { proposeAdminRemoval } from "../../../src/actions/admins.js";
import { castVote } from "../../../src/actions/votes.js";
import type { SettingName, SettingValue } from "../../../src/model/codes.js";
import type { RightsChange } from "../../../src/read/rights-change.js";
import { changeOf, decidesAlone, readChangeBy, readWhoLoses, whoLoses } from "../../../src/read/rights-taken.js";
import { aProposal } from "../audit/a-network.js";
import { ADMIN, type Deployed, deployed, SECOND } from "../../helpers/deployed.js";

function org(id: string, status: Org["status"] = "approved"): Org {
  return {
    id,
    parent: null,
    top: id.split(".")[0] ?? id,
    level: 1,
    status,
    heldUntil: null,
    suspendedUntil: null,
    proposal: null,
  };
}

function role(inOrg: string, name: string, access: Role["access"], active = true): Role {
  return {
    org: inOrg,
    name,
    access,
    kind: "custom",
    admin: false,
    voter: false,
    active,
    status: active ? "active" : "removed",
  };
}

function account(address: string, inOrg: string, roleName: string, others: Partial<Account> = {}): Account {
  const usual = {
    status: "active",
    orgAdmin: false,
    effective: true,
    heldUntil: null,
    endsAt: null,
    ended: false,
    proposal: null,
  } as const;
  return { address, org: inOrg, role: roleName, ...usual, ...others };
}

const HOLDERS = {
  settings: { orgAdminRole: "ORGADMIN" },
  orgs: [
    org("ADMINORG"),
    org("ORG1"),
    org("ORG1.SUB1"),
    org("ORG10"),
    org("ORG2", "suspended"),
    org("ORG3", "suspension proposed"),
  ],
  roles: [
    role("ORG1", "CLERK", "transfer+call"),
    role("ORG1", "READER", "read-only"),
    role("ORG1", "BOSS", "full"),
    role("ORG1.SUB1", "CLERK", "call"),
    role("ORG10", "CLERK", "full"),
  ],
  accounts: [
    account("admin", "ADMINORG", "ADMIN"),
    account("boss", "ORG1", "ORGADMIN", { orgAdmin: true }),
    account("clerk", "ORG1", "CLERK"),
    account("below", "ORG1.SUB1", "CLERK"),
    account("suspended", "ORG1", "CLERK", { status: "suspended" }),
    account("without", "ORG1", "OLD", { effective: false }),
    account("other", "ORG10", "CLERK"),
    account("of a suspended one", "ORG2", "CLERK"),
    account("of one to be suspended", "ORG3", "CLERK"),
  ],
};

describe("the accounts that lose a right", () => {
  const assignment = (account: string, roleName: string): RightsChange => ({
    about: "assignment",
    account,
    org: account === "below" ? "ORG1.SUB1" : "ORG1",
    role: roleName,
  });

  const table: [what: string, change: RightsChange, losers: string[]][] = [
    ["an account that is suspended", { about: "account", account: "clerk" }, ["clerk"]],
    ["no account that has no right", { about: "account", account: "suspended" }, []],
    ["no account whose role was removed", { about: "account", account: "without" }, []],
    ["no account of a suspended organisation", { about: "account", account: "of a suspended one" }, []],
    [
      "an account of an organisation whose suspension is only proposed",
      { about: "account", account: "of one to be suspended" },
      ["of one to be suspended"],
    ],
    ["an account that gets a role which covers less", assignment("clerk", "READER"), ["clerk"]],
    ["no account that gets a role which covers as much", assignment("clerk", "BOSS"), []],
    ["an account whose new role is not there", assignment("clerk", "NOWHERE"), ["clerk"]],
    ["where a role's name means two, by both of them", assignment("below", "CLERK"), ["below"]],
    [
      "the holders of a removed role, also further down, and of no other organisation's",
      { about: "role", org: "ORG1", role: "CLERK" },
      ["clerk", "below"],
    ],
    ["the holders of a role further down alone", { about: "role", org: "ORG1.SUB1", role: "CLERK" }, ["below"]],
    ["all of an organisation's tree", { about: "org", org: "ORG1" }, ["boss", "clerk", "below"]],
    [
      "the admin whose place another one takes",
      { about: "appointment", org: "ORG1", account: "clerk", role: "ORGADMIN" },
      ["boss"],
    ],
    [
      "those whose role lets them deploy, when deploying is restricted",
      { about: "kind", kind: "deploy", org: null },
      ["other"],
    ],
    [
      "those of an organisation that call, and below it",
      { about: "kind", kind: "call", org: "ORG1" },
      ["clerk", "below"],
    ],
    [
      "no network admin when there is one more",
      { about: "appointment", org: "ADMINORG", account: "new", role: "ADMIN" },
      [],
    ],
  ];
  for (const [what, change, losers] of table) {
    it(`are ${what}`, () => {
      expect(whoLoses(change, HOLDERS)).to.deep.equal(losers);
    });
  }
});

describe("what a proposal takes away", () => {
  const proposal = (operation: Proposal["operation"], about: Partial<Subject>): Proposal =>
    aProposal(1, operation, about);

  const setting = (
    name: SettingName,
    value: SettingValue,
    kind?: "deploy" | "call",
    org: string | null = null,
  ): [Proposal, RightsChange | undefined] => [
    proposal("change-setting", { org, setting: { setting: name, value } }),
    kind && { about: "kind", kind, org },
  ];
  const settings = [
    setting("registered-only", true, "call"),
    setting("registered-only", false),
    setting("restrict-deploying", true, "deploy"),
    setting("restrict-deploying", false),
    setting("restrict-deploying", "restricted", "deploy", "ORG1"),
    setting("restrict-deploying", "as-network", "deploy", "ORG1"),
    setting("restrict-deploying", "free", undefined, "ORG1"),
    setting("ip-check", false),
  ];
  const table: [Proposal, RightsChange | undefined][] = [
    [proposal("suspend-org", { org: "ORG1" }), { about: "org", org: "ORG1" }],
    [proposal("remove-admin", { org: "ORG1", account: "boss" }), { about: "account", account: "boss" }],
    [
      proposal("appoint-admin", { org: "ORG1", account: "clerk", role: "ORGADMIN" }),
      { about: "appointment", org: "ORG1", account: "clerk", role: "ORGADMIN" },
    ],
    [proposal("restore-org", { org: "ORG1" }), undefined],
    ...settings,
    [proposal("add-org", { org: "ORG1", account: "boss" }), undefined],
    [proposal("recover-account", { org: "ORG1", account: "clerk" }), undefined],
    [proposal("change-setting", { setting: { setting: "ip-check", value: true } }), undefined],
  ];
  for (const [proposed, change] of table) {
    it(`is known for the operation ${proposed.operation}`, () => {
      expect(changeOf(proposed)).to.deep.equal(change);
    });
  }
});

describe("a vote that takes a right away", () => {
  const removal: RightsChange = { about: "account", account: SECOND };
  let stage: Deployed;
  let id: number;

  beforeEach(async () => {
    stage = await deployed();
    [id = 0] = (await proposeAdminRemoval(stage.as(ADMIN), { org: "ADMINORG", account: SECOND })).opened;
  });

  afterEach(() => {
    stage.remove();
  });

  const changeBy = (vote: "for" | "against" | "none") => readChangeBy(stage.network, { id, vote });

  it("is the one for it that suffices", async () => {
    expect(await changeBy("for")).to.equal(undefined);
    await castVote(stage.as(ADMIN), { id, support: true });
    expect(await changeBy("for")).to.deep.equal(removal);
    expect(await changeBy("against")).to.equal(undefined);
    expect(await readWhoLoses(stage.network, removal)).to.deep.equal([SECOND]);
  });

  it("is any one, and closing it, once the votes for it suffice by another rule", async () => {
    await castVote(stage.as(ADMIN), { id, support: true });
    expect(await decidesAlone(stage.network, "remove-admin")).to.equal(false);
    await stage.decide(proposeRule(stage.as(ADMIN), { operation: "remove-admin", kind: "any" }));
    expect(await decidesAlone(stage.network, "remove-admin")).to.equal(true);
    for (const vote of ["for", "against", "none"] as const) expect(await changeBy(vote)).to.deep.equal(removal);
  });

  it("is none once the proposal is over", async () => {
    for (const admin of [ADMIN, SECOND]) await castVote(stage.as(admin), { id, support: true });
    expect(await changeBy("for")).to.equal(undefined);
  });
});
