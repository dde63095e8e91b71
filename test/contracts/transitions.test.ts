import { expect } from "chai";
import { town } from "../helpers/cast.js";
import { AccountStatus, Action, NodeStatus, OrgStatus, Setting, State } from "../data/codes.js";
import { outcomeOf } from "../helpers/refused.js";
import {
  lastProposal,
  makeAdmin,
  nodeNamed,
  ORG_ADMIN,
  stateOf,
  voteDown,
  voteThrough,
} from "../helpers/contract-suite.js";
import { useFixture } from "../helpers/use-fixture.js";

const ACTIONS = { ...Action, "assign a role": 0n, recover: -1n };
type ActionName = keyof typeof ACTIONS;
type Table<Status extends string> = Record<Status, Partial<Record<ActionName, Status>>>;

const nameOf = (codes: Record<string, bigint>, code: bigint): string =>
  Object.keys(codes).find((name) => codes[name] === code) ?? code.toString();

describe("The transitions of an account", () => {
  const t = useFixture(town);

  beforeEach(async () => {
    await t.as(t.org1Admin).addNewRole("OTHER", "ORG1", 1, false, false);
  });

  /** How an account gets into each status. */
  const REACH = {
    NONE: () => Promise.resolve(t.stranger),
    ACTIVE: () => Promise.resolve(t.member),
    SUSPENDED: () => Promise.resolve(t.suspended),
    BLACKLISTED: () => Promise.resolve(t.blacklisted),
    REVOKED: async () => {
      await makeAdmin(t, "ORG1", t.member, ORG_ADMIN);
      await makeAdmin(t, "ORG1", t.free[0], ORG_ADMIN);
      await t.as(t.free[0]).assignAccountRole(t.member, "ORG1", "MEMBER");
      return t.member;
    },
    RECOVERY_PROPOSED: async () => {
      await t.as(t.admins[0]).startBlacklistedAccountRecovery("ORG1", t.blacklisted);
      return t.blacklisted;
    },
    PROPOSED: async () => {
      await t.as(t.admins[0]).assignAdminRole("ORG1", t.stranger, ORG_ADMIN);
      return t.stranger;
    },
  };

  const TABLE: Table<keyof typeof REACH> = {
    NONE: { "assign a role": "ACTIVE" },
    PROPOSED: {},
    ACTIVE: { SUSPEND: "SUSPENDED", BLACKLIST: "BLACKLISTED", "assign a role": "ACTIVE" },
    SUSPENDED: { ACTIVATE: "ACTIVE", BLACKLIST: "BLACKLISTED", "assign a role": "SUSPENDED" },
    BLACKLISTED: { recover: "RECOVERY_PROPOSED" },
    REVOKED: { ACTIVATE: "ACTIVE", BLACKLIST: "BLACKLISTED", "assign a role": "REVOKED" },
    RECOVERY_PROPOSED: {},
  };

  for (const [from, allowed] of Object.entries(TABLE)) {
    for (const [name, action] of Object.entries(ACTIONS)) {
      const to = allowed[name as ActionName];
      it(`${from}, ${name}: ${to ?? "refused"}`, async () => {
        const account = await REACH[from as keyof typeof REACH]();
        const holder = (await t.permInterface.isOrgAdmin(t.org1Admin, "ORG1")) ? t.org1Admin : t.free[0];
        const org1 = t.as(holder);
        const act =
          {
            "assign a role": () => org1.assignAccountRole(account, "ORG1", "OTHER"),
            recover: () => t.as(t.admins[0]).startBlacklistedAccountRecovery("ORG1", account),
          }[name] ?? (() => org1.updateAccountStatus("ORG1", account, action));
        expect((await outcomeOf(act())) === "allowed").to.equal(to !== undefined);
        expect(nameOf(AccountStatus, await t.accounts.getAccountStatus(account))).to.equal(to ?? from);
      });
    }
  }
});

describe("The transitions of a node", () => {
  const t = useFixture(town);

  const act = async (action: bigint): Promise<unknown> =>
    await t.as(t.org1Admin).updateNodeStatus("ORG1", ...t.node1, action);
  const recover = async (): Promise<unknown> =>
    await t.as(t.admins[0]).startBlacklistedNodeRecovery("ORG1", ...t.node1);

  const REACH = {
    APPROVED: () => Promise.resolve(),
    DEACTIVATED: () => act(Action.SUSPEND),
    BLACKLISTED: () => act(Action.BLACKLIST),
    RECOVERY_PROPOSED: async () => {
      await act(Action.BLACKLIST);
      await recover();
    },
  };

  const TABLE: Table<keyof typeof REACH> = {
    APPROVED: { SUSPEND: "DEACTIVATED", BLACKLIST: "BLACKLISTED" },
    DEACTIVATED: { ACTIVATE: "APPROVED", BLACKLIST: "BLACKLISTED" },
    BLACKLISTED: { recover: "RECOVERY_PROPOSED" },
    RECOVERY_PROPOSED: {},
  };

  for (const [from, allowed] of Object.entries(TABLE)) {
    for (const name of [...Object.keys(Action), "recover"]) {
      const to = allowed[name as ActionName];
      it(`${from}, ${name}: ${to ?? "refused"}`, async () => {
        await REACH[from as keyof typeof REACH]();
        const attempt = name === "recover" ? recover() : act(ACTIONS[name as ActionName]);
        expect((await outcomeOf(attempt)) === "allowed").to.equal(to !== undefined);
        expect(nameOf(NodeStatus, (await t.nodes.getNodeDetails(t.node1[0])).nodeStatus)).to.equal(to ?? from);
      });
    }
  }

  it("a proposed node, of a proposed organisation, is for the vote alone", async () => {
    const node = nodeNamed("ORG3");
    await t.as(t.admins[0]).addOrg("ORG3", ...node, t.free[0]);
    for (const action of Object.values(Action)) {
      for (const person of [t.free[0], t.admins[0], t.org1Admin]) {
        expect(await outcomeOf(t.as(person).updateNodeStatus("ORG3", ...node, action))).to.equal("NotOrgAdmin");
      }
    }
    expect((await t.nodes.getNodeDetails(node[0])).nodeStatus).to.equal(NodeStatus.PROPOSED);
  });
});

describe("The transitions of an organisation", () => {
  const t = useFixture(town);

  const propose = async (action: bigint): Promise<unknown> => await t.as(t.admins[0]).updateOrgStatus("ORG3", action);
  const join = async (): Promise<unknown> => await t.as(t.admins[0]).addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);

  const REACH: Record<string, (() => Promise<unknown>)[]> = {
    NONE: [],
    PROPOSED: [join],
    APPROVED: [join, () => voteThrough(t)],
    SUSPENSION_PROPOSED: [join, () => voteThrough(t), () => propose(1n)],
    SUSPENDED: [join, () => voteThrough(t), () => propose(1n), () => voteThrough(t)],
    RESTORATION_PROPOSED: [join, () => voteThrough(t), () => propose(1n), () => voteThrough(t), () => propose(2n)],
  };

  const STEPS: Record<string, () => Promise<unknown>> = {
    addOrg: join,
    suspend: () => propose(Action.SUSPEND),
    restore: () => propose(Action.ACTIVATE),
    pass: () => voteThrough(t),
    fail: () => voteDown(t),
  };

  const TABLE: Record<string, Record<string, string>> = {
    NONE: { addOrg: "PROPOSED" },
    PROPOSED: { pass: "APPROVED", fail: "NONE" },
    APPROVED: { suspend: "SUSPENSION_PROPOSED" },
    SUSPENSION_PROPOSED: { pass: "SUSPENDED", fail: "APPROVED" },
    SUSPENDED: { restore: "RESTORATION_PROPOSED" },
    RESTORATION_PROPOSED: { pass: "APPROVED", fail: "SUSPENDED" },
  };

  for (const [from, allowed] of Object.entries(TABLE)) {
    for (const [name, step] of Object.entries(STEPS)) {
      const to = allowed[name];
      const isVote = name === "pass" || name === "fail";
      if (isVote && to === undefined) continue;
      it(`${from}, ${name}: ${to ?? "refused"}`, async () => {
        for (const reach of REACH[from] ?? []) await reach();
        expect((await outcomeOf(step())) === "allowed").to.equal(to !== undefined);
        const page = await t.orgs.getOrgPage(0, 100);
        const status = page.find(({ fullId }) => fullId === "ORG3")?.status ?? 0n;
        expect(nameOf(OrgStatus, status)).to.equal(to ?? from);
      });
    }
  }
});

describe("The states of a proposal", () => {
  const t = useFixture(town);

  beforeEach(async () => {
    await t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
  });

  const END: Record<string, (id: bigint) => Promise<unknown>> = {
    APPROVED: (id) => voteThrough(t, id),
    REJECTED: (id) => voteDown(t, id),
    WITHDRAWN: (id) => t.as(t.admins[0]).withdraw(id),
    EXPIRED: async (id) => {
      await t.networkHelpers.time.increase(31 * 24 * 3600);
      await t.as(t.stranger).close(id);
    },
  };

  for (const [state, end] of Object.entries(END)) {
    it(`${state} is final: it is neither voted on, withdrawn nor closed again`, async () => {
      const id = await lastProposal(t);
      expect(await stateOf(t, id)).to.equal(State.OPEN);
      await end(id);
      const permInterface = t.as(t.admins[0]);
      for (const attempt of [
        () => permInterface.vote(id, true),
        () => permInterface.withdraw(id),
        () => permInterface.close(id),
      ]) {
        expect(await outcomeOf(attempt())).to.equal("ProposalNotOpen");
      }
      expect(nameOf(State, await stateOf(t, id))).to.equal(state);
      expect(await t.voters.getOpenProposals(0, 10)).to.have.length(0);
    });
  }
});
