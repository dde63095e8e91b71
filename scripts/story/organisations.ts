import { addSubOrg, approveOrg, approveOrgStatus, proposeOrg, proposeOrgStatus } from "../../src/actions/orgs.js";
import { castVote } from "../../src/actions/votes.js";
import { formatForConsole } from "../../src/read/node-lists/format.js";
import { getOrgDetails } from "../../src/read/node-lists/org-details.js";
import * as cast from "./cast.js";
import { expectedText } from "./founding.js";
import { opened, type Stage } from "./stage.js";

const ORG1 = { org: "ORG1", node: cast.ORG1_NODE, admin: cast.ORG1_ADMIN };
const ORG2 = { org: "ORG2", node: cast.ORG2_NODE, admin: cast.ORG2_ADMIN };

/** An organisation joins: proposed by one network admin, admitted by more than half of them. */
export async function orgJoins(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.chapter("An organisation joins", "A network admin proposes it; more than half of the network admins admit it.");
  const state = async (status: string, account: string, connects: "yes" | "no", sends: "yes" | "no") => [
    await stage.org("ORG1", status),
    await stage.node("its node", cast.ORG1_NODE, status),
    await stage.mayConnect(cast.ORG1_NODE, connects),
    await stage.account("its admin", cast.ORG1_ADMIN, account),
    await stage.may(cast.ORG1_ADMIN, "transfer", sends),
  ];
  const admin1 = await stage.admin(1);
  const id = opened(
    await tell.step("Network admin 1 proposes ORG1, its node and its admin", () => proposeOrg(admin1, ORG1)),
  );
  tell.facts(...(await state("proposed", "proposed", "no", "no")));
  const stranger = await stage.as(cast.STRANGER);
  await tell.refused("A stranger votes", "NotAVoter", () => castVote(stranger, { id, support: true }));
  const other = { ...ORG1, admin: cast.STRANGER };
  await tell.refused("Network admin 1 approves another admin than proposed", "ProposalDiffers", () =>
    approveOrg(admin1, other),
  );
  await tell.step("Network admin 1 votes for it", () => castVote(admin1, { id, support: true }));
  tell.facts(await stage.proposal(id, "open, 1:0 of 3"), await stage.org("ORG1", "proposed"));
  const admin2 = await stage.admin(2);
  await tell.step("Network admin 2 approves it as proposed, and that decides", () => approveOrg(admin2, ORG1));
  tell.facts(await stage.proposal(id, "approved, 2:0 of 3"));
  tell.facts(...(await state("approved", "active", "yes", "yes")));
}

/** The sub-organisation with its node, as the example has it. */
export async function subOrgIsAdded(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.chapter("ORG1 gets a sub-organisation", "Its admin decides that alone.");
  const admin1 = await stage.admin(1);
  const sub1 = { parent: "ORG1", org: "SUB1", node: cast.SUB1_NODE };
  await tell.refused("Network admin 1 tries to add ORG1.SUB1", "NotOrgAdmin", () => addSubOrg(admin1, sub1));
  const orgAdmin = await stage.as(cast.ORG1_ADMIN);
  await tell.step("The admin of ORG1 adds ORG1.SUB1 with a node", () => addSubOrg(orgAdmin, sub1));
  tell.facts(await stage.org("ORG1.SUB1", "approved"), await stage.mayConnect(cast.SUB1_NODE, "yes"));
  tell.show('> quorumPermission.getOrgDetails("ORG1.SUB1")');
  const details = formatForConsole(await getOrgDetails(stage.network, "ORG1.SUB1"));
  tell.showExactly("getOrgDetails", details, expectedText("sub-org-details.txt"));
}

/** Suspended and restored by vote; a proposal alone changes nothing. */
export async function orgIsSuspended(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.chapter(
    "ORG1 is suspended and restored",
    "Both by vote. In between, ORG1 and everything below it can send nothing.",
  );
  await decideStatus(stage, "suspend", ["suspension proposed", "yes"], ["suspended", "no"]);
  await decideStatus(stage, "restore", ["restoration proposed", "no"], ["approved", "yes"]);
}

type State = [status: string, clerkMaySend: "yes" | "no"];

async function decideStatus(stage: Stage, change: "suspend" | "restore", proposed: State, decided: State) {
  const { tell } = stage;
  const state = async ([status, maySend]: State) => [
    await stage.org("ORG1", status),
    await stage.may(cast.CLERK, "transfer", maySend, "the clerk"),
  ];
  const [admin1, admin3] = [await stage.admin(1), await stage.admin(3)];
  const named = { org: "ORG1", change } as const;
  const id = opened(await tell.step(`Network admin 1 proposes to ${change} it`, () => proposeOrgStatus(admin1, named)));
  tell.facts(...(await state(proposed)));
  await tell.step("Network admin 1 votes for it", () => castVote(admin1, { id, support: true }));
  await tell.step("Network admin 3 approves it, and that decides", () => approveOrgStatus(admin3, named));
  tell.facts(...(await state(decided)), await stage.proposal(id, "approved, 2:0 of 3"));
}

/** A proposal that most refuse leaves nothing behind. */
export async function orgIsRejected(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.chapter("A proposal is rejected", "Votes against count too, and what it had marked is free again.");
  const [admin1, admin2, admin3] = [await stage.admin(1), await stage.admin(2), await stage.admin(3)];
  const id = opened(await tell.step("Network admin 1 proposes ORG2", () => proposeOrg(admin1, ORG2)));
  await tell.step("Network admin 2 votes against it", () => castVote(admin2, { id, support: false }));
  tell.facts(await stage.proposal(id, "open, 0:1 of 3"), await stage.org("ORG2", "proposed"));
  await tell.step("Network admin 3 votes against it, and that decides", () => castVote(admin3, { id, support: false }));
  tell.facts(
    await stage.proposal(id, "rejected, 0:2 of 3"),
    await stage.org("ORG2", "none"),
    await stage.account("its admin", cast.ORG2_ADMIN, "none"),
  );
  await tell.refused("Network admin 1 votes after all", "ProposalNotOpen", () =>
    castVote(admin1, { id, support: true }),
  );
}
