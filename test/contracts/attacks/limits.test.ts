import { expect } from "chai";
import { type Town, town } from "../../helpers/cast.js";
import { Action, Op, PROPOSAL_LIFETIME, RuleKind, Setting, State } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  join,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  nodeNamed,
  type Person,
  removeAdmin,
  stateOf,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

/** So many records a list holds. */
const MOST = 2n ** 23n - 1n;
/** So many proposals there are, and so many voters there ever were. */
const MOST_NUMBERED = 2n ** 24n - 1n;
const MOST_ADMINS = 2n ** 16n - 1n;

/** Where the counts stand in the first storage slot of their managers, as snapshots/storage.json, Counts and Totals have
 *  it. */
const COUNTS = {
  orgs: ["orgs", 0n, 24n],
  roles: ["roles", 0n, 24n],
  accounts: ["accounts", 0n, 24n],
  nodes: ["nodes", 0n, 24n],
  votersEver: ["voters", 0n, 24n],
  votersNow: ["voters", 24n, 16n],
  proposals: ["voters", 40n, 24n],
  departures: ["voters", 64n, 24n],
  oldestOpen: ["voters", 88n, 24n],
} as const;

/** A network whose list is almost full: filling one would take too long. What lies between was never written. */
async function setCount(t: Town, name: keyof typeof COUNTS, value: bigint): Promise<void> {
  const [manager, shift, width] = COUNTS[name];
  const address = await t[manager].getAddress();
  const word = BigInt(await t.networkHelpers.getStorageAt(address, 0));
  const mask = ((1n << width) - 1n) << shift;
  await t.networkHelpers.setStorageAt(address, 0, (word & ~mask) | (value << shift));
}

describe("A list that is almost full", () => {
  const t = useFixture(town);
  let boss: Person;
  let clerk: Person;
  let fresh: Person;

  beforeEach(() => {
    [boss, clerk, fresh] = t.free;
  });

  it("holds organisations, roles, accounts and nodes up to its last place, each with its own rights, and no more", async () => {
    await setCount(t, "orgs", MOST - 3n);
    await setCount(t, "roles", MOST - 2n);
    await setCount(t, "accounts", MOST - 2n);
    await setCount(t, "nodes", MOST - 2n);
    const [enodeId, ip] = await join(t, "ORG3", boss, nodeNamed("ORG3", "10.0.3.1"));
    const org = t.as(boss);
    await org.addSubOrg("ORG3", "SUB", ...nodeNamed("SUB", "10.0.3.2"));
    await org.addSubOrg("ORG3.SUB", "DEEP", "", "", 0, 0);
    await org.addNewRole("CLERK", "ORG3", 3, false, true);
    await org.assignAccountRole(clerk, "ORG3.SUB.DEEP", "CLERK");

    expect(await t.permInterface.isOrgAdmin(clerk, "ORG3.SUB.DEEP")).to.equal(true);
    expect(await t.permInterface.isOrgAdmin(clerk, "ORG3.SUB")).to.equal(false);
    expect(await t.permInterface.isOrgAdmin(clerk, ADMIN_ORG)).to.equal(false);
    expect(await t.permInterface.connectionAllowed(enodeId, ip, 1)).to.equal(true);
    expect((await t.nodes.getNodeDetails(enodeId)).orgId).to.equal("ORG3");
    expect(await t.accounts.getAccountOrgRole(clerk)).to.deep.equal(["ORG3.SUB.DEEP", "CLERK"]);

    await refused(org.addNewRole("MORE", "ORG3", 3, false, true), "TooMany");
    await refused(org.addSubOrg("ORG3.SUB", "MORE", "", "", 0, 0), "TooMany");
    await refused(org.addNode("ORG3", ...nodeNamed("MORE")), "TooMany");
    await refused(org.assignAccountRole(fresh, "ORG3", "CLERK"), "TooMany");
  });

  it("holds a network admin in its last place who proposes, votes and leaves like any other, and no more", async () => {
    await setCount(t, "accounts", MOST - 1n);
    await setCount(t, "votersEver", MOST_NUMBERED - 1n);
    await setCount(t, "departures", MOST_NUMBERED - 1n);
    await makeAdmin(t, ADMIN_ORG, fresh, NETWORK_ADMIN);

    await t.as(fresh).updateOrgStatus("ORG1", Action.SUSPEND);
    const own = await lastProposal(t);
    await t.as(fresh).vote(own, true);
    expect((await t.voters.getProposal(own)).proposer).to.equal(fresh.address);
    expect(await t.voters.getVote(own, fresh)).to.equal(1n);
    await t.as(fresh).withdraw(own);

    await t.as(t.admins[0]).updateOrgStatus("ORG1", Action.SUSPEND);
    const id = await lastProposal(t);
    await t.as(fresh).vote(id, true);
    await removeAdmin(t, ADMIN_ORG, fresh);
    expect((await t.voters.getProposal(id)).votesFor).to.equal(0n);
    await voteThrough(t, id);
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(false);

    await t.as(t.admins[0]).proposeAdminRemoval(ADMIN_ORG, t.admins[2]);
    await t.as(t.admins[0]).vote(await lastProposal(t), true);
    await refused(t.as(t.admins[1]).vote(await lastProposal(t), true), "TooMany");
  });

  it("holds proposals up to its last place, which are voted on, and no more", async () => {
    await setCount(t, "proposals", MOST_NUMBERED - 1n);
    await setCount(t, "oldestOpen", MOST_NUMBERED - 1n);
    await t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 0);
    expect(await lastProposal(t)).to.equal(MOST_NUMBERED);
    expect((await t.voters.getOpenProposals(0, 10)).map(({ id }) => id)).to.deep.equal([MOST_NUMBERED]);
    await voteThrough(t);
    expect((await t.nodes.getAddressRules())[0]).to.equal(false);
    await refused(t.as(t.admins[0]).proposeSetting(Setting.IP_CHECK, 1), "TooMany");
    expect(await t.voters.getOpenProposals(0, 10)).to.deep.equal([]);
  });

  it("has no place for the 65,536th network admin at a time, and the proposal ends by expiry", async () => {
    await t.as(t.admins[0]).proposeRule(Op.ASSIGN_ADMIN, RuleKind.ANY, 0, 0);
    await voteThrough(t);
    await setCount(t, "votersNow", MOST_ADMINS - 1n);
    await t.as(t.admins[0]).assignAdminRole(ADMIN_ORG, boss, NETWORK_ADMIN);
    await t.as(t.admins[0]).vote(await lastProposal(t), true);
    expect((await t.voters.getNumberOfVoters()).active).to.equal(MOST_ADMINS);

    await t.as(t.admins[0]).assignAdminRole(ADMIN_ORG, clerk, NETWORK_ADMIN);
    const id = await lastProposal(t);
    await refused(t.as(t.admins[1]).vote(id, true), "TooMany");
    await t.networkHelpers.time.increase(PROPOSAL_LIFETIME);
    await t.as(t.stranger).close(id);
    expect(await stateOf(t, id)).to.equal(State.EXPIRED);
  });
});

describe("Proposals that have ended", () => {
  const t = useFixture(town);

  it("make it no dearer to ask what is pending, once as many others have followed the one that was open longest", async () => {
    const first = t.as(t.admins[0]);
    const cost = async (): Promise<bigint> => t.permInterface.getPendingOp.estimateGas(ADMIN_ORG);
    const proposeAndWithdraw = async (by = first): Promise<void> => {
      await by.proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0);
      await by.withdraw(await lastProposal(t));
    };
    await proposeAndWithdraw();
    const before = await cost();
    await first.updateOrgStatus("ORG2", Action.SUSPEND);
    const oldest = await lastProposal(t);
    for (let n = 0; n < 40; n++) await proposeAndWithdraw(t.as(t.admins[1 + (n % 2)] ?? t.admins[1]));
    await first.withdraw(oldest);
    expect(await cost()).to.be.greaterThan(before);
    for (let n = 0; n < 3; n++) await proposeAndWithdraw();
    expect(await cost()).to.equal(before);
  });
});
