import { expect } from "chai";
import { proposePolicy, proposeRule } from "../../../src/actions/network-settings.js";
import { addNode } from "../../../src/actions/nodes.js";
import { proposeOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { proposePolicies } from "../../../src/actions/policies.js";
import { carryOutResolution } from "../../../src/actions/resolutions.js";
import { castVote, closeProposal, vetoProposal } from "../../../src/actions/votes.js";
import { readHistory } from "../../../src/audit/history/read-history.js";
import { readTrail } from "../../../src/audit/proposal-trail.js";
import { showActionResult } from "../../../src/cli/show/action-result.js";
import { showProposal, showProposals } from "../../../src/cli/show/proposal-tables.js";
import { readProposalInFull, standingFor } from "../../../src/cli/standing.js";
import { NO_VETO, ofNetworkAdmins, type Policy } from "../../../src/model/policy.js";
import type { Network } from "../../../src/network/network.js";
import { readCastVotes } from "../../../src/read/cast-votes.js";
import { readProposal, readProposals } from "../../../src/read/read-proposals.js";
import { readTallies } from "../../../src/read/tallies.js";
import { minuteOf } from "../../../src/util/moment.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const MAJORITY = ofNetworkAdmins({ kind: "majority", count: 0, outOf: 0 });
const OF_ORGANISATIONS: Policy = { ...MAJORITY, counted: "organisations", roles: ["any admin"] };
const DAY = 24 * 60 * 60;

describe("a proposal that is decided", () => {
  let network: Network;
  let admin: Actor;
  let orgAdmin: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    admin = actorOf(network, "admin");
    orgAdmin = actorOf(network, "orgAdmin");
    const node = { ...nodeOf("b1"), port: 30305 };
    await approve(network, await proposeOrg(admin, { org: "ORG1", node, admin: PEOPLE.orgAdmin }));
  });

  const shown = async (id: number): Promise<string> => showProposal(await readProposalInFull(network, id));

  async function later(seconds: number): Promise<void> {
    await network.chain.rpc.send("evm_increaseTime", [seconds]);
    await network.chain.rpc.send("evm_mine", []);
  }

  /** Has the suspension of ORG1 pass, which waits for a day. */
  async function passed(policy: Partial<Policy> = {}): Promise<number> {
    await approve(network, await proposePolicy(admin, "suspend-org", { ...MAJORITY, delay: DAY, ...policy }));
    return approve(network, await proposeOrgStatus(admin, { org: "ORG1", change: "suspend" }));
  }

  it("keeps the votes of network admins, whatever policy comes later", async () => {
    await approve(network, await proposePolicy(admin, "add-org", OF_ORGANISATIONS));
    const proposal = await readProposal(network, 1);
    expect(proposal).to.deep.include({ state: "approved", votesFor: 2, votesAgainst: 0 });
    expect(await readTallies(network, proposal)).to.deep.equal([]);
    const voices = [PEOPLE.admin, PEOPLE.second].map((account) => ({ org: null, accounts: [account], weight: 1 }));
    expect(await readCastVotes(network, proposal)).to.deep.equal([
      { operations: ["add-org"], counted: "accounts", votesFor: 2, votesAgainst: 0, for: voices, against: [] },
    ]);
    const text = await shown(1);
    expect(text)
      .to.match(/^votes +2 for, 0 against$/m)
      .and.include(PEOPLE.second);
    expect(text).not.to.match(/needed|not voted/);
  });

  it("keeps the voices of organisations, with what they weighed, when network admins decide again", async () => {
    await approve(network, await proposePolicy(admin, "suspend-org", OF_ORGANISATIONS));
    const { opened } = await proposeOrgStatus(admin, { org: "ORG1", change: "suspend" });
    const [id = 0] = opened;
    await castVote(admin, { id, support: true });
    await castVote(orgAdmin, { id, support: true });
    await approve(network, await proposeRule(admin, { operation: "suspend-org", kind: "majority" }));
    expect(await readProposal(network, id)).to.deep.include({ state: "approved", votesFor: 2, votesAgainst: 0 });
    const [votes, ...others] = await readCastVotes(network, await readProposal(network, id));
    expect(others).to.deep.equal([]);
    expect(votes?.for).to.deep.equal([
      { org: "ADMINORG", accounts: [PEOPLE.admin], weight: 1 },
      { org: "ORG1", accounts: [PEOPLE.orgAdmin], weight: 1 },
    ]);
  });

  it("shows the votes of both kinds where the policy changed while it was open", async () => {
    await approve(network, await proposePolicy(admin, "suspend-org", OF_ORGANISATIONS));
    const { opened } = await proposeOrgStatus(admin, { org: "ORG1", change: "suspend" });
    const [id = 0] = opened;
    await castVote(orgAdmin, { id, support: true });
    await approve(network, await proposeRule(admin, { operation: "suspend-org", kind: "majority" }));
    await approve(network, { opened });
    const votes = await readCastVotes(network, await readProposal(network, id));
    expect(votes.map(({ counted, votesFor, votesAgainst }) => [counted, votesFor, votesAgainst])).to.deep.equal([
      ["accounts", 2, 0],
      ["organisations", 1, 0],
    ]);
  });

  it("waits, then can be carried out for seven days, then lapses: the commands for it are named", async () => {
    const id = await passed();
    const waits = await readProposal(network, id);
    expect(waits).to.deep.include({ state: "passed", waiting: "waits" });
    expect(showProposals([waits], "")).to.include(`waits until ${minuteOf(waits.expiresAt)}`);
    expect(await standingFor(network, id, PEOPLE.admin)).to.include(`from ${minuteOf(waits.expiresAt)} (UTC) on`);

    await later(DAY);
    const ready = await readProposal(network, id);
    const until = minuteOf(new Date(Date.parse(ready.expiresAt) + 7 * DAY * 1000).toISOString());
    expect(ready.waiting).to.equal("ready");
    expect(minuteOf(ready.lapsesAt ?? "")).to.equal(until);
    for (const text of [showProposals([ready], ""), await shown(id)])
      expect(text).to.include(`carry out until ${until}`).and.include(`portcullis proposal execute ${id}`);
    const standing = await standingFor(network, id, PEOPLE.admin);
    expect(standing).to.include(
      `can be carried out until ${until} (UTC).\nTo carry it out: portcullis proposal execute`,
    );

    await later(7 * DAY);
    expect(await readProposal(network, id)).to.deep.include({ waiting: "lapsed", lapsesAt: ready.lapsesAt });
    expect(await standingFor(network, id, PEOPLE.admin)).to.include(`portcullis proposal close ${id}`);
    await closeProposal(admin, { id });
    expect(await readProposal(network, id)).to.deep.include({ state: "expired", waiting: null, lapsesAt: null });
  });

  it("has passed, as the result of the last vote says", async () => {
    await approve(network, await proposePolicy(admin, "suspend-org", { ...MAJORITY, kind: "any", delay: 1 }));
    const { opened } = await proposeOrgStatus(admin, { org: "ORG1", change: "suspend" });
    const [id = 0] = opened;
    const voted = await castVote(admin, { id, support: true });
    expect(showActionResult(voted)).to.match(new RegExp(`^Proposal ${id} has passed\\.$`, "m"));
    await later(2);
    expect(showActionResult(await carryOutResolution(admin, { id }))).to.include(`Proposal ${id} is approved.`);
  });

  it("was stopped after it had passed, and it is said by whom", async () => {
    const id = await passed({ veto: { ...NO_VETO, by: ["the organisation concerned"] } });
    await vetoProposal(orgAdmin, { id });
    expect(await standingFor(network, id, PEOPLE.orgAdmin)).to.match(
      new RegExp(`had passed, with 2 for and 0 against, and was stopped by ${PEOPLE.orgAdmin}\\.$`),
    );
    expect(await shown(id)).to.match(new RegExp(`^stopped by +${PEOPLE.orgAdmin}, after it had passed$`, "m"));
  });

  it("was made by a resolution: by which one is said, and that it was voted on is not", async () => {
    const maker = await approve(
      network,
      await proposePolicies(admin, [
        { operation: "release", policy: { ...MAJORITY, kind: "all" } },
        { operation: "add-org", policy: OF_ORGANISATIONS },
      ]),
    );
    const made = (await readProposals(network)).slice(maker);
    expect(made).to.have.length(2);
    for (const proposal of made) {
      expect(await readTrail(network, proposal)).to.deep.equal({ madeBy: maker, stoppedBy: null });
      const text = await shown(proposal.id);
      expect(text).to.match(new RegExp(`^made by +proposal ${maker}, which was carried out$`, "m"));
      expect(text).not.to.match(/^(?:votes|for|proposed by)/m);
    }
    expect(showProposals(made, "")).to.include("made by a").and.not.include("0 for");
    const told: string[] = [];
    for await (const page of readHistory(network, { proposal: maker + 2 }))
      told.push(...page.flatMap(({ changes }) => changes.map(({ sentence }) => sentence)));
    expect(told.join("\n")).to.include(`Proposal ${maker} proposed to change a voting rule: `);
  });

  it("is not yet decided: who may vote and has not is told so, and who may not is not told how", async () => {
    await approve(network, await proposeRule(admin, { operation: "add-node", kind: "majority" }));
    const { opened } = await addNode(orgAdmin, { org: "ORG1", node: nodeOf("c2") });
    const [id = 0] = opened;
    const how = `To vote: portcullis proposal approve ${id}, or reject.`;
    expect(await standingFor(network, id, PEOPLE.orgAdmin)).not.to.include(how);
    expect(await standingFor(network, id, PEOPLE.admin)).to.include(`You have not voted yet. ${how}`);
    await castVote(admin, { id, support: true });
    expect(await standingFor(network, id, PEOPLE.admin)).to.match(new RegExp(`^${how}$`, "m"));
  });
});
