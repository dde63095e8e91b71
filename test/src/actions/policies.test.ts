import { expect } from "chai";
import { changeAccountStatus } from "../../../src/actions/accounts.js";
import { proposePolicy, proposeRule, proposeSetting } from "../../../src/actions/network-settings.js";
import { proposeOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { type NewPolicy, proposePolicies, refusedPolicies } from "../../../src/actions/policies.js";
import { collectChanges, proposeResolution } from "../../../src/actions/resolutions.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { castVote, closeProposal } from "../../../src/actions/votes.js";
import { agreementFindings } from "../../../src/check/agreement-findings.js";
import { OPERATIONS } from "../../../src/model/codes.js";
import { ofNetworkAdmins, ofOrganisations, type Policy, policyArguments } from "../../../src/model/policy.js";
import { callInWords } from "../../../src/network/call-in-words.js";
import type { Network } from "../../../src/network/network.js";
import { readAdmin } from "../../../src/read/admins.js";
import { changeInWords } from "../../../src/read/change-in-words.js";
import { considerVotes } from "../../../src/read/consider-votes.js";
import { describeProposal } from "../../../src/read/describe-proposal.js";
import { hasVoted, readVoteStanding } from "../../../src/read/may-vote.js";
import { readRule, readRules } from "../../../src/read/policies.js";
import { readInbox, readProposal } from "../../../src/read/read-proposals.js";
import { decidesAlone, readChangeBy } from "../../../src/read/rights-taken.js";
import { readTallies } from "../../../src/read/tallies.js";
import { readVotable } from "../../../src/read/votable.js";
import { readElectorate } from "../../../src/read/voices.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const POLICY: Policy = {
  ...ofOrganisations({ kind: "any", count: 0, outOf: 0 }),
  orgs: ["ADMINORG"],
  roles: ["network admin"],
};

const MAJORITY: Policy = { ...POLICY, kind: "majority", orgs: [], roles: ["any admin"] };

const SUSPEND = OPERATIONS.indexOf("suspend-org");

describe("a policy", () => {
  let network: Network;
  let admin: Actor;
  let second: Actor;
  let orgAdmin: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    admin = actorOf(network, "admin");
    second = actorOf(network, "second");
    orgAdmin = actorOf(network, "orgAdmin");
  });

  /** Three organisations: the admin organisation, ORG1 and ORG2. */
  async function found(): Promise<void> {
    const two = { ...nodeOf("b2"), port: 30304 };
    await approve(
      network,
      await proposeOrg(admin, { org: "ORG1", node: { ...nodeOf("b1"), port: 30305 }, admin: PEOPLE.orgAdmin }),
    );
    await approve(network, await proposeOrg(admin, { org: "ORG2", node: two, admin: PEOPLE.successor }));
  }

  /** Has ORG2's suspension proposed, which more than half of the organisations decide. */
  async function suspension(policy = MAJORITY): Promise<number> {
    await found();
    await approve(network, await proposePolicy(admin, "suspend-org", policy));
    const { opened } = await proposeOrgStatus(orgAdmin, { org: "ORG2", change: "suspend" });
    return opened[0] ?? 0;
  }

  it("is proposed, shown in words, and hashed as it is shown", async () => {
    const { summary } = await proposePolicy(admin, "suspend-org", POLICY);
    const words = "any of the organisations ADMINORG with the role network admin";
    expect(summary).to.equal(`Propose ${words} to suspend an organisation.`);
    const proposal = await readProposal(network, 1);
    expect(proposal.about.rule).to.deep.equal({ operation: "suspend-org", rule: words, policy: POLICY });
    expect(describeProposal(proposal)).to.equal(
      `proposal 1 to change a voting rule (${words} to suspend an organisation)`,
    );
    expect((await readVotable(network, 1)).proposal).to.deep.equal(proposal);
  });

  it("is told in words where it is signed elsewhere, or is one change of several", async () => {
    const { data } = await network.contracts.rules.proposePolicy.populateTransaction(SUSPEND, policyArguments(POLICY));
    const words = "any of the organisations ADMINORG with the role network admin";
    expect(callInWords({ to: PEOPLE.admin, data }).values).to.deep.equal([
      { name: "op", value: `${SUSPEND} (suspend an organisation)` },
      { name: "policy", value: words },
    ]);
    expect(changeInWords(data)).to.equal(`set the policy to suspend an organisation: ${words}`);
    const weight = await network.contracts.rules.proposeLimit.populateTransaction(8, "ORG1", 1);
    expect(changeInWords(weight.data)).to.equal("set voice-weight 1 for ORG1");
  });

  it("is set by vote, and read with what it needs", async () => {
    const first = await readRule(network, SUSPEND);
    expect(first).to.deep.equal({
      operation: "suspend-org",
      ...ofNetworkAdmins({ kind: "majority", count: 0, outOf: 0 }),
      rule: "majority",
      policy: "majority of the network admins",
      needed: 2,
      electorate: 2,
    });
    await found();
    await proposePolicy(admin, "suspend-org", MAJORITY);
    await castVote(admin, { id: 3, support: true });
    const { closed } = await castVote(second, { id: 3, support: true });
    expect(closed).to.deep.include({ id: 3, state: "approved" });
    expect(await readRule(network, SUSPEND)).to.deep.equal({
      operation: "suspend-org",
      ...MAJORITY,
      rule: "majority",
      policy: "majority of the organisations with the role any admin",
      needed: 2,
      electorate: 3,
    });
  });

  it("lets those vote whom it names: they see what waits for them, and for whom they speak", async () => {
    const id = await suspension();
    expect((await readInbox(network, { voter: PEOPLE.successor })).map((each) => each.id)).to.deep.equal([id]);
    expect((await readAdmin(network, PEOPLE.orgAdmin)).waiting).to.deep.equal([id]);
    expect((await caught(readInbox(network, { voter: PEOPLE.clerk }))).code).to.equal("NotAVoter");

    await castVote(orgAdmin, { id, support: true });
    expect(await readInbox(network, { voter: PEOPLE.orgAdmin })).to.deep.equal([]);
    expect(await readVoteStanding(network, id, PEOPLE.clerk)).to.equal("may not vote");
    const own = { proposal: { id, operation: "suspend-org" }, voter: PEOPLE.orgAdmin } as const;
    expect(await hasVoted(network, { ...own, support: true })).to.equal(true);
    expect(await hasVoted(network, { ...own, support: false })).to.equal(false);

    expect((await readProposal(network, id)).votesFor).to.equal(1);
    expect(await readTallies(network, await readProposal(network, id))).to.deep.equal([
      {
        operations: ["suspend-org"],
        policy: "majority of the organisations with the role any admin",
        counted: "organisations",
        needed: 2,
        electorate: 3,
        votesFor: 1,
        votesAgainst: 0,
        for: [{ org: "ORG1", accounts: [PEOPLE.orgAdmin], weight: 1 }],
        against: [],
        missing: [
          { org: "ADMINORG", accounts: [PEOPLE.admin, PEOPLE.second], weight: 1 },
          { org: "ORG2", accounts: [PEOPLE.successor], weight: 1 },
        ],
      },
    ]);
  });

  it("counts one account of an organisation: the others of it have nothing to vote on then", async () => {
    const id = await suspension();
    await castVote(admin, { id, support: false });
    expect(await readInbox(network, { voter: PEOPLE.second })).to.deep.equal([]);
    expect(await readVoteStanding(network, id, PEOPLE.second)).to.equal("has voted");
  });

  it("knows when a vote could decide, so that rights are not taken while their holders send", async () => {
    const id = await suspension();
    const change = { about: "org", org: "ORG2" };
    expect(await readChangeBy(network, { id, vote: "for" })).to.equal(undefined);
    expect(await readChangeBy(network, { id, vote: "for", count: 2 })).to.deep.equal(change);
    await castVote(orgAdmin, { id, support: true });
    expect(await readChangeBy(network, { id, vote: "for" })).to.deep.equal(change);
    expect(await readChangeBy(network, { id, vote: "against" })).to.equal(undefined);
    expect(await decidesAlone(network, "suspend-org")).to.equal(false);
    await approve(network, await proposeSetting(admin, { setting: "voice-weight", value: 9, org: "ORG1" }));
    expect(await decidesAlone(network, "suspend-org")).to.equal(true);
  });

  it("weighs voices, and says so", async () => {
    const id = await suspension();
    await approve(network, await proposeSetting(admin, { setting: "voice-weight", value: 3, org: "ORG2" }));
    const [tally] = await readTallies(network, await readProposal(network, id));
    expect([tally?.needed, tally?.electorate]).to.deep.equal([3, 5]);
    expect(tally?.missing.map(({ org, weight }) => [org, weight])).to.deep.include(["ORG2", 3]);
    const { allowed, weight, votes } = await considerVotes(network, "suspend-org", [
      PEOPLE.admin,
      PEOPLE.second,
      PEOPLE.orgAdmin,
      PEOPLE.clerk,
    ]);
    expect([allowed, weight]).to.deep.equal([false, 2]);
    expect(votes.map(({ why }) => why)).to.deep.equal([
      "It speaks for ADMINORG, and weighs 1.",
      "ADMINORG has spoken already, and is counted once.",
      "It speaks for ORG1, and weighs 1.",
      "It may not vote on it.",
    ]);
    expect((await considerVotes(network, "suspend-org", [PEOPLE.successor])).allowed).to.equal(true);
  });

  it("finds the same accounts as the contracts, for each word and role, active or not", async () => {
    await found();
    await addRole(orgAdmin, { org: "ORG1", role: "DEPUTY", access: "full", admin: true });
    await assignRole(orgAdmin, { org: "ORG1", account: PEOPLE.clerk, role: "DEPUTY" });
    const everybody = Object.values(PEOPLE);
    const lists = [
      [],
      ["network admin"],
      ["organisation admin"],
      ["any admin"],
      ["DEPUTY"],
      ["ORGADMIN"],
      ["DEPUTY", "ADMIN"],
    ];
    for (const roles of lists) {
      const kind = roles.includes("DEPUTY") ? "majority" : "any";
      // No other organisation has network admins, so the contracts refuse a list with another one, or none.
      const orgs = roles.join() === "network admin" ? ["ADMINORG"] : [];
      await approve(network, await proposePolicy(admin, "add-org", { ...MAJORITY, kind, roles, orgs }));
      const voices = await readElectorate(network, await readRule(network, 1));
      const speaking = voices.flatMap(({ accounts }) => accounts);
      await approve(network, await proposePolicy(admin, "suspend-org", { ...MAJORITY, kind: "any", roles, orgs }));
      const { opened } = await proposeOrgStatus(admin, { org: "ORG2", change: "suspend" });
      const id = opened[0] ?? 0;
      for (const account of everybody) {
        const may = (await readVoteStanding(network, id, account)) === "may vote";
        expect(speaking.includes(account), `${roles.join()} ${account}`).to.equal(may);
      }
      await network.chain.rpc.send("evm_increaseTime", [31 * 24 * 3600]);
      await network.chain.rpc.send("evm_mine", []);
      await closeProposal(admin, { id });
    }
    await changeAccountStatus(orgAdmin, { org: "ORG1", account: PEOPLE.clerk, change: "suspend" });
    const voices = await readElectorate(network, await readRule(network, 1));
    expect(voices.flatMap(({ accounts }) => accounts)).to.not.include(PEOPLE.clerk);
  });

  it("that needs everybody is found, also when organisations have left", async () => {
    await found();
    await approve(
      network,
      await proposePolicy(admin, "add-org", { ...MAJORITY, kind: "count", count: 2, orgs: ["ORG1", "ORG2"] }),
    );
    await approve(
      network,
      await proposePolicy(admin, "recover-node", { ...MAJORITY, kind: "count", count: 2, orgs: ["ORG1", "ORG2"] }),
    );
    await approve(network, await proposePolicy(admin, "restore-org", POLICY));
    const findings = async (): Promise<string[]> =>
      agreementFindings(await readRules(network), 2)
        .filter(({ code }) => code === "POLICY_NEEDS_EVERYBODY")
        .map(({ what }) => what);
    expect(await findings()).to.deep.equal([
      "Every organisation that votes must agree to add an organisation, recover a node, by the policy count 2 of the organisations ORG1, ORG2 with the role any admin. If one does not answer, that cannot be decided.",
    ]);
    for (const operation of ["add-org", "recover-node"] as const)
      await approve(network, await proposePolicy(admin, operation, { ...MAJORITY, orgs: ["ORG2"] }));
    expect(await findings()).to.deep.equal([]);
    await approve(network, await proposeOrgStatus(admin, { org: "ORG2", change: "suspend" }));
    expect(await findings()).to.deep.equal([
      "No organisation may vote to add an organisation, recover a node now, by the policy majority of the organisations ORG2 with the role any admin.",
    ]);
  });

  it("of several operations is proposed as one resolution, without those that are in force", async () => {
    await found();
    await approve(network, await proposeRule(admin, { operation: "release", kind: "all" }));
    const policies: NewPolicy[] = [
      { operation: "suspend-org", policy: MAJORITY },
      { operation: "release", policy: ofNetworkAdmins({ kind: "all", count: 0, outOf: 0 }) },
      { operation: "restore-org", policy: { ...MAJORITY, kind: "all" } },
    ];
    const { opened, summary } = await proposePolicies(admin, policies);
    expect(summary).to.equal(
      "Propose to make these changes together: " +
        "1. set the policy to suspend an organisation: majority of the organisations with the role any admin; " +
        "2. set the policy to restore an organisation: all of the organisations with the role any admin.",
    );
    const [id = 0] = opened;
    await approve(network, { opened });
    expect((await readProposal(network, id)).state).to.equal("approved");
    expect((await caught(proposePolicies(admin, policies))).code).to.equal("NothingChanges");
    expect((await readRule(network, SUSPEND)).policy).to.include("majority of the organisations");
  });

  it("is refused with the reason of each", async () => {
    const refused = await refusedPolicies(network, [
      { operation: "add-org", policy: { ...MAJORITY, orgs: ["ORG9"] } },
      { operation: "suspend-org", policy: MAJORITY },
      { operation: "change-rule", policy: { ...MAJORITY, roles: ["CLERK"] } },
    ]);
    expect(refused.map(({ policy, why }) => [policy.operation, why.code])).to.deep.equal([
      ["add-org", "OrgUnknown"],
      ["change-rule", "RuleNotAllowed"],
    ]);
  });

  it("and a rule together decide a resolution, each as it counts", async () => {
    await found();
    await approve(network, await proposePolicy(admin, "change-setting", MAJORITY));
    const changes = await collectChanges(network, (actor) =>
      proposeSetting(actor, { setting: "node-limit", value: 80 }),
    );
    const { opened } = await proposeResolution(admin, changes);
    const id = opened[0] ?? 0;
    await castVote(admin, { id, support: true });
    const tallies = await readTallies(network, await readProposal(network, id));
    expect(tallies.map(({ operations, votesFor, needed }) => [operations, votesFor, needed])).to.deep.equal([
      [["resolve"], 1, 2],
      [["change-setting"], 1, 2],
    ]);
    expect(tallies[1]?.missing.map(({ org }) => org)).to.deep.equal(["ORG1", "ORG2"]);
    expect((await readInbox(network, { voter: PEOPLE.orgAdmin })).map((each) => each.id)).to.deep.equal([id]);
    await castVote(second, { id, support: true });
    expect((await readProposal(network, id)).state).to.equal("open");
    await castVote(orgAdmin, { id, support: true });
    expect((await readProposal(network, id)).state).to.equal("approved");
  });
});
