import { expect } from "chai";
import { changeAccountStatus } from "../../../src/actions/accounts.js";
import { proposeRule } from "../../../src/actions/network-settings.js";
import { addNode, changeNodeStatus } from "../../../src/actions/nodes.js";
import { proposeOrg } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { addRole } from "../../../src/actions/roles.js";
import { castVote } from "../../../src/actions/votes.js";
import type { Operation } from "../../../src/model/codes.js";
import { formatEnode, shortId } from "../../../src/model/enode.js";
import type { Network } from "../../../src/network/network.js";
import { describeInFull, describeProposal, subjectWords } from "../../../src/read/describe-proposal.js";
import { readProposal } from "../../../src/read/read-proposals.js";
import { readNodes } from "../../../src/read/read-records.js";
import { readTallies } from "../../../src/read/tallies.js";
import { readChangeBy } from "../../../src/read/rights-taken.js";
import { readVotable } from "../../../src/read/votable.js";
import { actorOf, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

describe("what an organisation's admin does alone, put to the vote", () => {
  let network: Network;
  let admin: Actor;
  let second: Actor;
  let orgAdmin: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    [admin, second, orgAdmin] = [actorOf(network, "admin"), actorOf(network, "second"), actorOf(network, "orgAdmin")];
    await proposeOrg(admin, { org: "ORG1", node: nodeOf("c1"), admin: PEOPLE.orgAdmin });
    await pass(1);
  });

  async function pass(id: number): Promise<void> {
    await castVote(admin, { id, support: true });
    await castVote(second, { id, support: true });
  }

  async function byVote(operation: Operation): Promise<void> {
    const { opened } = await proposeRule(admin, { operation, kind: "majority" });
    await pass(opened[0] ?? 0);
  }

  it("is said to be proposed, shown in words, and done by the vote", async () => {
    await byVote("add-node");
    const node = nodeOf("c2");
    const { summary, opened } = await addNode(orgAdmin, { org: "ORG1", node });
    expect(summary).to.equal(`Propose to add the node ${formatEnode(node)} to ORG1.`);
    const [id = 0] = opened;
    const proposal = await readProposal(network, id);
    expect(proposal).to.deep.include({ operation: "add-node", proposer: PEOPLE.orgAdmin });
    const words = `add the node ${formatEnode(node)} to ORG1`;
    expect(proposal.about).to.deep.include({ org: "ORG1" });
    expect(proposal.about.resolution?.map(({ does }) => does)).to.deep.equal([words]);
    const shortly = `add the node ${shortId(node.enodeId)} to ORG1`;
    expect(describeProposal(proposal)).to.equal(`proposal ${id} to ${shortly}`);
    expect(describeInFull(proposal)).to.equal(`proposal ${id} to ${words}`);
    expect(subjectWords(proposal.about)).to.deep.equal([shortly]);
    expect((await readVotable(network, id)).proposal).to.deep.equal(proposal);
    expect((await readTallies(network, proposal))[0]?.needed).to.equal(2);

    const has = async () => (await readNodes(network)).some(({ enodeId }) => enodeId === node.enodeId);
    expect(await has()).to.equal(false);
    await pass(id);
    expect(await has()).to.equal(true);
  });

  it("is said to be done at once where it is, and where the admin organisation's nodes are voted on anyway", async () => {
    await byVote("set-node-status");
    const role = await addRole(orgAdmin, { org: "ORG1", role: "CLERK", access: "transfer" });
    expect(role).to.deep.include({ summary: "Add the role CLERK (transfer) to ORG1.", opened: [] });
    const node = nodeOf("ab");
    const { summary, opened } = await changeNodeStatus(admin, { org: "ADMINORG", node, change: "suspend" });
    expect(summary).to.equal(`Propose to deactivate the node ${formatEnode(node)} of ADMINORG.`);
    expect((await readProposal(network, opened[0] ?? 0)).operation).to.equal("change-node");
  });

  it("is counted among what takes rights away, when the vote decides", async () => {
    await byVote("set-account-status");
    await addRole(orgAdmin, { org: "ORG1", role: "CLERK", access: "transfer" });
    const { opened } = await changeAccountStatus(orgAdmin, { org: "ORG1", account: PEOPLE.clerk, change: "suspend" });
    const [id = 0] = opened;
    await castVote(admin, { id, support: true });
    expect(await readChangeBy(network, { id, vote: "for" })).to.deep.equal({
      about: "several",
      changes: [{ about: "account", account: PEOPLE.clerk }],
    });
  });
});
