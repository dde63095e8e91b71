import { expect } from "chai";
import { changeAccountStatus } from "../../../src/actions/accounts.js";
import { proposeRule, proposeSetting } from "../../../src/actions/network-settings.js";
import { proposeOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import { carryOutResolution, collectChanges, proposeResolution } from "../../../src/actions/resolutions.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { castVote } from "../../../src/actions/votes.js";
import { type Actor, perform } from "../../../src/actions/perform.js";
import { getBlockNumber } from "../../../src/chain/chain.js";
import type { Network } from "../../../src/network/network.js";
import { readChangeByCall } from "../../../src/read/change-by-call.js";
import { readInbox, readPendingProposals, readProposal } from "../../../src/read/read-proposals.js";
import { readRoles } from "../../../src/read/read-records.js";
import { readTallies } from "../../../src/read/tallies.js";
import { readVotable } from "../../../src/read/votable.js";
import { readChangeBy, readWhoLoses } from "../../../src/read/rights-taken.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

describe("a resolution", () => {
  let network: Network;
  let admin: Actor;
  let second: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    admin = actorOf(network, "admin");
    second = actorOf(network, "second");
  });

  const withRole = (actor: Actor) => addRole(actor, { org: "ADMINORG", role: "CLERK", access: "transfer" });

  async function together(build: (actor: Actor) => Promise<unknown>): Promise<number> {
    const { opened } = await proposeResolution(admin, await collectChanges(network, build));
    return opened[0] ?? 0;
  }

  it("is built of actions, shown in words, and done as a whole", async () => {
    const before = await getBlockNumber(network.chain.rpc);
    const changes = await collectChanges(network, async (actor) => {
      await withRole(actor);
      await assignRole(actor, { org: "ADMINORG", account: PEOPLE.clerk, role: "CLERK" });
      await proposeSetting(actor, { setting: "node-limit", value: 80 });
      await proposeSetting(actor, { setting: "role-limit", value: 0, org: "ADMINORG" });
    });
    expect(await getBlockNumber(network.chain.rpc)).to.equal(before);

    const { opened } = await proposeResolution(admin, changes.slice(0, 3));
    expect(opened).to.deep.equal([1]);
    const { operation, about } = await readProposal(network, 1);
    expect(operation).to.equal("resolve");
    expect(about.resolution?.map(({ does }) => does)).to.deep.equal([
      "add the role CLERK to ADMINORG, access transfer",
      `give ${PEOPLE.clerk} the role CLERK in ADMINORG`,
      "set node-limit 80",
    ]);
    await castVote(admin, { id: 1, support: true });
    const { closed } = await castVote(second, { id: 1, support: true });
    expect(closed).to.deep.include({ id: 1, state: "approved" });
    expect((await readRoles(network)).map(({ name }) => name)).to.include("CLERK");
  });

  it("needs as many votes as the strictest rule of what it changes", async () => {
    await proposeRule(admin, { operation: "resolve", kind: "any" });
    await castVote(admin, { id: 1, support: true });
    await castVote(second, { id: 1, support: true });
    const id = await together((actor) => proposeSetting(actor, { setting: "node-limit", value: 80 }));
    const neededFor = async (each: number): Promise<number[]> =>
      (await readTallies(network, await readProposal(network, each))).map(({ needed }) => needed);
    expect(await neededFor(id)).to.deep.equal([2]);
    const byHand = await together(withRole);
    expect(await neededFor(byHand)).to.deep.equal([1]);
  });

  it("is tried before it is proposed: the change that would be refused is named", async () => {
    const before = await getBlockNumber(network.chain.rpc);
    const error = await caught(
      together(async (actor) => {
        await withRole(actor);
        await withRole(actor);
      }),
    );
    expect(error.code).to.equal("CHANGE_REFUSED");
    expect(error.message).to.equal(
      'Change 2, add the role CLERK to ADMINORG, access transfer, would be refused: ADMINORG already has a role "CLERK".',
    );
    expect(await getBlockNumber(network.chain.rpc)).to.equal(before);
  });

  it("holds no vote, and nothing of the guardian's", async () => {
    await proposeSetting(admin, { setting: "ip-check", value: false });
    const vote = await caught(collectChanges(network, (actor) => castVote(actor, { id: 1, support: true })));
    expect(vote.code).to.equal("CHANGE_NOT_ALLOWED");
    const carried = await caught(collectChanges(network, (actor) => carryOutResolution(actor, { id: 1 })));
    expect(carried.code).to.equal("CHANGE_NOT_ALLOWED");
  });

  it("that this version cannot read is not voted on", async () => {
    const { rules } = network.contracts;
    const known = await rules.addNewRole.populateTransaction("X", "ADMINORG", 1, false, false, PEOPLE.admin);
    const [change = ""] = await collectChanges(network, withRole);
    // More behind it than belongs to the call: it does the same, and may hide something from another reader.
    for (const odd of [`${change}00`, `${change.slice(0, 10)}${known.data.slice(10)}`]) {
      await perform(admin, "Propose what is odd.", rules.proposeChanges.populateTransaction([odd]));
      const [proposal] = (await readPendingProposals(network)).slice(-1);
      expect(proposal?.about.resolution).to.deep.equal([{ does: null, data: odd }]);
      expect((await caught(readVotable(network, proposal?.id ?? 0))).code).to.equal("CHANGE_NOT_READABLE");
    }
  });

  it("says what its deciding vote takes away, whichever change does", async () => {
    await withRole(admin);
    await assignRole(admin, { org: "ADMINORG", account: PEOPLE.clerk, role: "CLERK" });
    const id = await together(async (actor) => {
      await proposeSetting(actor, { setting: "node-limit", value: 80 });
      await changeAccountStatus(actor, { org: "ADMINORG", account: PEOPLE.clerk, change: "suspend" });
    });
    expect(await readChangeBy(network, { id, vote: "for" })).to.equal(undefined);
    await castVote(admin, { id, support: true });
    const change = await readChangeBy(network, { id, vote: "for" });
    if (change === undefined) throw new Error("it takes nothing away");
    expect(await readWhoLoses(network, change)).to.deep.equal([PEOPLE.clerk]);
    const { data } = await network.contracts.rules.vote.populateTransaction(id, true);
    expect(await readChangeByCall(network, { to: network.addresses.PermissionsInterface, data })).to.deep.equal(change);
  });

  it("waits for the votes of those who have not voted", async () => {
    await approve(network, await proposeOrg(admin, { org: "ORG1", node: nodeOf("b1"), admin: PEOPLE.orgAdmin }));
    const id = await together((actor) => proposeOrgStatus(actor, { org: "ORG1", change: "suspend" }));
    await castVote(admin, { id, support: true });
    expect((await readInbox(network, { voter: PEOPLE.second })).map((each) => each.id)).to.deep.equal([id]);
    expect(await readInbox(network, { voter: PEOPLE.admin })).to.deep.equal([]);
  });
});
