import { expect } from "chai";
import { changeAccountStatus } from "../../../src/actions/accounts.js";
import { proposeHold } from "../../../src/actions/emergencies.js";
import { proposeRule } from "../../../src/actions/network-settings.js";
import { proposeOrg } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { addRole, assignRole, removeRole } from "../../../src/actions/roles.js";
import { castVote } from "../../../src/actions/votes.js";
import type { Network } from "../../../src/network/network.js";
import { explainSending } from "../../../src/read/explain.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const DAY = 24 * 60 * 60;
const HELD = /^0x\S+ cannot do this now\. The account is held until .* UTC by an emergency measure\.$/;

describe("whoever has a right, and cannot use it now", () => {
  let network: Network;
  let admin: Actor;
  let orgAdmin: Actor;
  const account = PEOPLE.orgAdmin;

  const add = (by: Actor, org = "ORG1") => caught(addRole(by, { org, role: "CLERK", access: "transfer" }));

  beforeEach(async () => {
    network = await openNetwork();
    admin = actorOf(network, "admin");
    orgAdmin = actorOf(network, "orgAdmin");
    const org = { org: "ORG1", node: nodeOf("b1"), admin: account };
    await approve(network, await proposeOrg(admin, org));
    await approve(network, await proposeRule(admin, { operation: "emergency", kind: "count", count: 2, outOf: 0 }));
  });

  it("is not told of what stops it where it never had the right", async () => {
    await approve(network, await proposeHold(admin, { org: "ORG1", account, seconds: DAY }));
    expect((await add(orgAdmin, "ADMINORG")).code).to.equal("NotOrgAdmin");
    expect((await caught(proposeOrg(orgAdmin, { org: "X", node: nodeOf("c1"), admin: PEOPLE.clerk }))).code).to.equal(
      "NotAVoter",
    );
    expect((await add(actorOf(network, "clerk"))).code).to.equal("NotOrgAdmin");
  });

  it("is told that it is held, and where measures are listed", async () => {
    await approve(network, await proposeHold(admin, { org: "ORG1", account, seconds: DAY }));
    const { code, message, facts, actions } = await add(orgAdmin);
    expect(message).to.match(HELD);
    expect([code, facts.refused, actions]).to.deep.equal([
      "SENDER_STOPPED",
      "NotOrgAdmin",
      [{ name: "list-emergencies" }],
    ]);
  });

  it("is told so where a policy has voted on what it does", async () => {
    const rule = { operation: "add-role", kind: "count", count: 1, outOf: 0 } as const;
    await approve(network, await proposeRule(admin, rule));
    await approve(network, await proposeHold(admin, { org: "ORG1", account, seconds: DAY }));
    const { message, facts } = await add(orgAdmin);
    expect(message).to.match(HELD);
    expect(facts.refused).to.equal("NotAVoter");
  });

  it("is told that its organisation is held, which is shown as approved", async () => {
    await approve(network, await proposeHold(admin, { org: "ORG1", seconds: DAY }));
    const { message, facts } = await add(orgAdmin);
    expect(message).to.match(
      / cannot do this now\. The organisation ORG1 is held until .* UTC by an emergency measure\.$/,
    );
    expect(facts.refused).to.equal("OrgNotActive");
  });

  it("is told that its account is suspended", async () => {
    const clerk = actorOf(network, "clerk");
    await addRole(orgAdmin, { org: "ORG1", role: "DEPUTY", access: "transfer", admin: true });
    await assignRole(orgAdmin, { org: "ORG1", account: PEOPLE.clerk, role: "DEPUTY" });
    await changeAccountStatus(orgAdmin, { org: "ORG1", account: PEOPLE.clerk, change: "suspend" });
    const { message, actions } = await add(clerk);
    expect(message).to.equal(`${PEOPLE.clerk} cannot do this now. The account is suspended.`);
    expect(actions).to.deep.equal([{ name: "activate-account", subject: PEOPLE.clerk }]);
  });

  it("keeps its vote while it is held", async () => {
    await approve(network, await proposeHold(admin, { org: "ADMINORG", account: PEOPLE.second, seconds: DAY }));
    const { opened } = await proposeHold(admin, { org: null, seconds: DAY });
    await castVote(actorOf(network, "second"), { id: opened[0] ?? 0, support: true });
  });
});

describe("a role that was removed", () => {
  it("is not held by those who had it once it is added again, and they are told so", async () => {
    const network = await openNetwork();
    const admin = actorOf(network, "admin");
    const role = { org: "ADMINORG", role: "CLERK", access: "transfer" } as const;
    const { clerk: account } = PEOPLE;
    await addRole(admin, role);
    await assignRole(admin, { org: "ADMINORG", account, role: "CLERK" });
    await removeRole(admin, role);
    const asked = { account, kind: "transfer" } as const;
    expect((await explainSending(network, asked)).why).to.deep.equal(["Its role CLERK was removed."]);
    await addRole(admin, role);
    const { why, wayOut } = await explainSending(network, asked);
    expect(why).to.deep.equal(["Its role CLERK was removed, and added again since."]);
    expect(wayOut.map(({ hint }) => hint)).to.deep.equal([
      "An admin of ADMINORG can give it that role again, or another one.",
    ]);
    await assignRole(admin, { org: "ADMINORG", account, role: "CLERK" });
    expect((await explainSending(network, asked)).allowed).to.equal(true);
  });
});
