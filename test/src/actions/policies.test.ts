import { expect } from "chai";
import { proposePolicy } from "../../../src/actions/network-settings.js";
import type { Actor } from "../../../src/actions/perform.js";
import { castVote } from "../../../src/actions/votes.js";
import type { Network } from "../../../src/network/network.js";
import { describeProposal } from "../../../src/read/describe-proposal.js";
import { readProposal } from "../../../src/read/read-proposals.js";
import { readVotable } from "../../../src/read/votable.js";
import type { Policy } from "../../../src/model/policy.js";
import { actorOf, openNetwork } from "../../helpers/in-process-network.js";

const POLICY: Policy = {
  kind: "any",
  count: 0,
  outOf: 0,
  counted: "organisations",
  orgs: ["ADMINORG"],
  roles: ["network admin"],
};

describe("a policy", () => {
  let network: Network;
  let admin: Actor;
  let second: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    admin = actorOf(network, "admin");
    second = actorOf(network, "second");
  });

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

  it("is set by vote", async () => {
    await proposePolicy(admin, "suspend-org", POLICY);
    await castVote(admin, { id: 1, support: true });
    const { closed } = await castVote(second, { id: 1, support: true });
    expect(closed).to.deep.include({ id: 1, state: "approved" });
  });
});
