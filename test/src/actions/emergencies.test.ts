import { expect } from "chai";
import { proposeHold, proposeLifting, recordEnd } from "../../../src/actions/emergencies.js";
import { proposeRule } from "../../../src/actions/network-settings.js";
import { proposeOrg } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { collectChanges, proposeResolution } from "../../../src/actions/resolutions.js";
import { castVote } from "../../../src/actions/votes.js";
import { statusInWords } from "../../../src/model/stopped.js";
import { callInWords } from "../../../src/network/call-in-words.js";
import type { Network } from "../../../src/network/network.js";
import { changeInWords } from "../../../src/read/change-in-words.js";
import { describeProposal } from "../../../src/read/describe-proposal.js";
import { readEmergencies } from "../../../src/read/emergencies.js";
import { explainConnecting, explainSending } from "../../../src/read/explain.js";
import { findAccount, findNode, findOrg } from "../../../src/read/find.js";
import { readProposal } from "../../../src/read/read-proposals.js";
import { readSettings } from "../../../src/read/read-settings.js";
import { readChangeBy, readWhoLoses } from "../../../src/read/rights-taken.js";
import { withStop } from "../../../src/read/stopped.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const DAY = 24 * 60 * 60;

describe("an emergency measure", () => {
  let network: Network;
  let admin: Actor;
  let second: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    admin = actorOf(network, "admin");
    second = actorOf(network, "second");
    const org = { org: "ORG1", node: { ...nodeOf("b1"), port: 30305 }, admin: PEOPLE.orgAdmin };
    await approve(network, await proposeOrg(admin, org));
    const rule = { operation: "emergency", kind: "count", count: 2, outOf: 0 } as const;
    await approve(network, await proposeRule(admin, rule));
  });

  it("is said, shown and hashed as what it is", async () => {
    const account = PEOPLE.orgAdmin;
    const proposed = await proposeHold(admin, { org: "ORG1", account, seconds: 2 * DAY });
    expect(proposed.summary).to.equal(`Propose to hold the account ${account} of ORG1 for 2 days.`);
    const [id = 0] = proposed.opened;
    const proposal = await readProposal(network, id);
    expect(describeProposal(proposal)).to.equal(
      `proposal ${id} to take an emergency measure (ORG1, ${account}, for 2 days)`,
    );
    await castVote(admin, { id, support: true });
    expect(await readChangeBy(network, { id, vote: "for" })).to.deep.equal({ about: "account", account });
    expect(await readWhoLoses(network, { about: "account", account })).to.deep.equal([account]);
    await castVote(second, { id, support: true });
    expect((await readProposal(network, id)).state).to.equal("approved");
    expect(await readWhoLoses(network, { about: "account", account })).to.deep.equal([]);

    const stop = await proposeHold(admin, { org: null, seconds: DAY });
    expect(stop.summary).to.equal("Propose to stop admissions for 1 day.");
    expect(describeProposal(await readProposal(network, stop.opened[0] ?? 0))).to.include("(admissions, for 1 day)");
  });

  it("is seen wherever what it holds is shown, with its end and a way out", async () => {
    const account = PEOPLE.orgAdmin;
    await approve(network, await proposeHold(admin, { org: "ORG1", seconds: DAY }));
    await approve(network, await proposeHold(admin, { org: null, seconds: DAY }));
    const org = await findOrg(network, "ORG1");
    const until = org.heldUntil ?? "";
    expect(Date.parse(until)).to.be.greaterThan(0);
    const shown = `approved, held until ${until.slice(0, 16).replace("T", " ")} UTC`;
    expect(statusInWords({ ...org, stoppedBy: null })).to.equal(shown);
    const member = await findAccount(network, account);
    expect(member.heldUntil).to.equal(null);
    expect((await withStop(network, member)).heldUntil).to.equal(until);
    expect((await withStop(network, await findNode(network, nodeOf("b1").enodeId))).heldUntil).to.equal(null);

    const { allowed, why, wayOut } = await explainSending(network, { account, kind: "transfer" });
    expect(allowed).to.equal(false);
    expect(why[0]).to.match(/^The organisation ORG1 is held until .* UTC by an emergency measure\.$/);
    expect(wayOut[0]?.actions).to.deep.equal([{ name: "list-emergencies" }]);
    expect((await readSettings(network)).admissionsStoppedUntil).to.match(/^\d{4}-/);
    const { policy, orgs, admissionsStoppedUntil } = await readEmergencies(network);
    expect([policy, orgs.map(({ id }) => id)]).to.deep.equal(["count 2 of the network admins", ["ORG1"]]);
    expect(admissionsStoppedUntil).to.match(/^\d{4}-/);
  });

  it("of a node is ended by a vote, or recorded once its time is over", async () => {
    const node = { ...nodeOf("b1"), port: 30305 };
    const subject = { org: "ORG1", enodeId: node.enodeId } as const;
    await approve(network, await proposeHold(admin, { ...subject, seconds: 1 }));
    // The next block is at least a second later.
    await proposeHold(admin, { org: null, seconds: 1 });
    expect((await readEmergencies(network)).untold.map(({ enodeId }) => enodeId)).to.deep.equal([node.enodeId]);
    expect((await explainConnecting(network, node)).allowed).to.equal(true);
    const { summary } = await recordEnd(actorOf(network, "orgAdmin"), subject);
    expect(summary).to.match(/^Record that the node .* of ORG1 is held no longer\.$/);
    expect((await readEmergencies(network)).untold).to.deep.equal([]);
  });

  it("of a node is explained while it lasts, and can be lifted", async () => {
    const node = { ...nodeOf("b1"), port: 30305 };
    const subject = { org: "ORG1", enodeId: node.enodeId } as const;
    await approve(network, await proposeHold(admin, { ...subject, seconds: DAY }));
    const { allowed, why } = await explainConnecting(network, node);
    expect([allowed, why.length]).to.deep.equal([false, 1]);
    expect(why[0]).to.match(/^The node is held until/);
    const lifting = await proposeLifting(admin, subject);
    expect(lifting.summary).to.match(/^Propose to hold the node .* of ORG1 no longer\.$/);
    await approve(network, lifting);
    expect((await explainConnecting(network, node)).allowed).to.equal(true);
  });

  it("is refused in days, and of a node of the admin organisation by what that is", async () => {
    const long = await caught(proposeHold(admin, { org: "ORG1", seconds: 30 * DAY }));
    expect(long.message).to.equal("An emergency measure lasts 7 days at most, not 30 days.");
    const { enodeId } = nodeOf("ab");
    const { code, message } = await caught(proposeHold(admin, { org: "ADMINORG", enodeId, seconds: DAY }));
    expect(code).to.equal("HOLD_OF_ADMIN_NODE");
    expect(message).to.match(
      /^The node \S+ is one of the admin organisation, and an emergency measure holds none of these\.$/,
    );
  });

  it("is told in words where it is signed elsewhere, or is one change of several", async () => {
    const { orgAdmin: account } = PEOPLE;
    const { proposeHold: call } = network.contracts.rules;
    const { data, to } = await call.populateTransaction("ORG1", account, "", 3600);
    expect(changeInWords(data)).to.equal(`hold the account ${account} of ORG1 for 1 hour`);
    expect(callInWords({ to, data }).values.at(-1)).to.deep.equal({ name: "duration", value: "3600 (1 hour)" });

    const changes = await collectChanges(network, async (collecting) => {
      await proposeHold(collecting, { org: "ORG1", account, seconds: DAY });
      await proposeHold(collecting, { org: null, seconds: DAY });
    });
    await approve(network, await proposeResolution(admin, changes));
    expect((await explainSending(network, { account, kind: "transfer" })).allowed).to.equal(false);
    expect((await readSettings(network)).admissionsStoppedUntil).to.not.equal(null);
  });
});
