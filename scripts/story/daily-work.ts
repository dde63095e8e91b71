import { changeAccountStatus, proposeAccountRecovery } from "../../src/actions/accounts.js";
import { proposeAdmin } from "../../src/actions/admins.js";
import { changeNodeStatus } from "../../src/actions/nodes.js";
import { addRole, assignRole } from "../../src/actions/roles.js";
import { castVote } from "../../src/actions/votes.js";
import * as cast from "./cast.js";
import { opened, type Stage } from "./stage.js";

const SUB1 = "ORG1.SUB1";
const CLERK = { org: SUB1, account: cast.CLERK };

/** A role says what an account may do. */
export async function clerkGetsRole(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.chapter("An account gets a role", "The role says what its account may do; no one else is asked.");
  const orgAdmin = await stage.as(cast.ORG1_ADMIN);
  const clerk = await stage.as(cast.CLERK);
  tell.facts(await stage.account("clerk", cast.CLERK, "none"), await stage.may(cast.CLERK, "transfer", "no"));
  const role = { org: SUB1, role: "CLERK", access: "transfer+call" } as const;
  await tell.step("The admin of ORG1 adds the role CLERK: transfer and call", () => addRole(orgAdmin, role));
  await tell.step("The admin of ORG1 gives it to an account", () => assignRole(orgAdmin, { ...CLERK, role: "CLERK" }));
  tell.facts(
    await stage.account("clerk", cast.CLERK, "active"),
    await stage.may(cast.CLERK, "transfer", "yes"),
    await stage.may(cast.CLERK, "call", "yes"),
    await stage.may(cast.CLERK, "deploy", "no"),
  );
  await tell.refused("The clerk adds a role of its own", "NotOrgAdmin", () =>
    addRole(clerk, { org: SUB1, role: "BOSS", access: "full" }),
  );
  await tell.refused("The admin of ORG1 makes the clerk an admin without a vote", "AdminRoleByVoteOnly", () =>
    assignRole(orgAdmin, { ...CLERK, role: stage.file.orgAdminRole }),
  );
}

/** Deactivated nodes cannot connect until they are activated. */
export async function nodeIsDeactivated(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.chapter("A node is taken off the network and back", "The admin of its organisation, or of one above, decides.");
  const orgAdmin = await stage.as(cast.ORG1_ADMIN);
  const node = { org: SUB1, node: cast.SUB1_NODE };
  await tell.step("The admin of ORG1 deactivates the node of ORG1.SUB1", () =>
    changeNodeStatus(orgAdmin, { ...node, change: "suspend" }),
  );
  tell.facts(await stage.node("node", cast.SUB1_NODE, "deactivated"), await stage.mayConnect(cast.SUB1_NODE, "no"));
  await tell.step("The admin of ORG1 activates it", () => changeNodeStatus(orgAdmin, { ...node, change: "activate" }));
  tell.facts(await stage.node("node", cast.SUB1_NODE, "approved"), await stage.mayConnect(cast.SUB1_NODE, "yes"));
}

/** Blacklisting is easy, coming back is not. */
export async function clerkIsBlacklisted(stage: Stage): Promise<void> {
  const { tell } = stage;
  tell.chapter("An account is blacklisted and recovered", "One admin blacklists; only a vote lifts that.");
  const orgAdmin = await stage.as(cast.ORG1_ADMIN);
  const state = async (status: string, maySend: "yes" | "no") => [
    await stage.account("clerk", cast.CLERK, status),
    await stage.may(cast.CLERK, "transfer", maySend),
  ];
  await tell.step("The admin of ORG1 blacklists the clerk", () =>
    changeAccountStatus(orgAdmin, { ...CLERK, change: "blacklist" }),
  );
  tell.facts(...(await state("blacklisted", "no")));
  await tell.refused("The admin of ORG1 activates the clerk again", "AccountStatusNotAllowed", () =>
    changeAccountStatus(orgAdmin, { ...CLERK, change: "activate" }),
  );
  const [admin1, admin2] = [await stage.admin(1), await stage.admin(2)];
  const id = opened(
    await tell.step("Network admin 1 proposes to recover the clerk", () => proposeAccountRecovery(admin1, CLERK)),
  );
  tell.facts(...(await state("recovery proposed", "no")));
  await tell.step("Network admin 1 votes for it", () => castVote(admin1, { id, support: true }));
  await tell.step("Network admin 2 votes for it, and that decides", () => castVote(admin2, { id, support: true }));
  tell.facts(...(await state("active", "yes")), await stage.proposal(id, "approved, 2:0 of 3"));
}

/** The electorate grows by vote. */
export async function adminIsAppointed(stage: Stage): Promise<void> {
  const { tell, network } = stage;
  tell.chapter("A fourth network admin is appointed", "Those who are network admins decide who becomes one.");
  const [admin2, admin3] = [await stage.admin(2), await stage.admin(3)];
  const named = { org: stage.file.adminOrg, account: cast.FOURTH_ADMIN, role: stage.file.networkAdminRole };
  const id = opened(await tell.step("Network admin 2 proposes an account", () => proposeAdmin(admin2, named)));
  tell.facts(await stage.account("account", cast.FOURTH_ADMIN, "proposed"));
  await tell.step("Network admin 2 votes for it", () => castVote(admin2, { id, support: true }));
  await tell.step("Network admin 3 votes for it, and that decides", () => castVote(admin3, { id, support: true }));
  const isAdmin = await network.contracts.interface.isNetworkAdmin(cast.FOURTH_ADMIN);
  const [, voters] = await network.contracts.voters.getNumberOfVoters();
  tell.facts(
    await stage.account("account", cast.FOURTH_ADMIN, "active"),
    ["is network admin", isAdmin ? "yes" : "no", "yes"],
    ["network admins", voters.toString(), "4"],
  );
}
