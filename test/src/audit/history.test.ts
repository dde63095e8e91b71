import { expect } from "chai";
import { toQuantity } from "ethers";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { changeAccountStatus, proposeAccountRecovery } from "../../../src/actions/accounts.js";
import { proposeAdmin, proposeAdminRemoval } from "../../../src/actions/admins.js";
import { acceptGuardian, transferGuardian } from "../../../src/actions/guardian.js";
import { changeNodeAddress, changeNodeStatus } from "../../../src/actions/nodes.js";
import { addSubOrg, proposeOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import type { Actor, ActionResult } from "../../../src/actions/perform.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { proposeRule, proposeSetting } from "../../../src/actions/network-settings.js";
import { castVote, withdrawProposal } from "../../../src/actions/votes.js";
import type { HistoryEntry } from "../../../src/audit/history/history-entry.js";
import { type HistoryOptions, readHistory } from "../../../src/audit/history/read-history.js";
import type { Network } from "../../../src/network/network.js";
import { whole } from "../../../src/read/pages.js";
import { upgradeImplementation } from "../../../src/actions/upgrade/upgrade.js";
import { actorOf, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const { guardian, admin, second, orgAdmin, clerk, successor } = PEOPLE;

describe("the history of a network", () => {
  let network: Network;
  let all: HistoryEntry[];
  /** The transactions of the story, by what they are. */
  const sent = new Map<string, ActionResult>();
  let former: string;

  before(async () => {
    network = await openNetwork();
    await tellStory();
    all = await whole(readHistory(network));
  });

  async function tellStory(): Promise<void> {
    const [one, two] = [actorOf(network, "admin"), actorOf(network, "second")];
    const org1 = actorOf(network, "orgAdmin");
    const step = async (name: string, done: Promise<ActionResult>): Promise<number> => {
      sent.set(name, await done);
      return sent.get(name)?.opened[0] ?? 0;
    };
    const decided = async (name: string, proposed: Promise<ActionResult>): Promise<void> => {
      const id = await step(name, proposed);
      await step(`${name}: first vote`, castVote(one, { id, support: true }));
      await step(`${name}: last vote`, castVote(two, { id, support: true }));
    };
    const refused = async (name: string, proposed: Promise<ActionResult>): Promise<void> => {
      const id = await step(name, proposed);
      await step(`${name}: vote`, castVote(two, { id, support: false }));
    };

    await decided("org", proposeOrg(one, { org: "ORG1", node: nodeOf("cd"), admin: orgAdmin }));
    await step("sub", addSubOrg(org1, { parent: "ORG1", org: "SUB1", node: nodeOf("ef") }));
    await step("role", addRole(org1, { org: "ORG1", role: "CLERK", access: "transfer" }));
    await step("account", assignRole(org1, { org: "ORG1.SUB1", account: clerk, role: "CLERK" }));
    await step("node off", changeNodeStatus(org1, { org: "ORG1", node: nodeOf("cd"), change: "suspend" }));
    const moved = { ...nodeOf("ef"), ip: "10.0.0.2" };
    await step("node moved", changeNodeAddress(org1, { org: "ORG1.SUB1", node: moved }));
    await decided("suspension", proposeOrgStatus(one, { org: "ORG1", change: "suspend" }));
    await refused("restoration refused", proposeOrgStatus(one, { org: "ORG1", change: "restore" }));
    // Who proposed what was rejected waits with it.
    await decided("restoration", proposeOrgStatus(two, { org: "ORG1", change: "restore" }));
    await refusals(one, step);
    await step("blacklisting", changeAccountStatus(org1, { org: "ORG1.SUB1", account: clerk, change: "blacklist" }));
    const recovery = { org: "ORG1.SUB1", account: clerk };
    await refused("recovery refused", proposeAccountRecovery(one, recovery));
    await decided("recovery", proposeAccountRecovery(two, recovery));
    await decided("dismissal", proposeAdminRemoval(one, { org: "ORG1", account: orgAdmin }));
    await decided("rule", proposeRule(one, { operation: "appoint-admin", kind: "fraction", count: 2, outOf: 3 }));
    await decided("ip check", proposeSetting(one, { setting: "ip-check", value: false }));
    await handover(step);
  }

  /** Proposals that come to nothing. */
  async function refusals(
    one: Actor,
    step: (name: string, done: Promise<ActionResult>) => Promise<number>,
  ): Promise<void> {
    const id = await step("org 2", proposeOrg(one, { org: "ORG2", node: nodeOf("12"), admin: successor }));
    await step("org 2 withdrawn", withdrawProposal(one, { id }));
    const suspension = await step("kept", proposeOrgStatus(one, { org: "ORG1", change: "suspend" }));
    await step("kept: withdrawn", withdrawProposal(one, { id: suspension }));
    const appointed = { org: "ADMINORG", account: successor, role: "ADMIN" };
    const appointment = await step("appointment", proposeAdmin(one, appointed));
    await step("appointment withdrawn", withdrawProposal(one, { id: appointment }));
  }

  async function handover(step: (name: string, done: Promise<ActionResult>) => Promise<number>): Promise<void> {
    await step("guardian proposed", transferGuardian(actorOf(network, "guardian"), { account: successor }));
    await step("guardian accepted", acceptGuardian(actorOf(network, "successor")));
    former = network.addresses.PermissionsImplementation;
    const upgraded = await upgradeImplementation(actorOf(network, "successor"));
    if (upgraded.deployed !== null) sent.set("deployed", upgraded.deployed);
    if (upgraded.confirmed !== null) sent.set("upgrade", upgraded.confirmed);
    network = upgraded.network;
  }

  function entryOf(name: string): HistoryEntry {
    const found = all.filter(({ transaction }) => transaction === sent.get(name)?.hash);
    const [entry] = found;
    if (entry === undefined || found.length > 1) throw new Error(`"${name}" has ${found.length} entries`);
    return entry;
  }

  /** What an entry tells, without the echoes. */
  const told = ({ changes }: HistoryEntry): string[] =>
    changes.filter(({ echo }) => !echo).map(({ sentence }) => sentence);

  const toldOf = (name: string): string[] => told(entryOf(name));

  it("begins with the deployment", () => {
    const [deployed] = all;
    expect(deployed).to.deep.include({ block: 1, who: guardian, function: "constructor" });
    expect(deployed && told(deployed)).to.deep.equal([
      `${guardian} became the guardian.`,
      `${guardian} may boot the network.`,
    ]);
  });

  it("tells the boot, step by step", () => {
    const boot = all.slice(1, 8);
    expect(boot.map((entry) => entry.function)).to.deep.equal([
      "init",
      "setPolicy",
      "init",
      "addAdminNode",
      "addAdminAccount",
      "addAdminAccount",
      "updateNetworkBootStatus",
    ]);
    expect(boot.map(({ who }) => who)).to.deep.equal(boot.map(() => guardian));
    expect(boot.flatMap(told)).to.deep.equal([
      `The interface ${network.addresses.PermissionsInterface} and the implementation ${former} were linked.`,
      "ADMINORG was proposed.",
      "The role ADMIN (full) was added to ADMINORG.",
      "The node 81aaadc8… of ADMINORG was approved.",
      `${admin} was given the role ADMIN in ADMINORG.`,
      `${admin} became a network admin.`,
      `${second} was given the role ADMIN in ADMINORG.`,
      `${second} became a network admin.`,
      "ADMINORG was approved: the network has booted.",
    ]);
  });

  it("says what is said when no event but the call's own tells", () => {
    expect(all[2]?.changes.map(({ sentence }) => sentence)).to.deep.equal([`${guardian} called setPolicy.`]);
  });

  it("has each transaction once, in the order of blocks, with the block's time", async () => {
    expect(new Set(all.map(({ transaction }) => transaction)).size).to.equal(all.length);
    const blocks = all.map(({ block }) => block);
    expect(blocks).to.deep.equal([...blocks].sort((a, b) => a - b));
    const { block, time } = entryOf("sub");
    const raw = await network.chain.rpc.send("eth_getBlockByNumber", [toQuantity(block), false]);
    const { timestamp } = raw as { timestamp: string };
    expect(time).to.equal(new Date(Number(timestamp) * 1000).toISOString());
  });

  it("tells a proposal, the votes on it, and what came of it", () => {
    expect(entryOf("org")).to.deep.include({ who: admin, function: "addOrg" });
    expect(toldOf("org")).to.deep.equal([
      "ORG1 was proposed.",
      "The node b98a7fb8… was proposed for ORG1.",
      `${orgAdmin} was proposed as ORGADMIN of ORG1.`,
      `${admin} proposed to add an organisation: ORG1, ${orgAdmin}, role ORGADMIN, node b98a7fb8… (proposal 1).`,
    ]);
    expect(toldOf("org: first vote")).to.deep.equal([`${admin} voted for proposal 1.`]);
    expect(entryOf("org: last vote")).to.deep.include({ who: second, function: "voteByHash" });
    expect(toldOf("org: last vote")).to.deep.equal([
      `${second} voted for proposal 1.`,
      "ORG1 was approved.",
      "The role ORGADMIN (full) was added to ORG1.",
      "The node b98a7fb8… of ORG1 was approved.",
      `${orgAdmin} was given the role ORGADMIN in ORG1.`,
      "Proposal 1 was approved.",
    ]);
  });

  it("gives every change as fields too", () => {
    const { changes } = entryOf("org: first vote");
    const cast = changes.find(({ event }) => event === "VoteCast");
    expect(cast).to.deep.include({ voter: admin, support: true, proposal: 1, operation: "add-org" });
    expect(cast).to.have.nested.property("about.org", "ORG1");
    const enodeId = enodeIdOf("cd");
    const url = `enode://${enodeId}@10.0.0.1:30303?discport=0`;
    const off = entryOf("node off").changes.at(-1);
    expect(off).to.deep.include({ event: "NodeDeactivated", org: "ORG1", node: { enodeId, url } });
  });

  it("names a sub-organisation by its full id", () => {
    expect(toldOf("sub")).to.deep.equal(["ORG1.SUB1 was added.", "The node ac9c93cf… of ORG1.SUB1 was approved."]);
  });

  it("tells what an organisation's admin does", () => {
    expect(toldOf("role")).to.deep.equal(["The role CLERK (transfer) was added to ORG1."]);
    expect(toldOf("account")).to.deep.equal([`${clerk} was given the role CLERK in ORG1.SUB1.`]);
    expect(toldOf("node off")).to.deep.equal(["The node b98a7fb8… of ORG1 was deactivated."]);
    expect(toldOf("node moved")).to.deep.equal([
      "The node ac9c93cf… of ORG1.SUB1 was deactivated at 10.0.0.1, port 30303.",
      "The node ac9c93cf… of ORG1.SUB1 was activated at 10.0.0.2, port 30303.",
    ]);
    expect(toldOf("blacklisting")).to.deep.equal([`The account ${clerk} of ORG1.SUB1 was blacklisted.`]);
  });

  it("tells a suspension and a restoration", () => {
    expect(toldOf("suspension")).to.deep.equal([
      `${admin} proposed to suspend an organisation: ORG1 (proposal 2).`,
      "ORG1 was proposed for suspension.",
    ]);
    expect(toldOf("suspension: last vote").slice(1)).to.deep.equal(["ORG1 was suspended.", "Proposal 2 was approved."]);
    expect(toldOf("restoration: last vote").slice(1)).to.deep.equal(["ORG1 was restored.", "Proposal 4 was approved."]);
  });

  it("says what stays as it was because a proposal failed", () => {
    const refused = toldOf("restoration refused: vote");
    expect(refused).to.deep.equal([
      `${second} voted against proposal 3.`,
      "ORG1 stays suspended.",
      "Proposal 3 was rejected.",
    ]);
    expect(toldOf("kept: withdrawn")).to.deep.equal(["ORG1 stays approved.", "Proposal 6 was withdrawn."]);
    expect(toldOf("org 2 withdrawn")).to.deep.equal([
      "ORG2 was not approved.",
      "The node 6360e856… is free again.",
      `The account ${successor} of ORG2 was not approved.`,
      "Proposal 5 was withdrawn.",
    ]);
    expect(toldOf("recovery refused: vote").slice(1)).to.deep.equal([
      `The account ${clerk} of ORG1.SUB1 stays blacklisted.`,
      "Proposal 8 was rejected.",
    ]);
  });

  it("tells recoveries, dismissals and settings", () => {
    expect(toldOf("recovery: last vote")[1]).to.equal(`The account ${clerk} of ORG1.SUB1 was activated.`);
    expect(toldOf("dismissal: last vote")[1]).to.equal(`${orgAdmin} lost its role in ORG1.`);
    expect(toldOf("rule")).to.deep.equal([
      `${admin} proposed to change a voting rule: fraction 2 of 3 to appoint an admin (proposal 11).`,
    ]);
    expect(toldOf("rule: last vote")[1]).to.equal("The voting rule to appoint an admin became fraction 2 of 3.");
    expect(toldOf("ip check")).to.deep.equal([`${admin} proposed to change a setting: ip-check off (proposal 12).`]);
    expect(toldOf("ip check: last vote")[1]).to.match(/^The IP of a connection is not compared/);
  });

  it("tells the guardian's doings", () => {
    expect(entryOf("guardian proposed")).to.deep.include({ who: guardian, function: "transferGuardian" });
    expect(toldOf("guardian proposed")).to.deep.equal([`${successor} was proposed as guardian.`]);
    expect(entryOf("guardian accepted")).to.deep.include({ who: successor, function: "acceptGuardian" });
    expect(toldOf("guardian accepted")[0]).to.equal(`${successor} became the guardian.`);
    expect(entryOf("deployed")).to.deep.include({ who: null, function: "constructor" });
    expect(toldOf("deployed").map((sentence) => sentence.replaceAll(/0x\w+/g, "0x…"))).to.deep.equal(
      Array.from({ length: 10 }, () => "The implementation runs the module 0x…, whose code has the hash 0x…."),
    );
    expect(entryOf("upgrade")).to.deep.include({ who: successor, function: "confirmImplChange" });
    const { PermissionsImplementation: now } = network.addresses;
    expect(toldOf("upgrade")).to.deep.equal([`${now} became the implementation, in place of ${former}.`]);
  });

  describe("filtered", () => {
    const filtered = async (options: HistoryOptions): Promise<string[]> =>
      (await whole(readHistory(network, options))).map(({ transaction }) => transaction);
    const hashes = (...names: string[]): (string | null | undefined)[] => names.map((name) => sent.get(name)?.hash);

    it("by a sub-organisation has only what concerns it", async () => {
      expect(await filtered({ org: "ORG1.SUB1" })).to.deep.equal([
        ...hashes("sub", "account", "node moved", "blacklisting"),
        ...hashes("recovery refused", "recovery refused: vote"),
        ...hashes("recovery", "recovery: first vote", "recovery: last vote"),
      ]);
    });

    it("by an organisation has its branch and the votes about it", async () => {
      const found = await filtered({ org: "ORG1" });
      expect(found).to.include.members(hashes("sub", "org: first vote", "suspension: last vote", "node off"));
      expect(found).not.to.include.members(hashes("org 2"));
      expect(await filtered({ org: "ORG" })).to.deep.equal([]);
    });

    it("by an account has what it did and what concerns it", async () => {
      expect(await filtered({ account: successor.toLowerCase() })).to.deep.equal([
        ...hashes("org 2", "org 2 withdrawn", "appointment", "appointment withdrawn"),
        ...hashes("guardian proposed", "guardian accepted", "upgrade"),
      ]);
    });

    it("by a proposal has its life", async () => {
      const life = hashes("suspension", "suspension: first vote", "suspension: last vote");
      expect(await filtered({ proposal: 2 })).to.deep.equal(life);
    });

    it("by several things has what meets all of them", async () => {
      const both = await filtered({ proposal: 2, account: second });
      expect(both).to.deep.equal(hashes("suspension: last vote"));
    });

    it("by blocks has those alone", async () => {
      const { block } = entryOf("role");
      const some = await filtered({ from: BigInt(block), to: BigInt(block + 1) });
      expect(some).to.deep.equal(hashes("role", "account"));
    });

    it("by a time begins with the first block of that time", async () => {
      const { time } = entryOf("guardian accepted");
      expect(await filtered({ since: new Date(time) })).to.deep.equal(
        hashes("guardian accepted", "deployed", "upgrade"),
      );
      expect(await filtered({ since: new Date("2999-01-01") })).to.deep.equal([]);
    });
  });
});
