import { expect } from "chai";
import { proposeAccountRelease } from "../../../src/actions/accounts.js";
import { proposePolicy, proposeSetting } from "../../../src/actions/network-settings.js";
import { proposeOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { carryOutResolution } from "../../../src/actions/resolutions.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { vetoProposal } from "../../../src/actions/votes.js";
import { NO_VETO, ofNetworkAdmins, type Policy } from "../../../src/model/policy.js";
import type { Network } from "../../../src/network/network.js";
import { readInbox, readPendingProposals, readProposal } from "../../../src/read/read-proposals.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const MAJORITY = ofNetworkAdmins({ kind: "majority", count: 0, outOf: 0 });
const DAY = 24 * 60 * 60;

describe("what has passed and waits", () => {
  let network: Network;
  let admin: Actor;
  let second: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    admin = actorOf(network, "admin");
    second = actorOf(network, "second");
    const node = { ...nodeOf("b1"), port: 30305 };
    await approve(network, await proposeOrg(admin, { org: "ORG1", node, admin: PEOPLE.orgAdmin }));
  });

  /** Has the suspension of ORG1 pass by this policy. */
  async function passed(policy: Partial<Policy>): Promise<number> {
    await approve(network, await proposePolicy(admin, "suspend-org", { ...MAJORITY, ...policy }));
    return approve(network, await proposeOrgStatus(admin, { org: "ORG1", change: "suspend" }));
  }

  it("is shown to those who may stop it, though they vote on nothing, and is stopped by them", async () => {
    const id = await passed({ delay: DAY, veto: { ...NO_VETO, by: ["the organisation concerned"] } });
    expect((await readPendingProposals(network)).map(({ state }) => state)).to.deep.equal(["passed"]);
    expect((await readInbox(network, { voter: PEOPLE.orgAdmin })).map((each) => each.id)).to.deep.equal([id]);
    expect((await caught(readInbox(network, { voter: PEOPLE.guardian }))).code).to.equal("NotAVoter");

    expect((await caught(vetoProposal(second, { id }))).code).to.equal("NotAVetoer");
    const { summary } = await vetoProposal(actorOf(network, "orgAdmin"), { id });
    expect(summary).to.match(/^Veto proposal \d+ to suspend an organisation \(ORG1\)\.$/);
    expect((await readProposal(network, id)).state).to.equal("rejected");
    expect((await caught(readInbox(network, { voter: PEOPLE.orgAdmin }))).code).to.equal("NotAVoter");
  });

  it("is carried out by anybody once it has waited, and not before", async () => {
    const orgAdmin = actorOf(network, "orgAdmin");
    await addRole(orgAdmin, { org: "ORG1", role: "CLERK", access: "full" });
    await assignRole(orgAdmin, { org: "ORG1", account: PEOPLE.clerk, role: "CLERK" });
    const early = await passed({ delay: DAY });
    expect((await caught(carryOutResolution(admin, { id: early }))).code).to.equal("ProposalWaits");

    await approve(network, await proposePolicy(admin, "release", { ...MAJORITY, delay: 1 }));
    const id = await approve(network, await proposeAccountRelease(admin, { org: "ORG1", account: PEOPLE.clerk }));
    // The next block is at least a second later.
    await proposeSetting(admin, { setting: "node-limit", value: 60 });
    await carryOutResolution(actorOf(network, "guardian"), { id });
    expect((await readProposal(network, id)).state).to.equal("approved");
  });
});
