import { proposeSetting } from "../../src/actions/network-settings.js";
import { proposeOrg } from "../../src/actions/orgs.js";
import { proposePolicies } from "../../src/actions/policies.js";
import { carryOutResolution, collectChanges, proposeResolution } from "../../src/actions/resolutions.js";
import { addRole } from "../../src/actions/roles.js";
import { signVote, submitVotes } from "../../src/actions/signed-votes.js";
import { castVote } from "../../src/actions/votes.js";
import { proposalStateName } from "../../src/model/codes.js";
import type { Policy } from "../../src/model/policy.js";
import { keyOf } from "../../src/read/read-records.js";
import * as cast from "./cast.js";
import { opened, type Stage } from "./stage.js";

const DAY = 24 * 60 * 60;

/** More than half of the organisations, each by one of its admins; then two days in which the guardian may stop it. */
const BY_ORGANISATIONS: Policy = {
  kind: "majority",
  count: 0,
  outOf: 0,
  counted: "organisations",
  orgs: [],
  roles: ["network admin", "organisation admin"],
  delay: 2 * DAY,
  veto: { by: ["the guardian"], count: 0, outOf: 0 },
};

/** Several changes in one resolution, decided by organisations with signed votes, after a delay. */
export async function organisationsDecide(stage: Stage): Promise<void> {
  const { tell, network } = stage;
  tell.chapter(
    "The organisations decide",
    "Several changes at once, by votes that are signed at home and sent by anybody, after two days for a veto.",
  );
  await thirdOrgJoins(stage);
  await policiesAreSet(stage);

  const orgAdmin = await stage.as(cast.ORG1_ADMIN);
  const changes = await collectChanges(network, async (all) => {
    await proposeSetting(all, { setting: "node-limit", value: 80, org: "ORG1" });
    await addRole(all, { org: "ORG1", role: "AUDITOR", access: "read-only" });
  });
  const id = opened(
    await tell.step("The admin of ORG1 proposes a limit and a role for it", () => proposeResolution(orgAdmin, changes)),
  );
  const votes = [
    await signVote({ network, signer: cast.FOURTH_ADMIN_KEY }, { id, support: true }),
    await signVote({ network, signer: cast.ORG3_ADMIN_KEY }, { id, support: true }),
  ];
  const clerk = await stage.as(cast.CLERK);
  await tell.step("The clerk sends the signed votes of network admin 4 and ORG3", async () => {
    const { sent } = await submitVotes(clerk, votes);
    return sent;
  });
  tell.facts(await standing(stage, id, "passed"), await role(stage, "no"));
  await tell.refused("The clerk carries it out at once", "ProposalWaits", () => carryOutResolution(clerk, { id }));
  await stage.pass(2 * DAY);
  await tell.step("Two days later the clerk carries it out", () => carryOutResolution(clerk, { id }));
  tell.facts(await standing(stage, id, "approved"), await role(stage, "yes"), await limit(stage, "80"));
}

async function thirdOrgJoins(stage: Stage): Promise<void> {
  const { tell } = stage;
  const org = { org: "ORG3", node: cast.ORG3_NODE, admin: cast.ORG3_ADMIN_KEY.address };
  const admin1 = await stage.admin(1);
  const id = opened(await tell.step("Network admin 1 proposes ORG3", () => proposeOrg(admin1, org)));
  await votesOfThree(stage, id);
  tell.facts(await stage.org("ORG3", "approved"));
}

async function policiesAreSet(stage: Stage): Promise<void> {
  const { tell } = stage;
  const admin1 = await stage.admin(1);
  const policies = (["resolve", "change-setting"] as const).map((operation) => ({
    operation,
    policy: BY_ORGANISATIONS,
  }));
  const id = opened(
    await tell.step("Network admin 1 proposes that organisations decide such changes", () =>
      proposePolicies(admin1, policies),
    ),
  );
  await votesOfThree(stage, id);
  tell.facts(await standing(stage, id, "approved"));
}

/** Of four network admins more than half. */
async function votesOfThree(stage: Stage, id: number): Promise<void> {
  for (const number of [1, 2, 3]) {
    const admin = await stage.admin(number);
    const sentence = `Network admin ${number} votes for it${number === 3 ? ", and that decides" : ""}`;
    await stage.tell.step(sentence, () => castVote(admin, { id, support: true }));
  }
}

async function standing({ network }: Stage, id: number, expected: string) {
  const { state } = await network.contracts.voters.getProposal(id);
  return [`proposal ${id}`, proposalStateName(state), expected] as const;
}

async function role({ network }: Stage, expected: "yes" | "no") {
  const exists = await network.contracts.roles.roleExists("AUDITOR", "ORG1", "ORG1");
  return ["ORG1 has the role AUDITOR", exists ? "yes" : "no", expected] as const;
}

async function limit({ network }: Stage, expected: string) {
  const { index } = await network.contracts.orgs.getOrganisation(keyOf("ORG1"));
  return ["nodes that ORG1 may add", String(await network.contracts.nodes.limitOf(index)), expected] as const;
}
