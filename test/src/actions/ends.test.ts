import { expect } from "chai";
import { addNode, changeNodeStatus, renewNode } from "../../../src/actions/nodes.js";
import { proposeRule } from "../../../src/actions/network-settings.js";
import { proposeOrg } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { collectChanges, proposeResolution } from "../../../src/actions/resolutions.js";
import { addRole, assignRole, renewRole } from "../../../src/actions/roles.js";
import { readHistory } from "../../../src/audit/history/read-history.js";
import { endFindings } from "../../../src/check/end-findings.js";
import { nodeFindings } from "../../../src/check/node-findings.js";
import { getBlock } from "../../../src/chain/chain.js";
import { statusInWords } from "../../../src/model/stopped.js";
import { callInWords } from "../../../src/network/call-in-words.js";
import { type Network, networkAt } from "../../../src/network/network.js";
import { approvedNodes } from "../../../src/node-bundle/approved-nodes.js";
import { changeInWords } from "../../../src/read/change-in-words.js";
import { readChangeByCall } from "../../../src/read/change-by-call.js";
import { endingsAmong, readEndingsFor } from "../../../src/read/endings.js";
import { explainConnecting, explainSending } from "../../../src/read/explain.js";
import { findAccount, findNode } from "../../../src/read/find.js";
import { whole } from "../../../src/read/pages.js";
import { readAccounts, readNodes, readOrgs } from "../../../src/read/read-records.js";
import { textAtHand } from "../../../src/util/text-source.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const DAY = 24 * 60 * 60;
const { clerk, successor } = PEOPLE;
const node = { ...nodeOf("c2"), port: 30306 };

describe("what is given until a time", () => {
  let network: Network;
  let orgAdmin: Actor;
  /** Of the chain, in milliseconds. */
  let now: number;
  let end: Date;
  let words: string;

  beforeEach(async () => {
    network = await openNetwork();
    orgAdmin = actorOf(network, "orgAdmin");
    const org = { org: "ORG1", node: { ...nodeOf("b1"), port: 30305 }, admin: PEOPLE.orgAdmin };
    await approve(network, await proposeOrg(actorOf(network, "admin"), org));
    await addRole(orgAdmin, { org: "ORG1", role: "CLERK", access: "transfer" });
    await addRole(orgAdmin, { org: "ORG1", role: "DEPUTY", access: "full", admin: true });
    now = await timeOfChain();
    end = new Date(now + 2 * DAY * 1000);
    words = `${end.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  });

  const timeOfChain = async (): Promise<number> => (await getBlock(network.chain.rpc, "latest")).time.getTime();
  const pass = async (days: number): Promise<void> => {
    await network.chain.rpc.send("evm_increaseTime", [days * DAY]);
    await network.chain.rpc.send("evm_mine", []);
  };
  const give = (role = "CLERK", account = clerk, until: Date | null = end) =>
    assignRole(orgAdmin, { org: "ORG1", account, role, until });
  const add = (until: Date | null = end) => addNode(orgAdmin, { org: "ORG1", node, until });

  describe("a role", () => {
    it("is read and shown with its end, before and after, and as of any block", async () => {
      const { summary, block } = await give();
      expect(summary).to.equal(`Give ${clerk} the role CLERK in ORG1 until ${words}.`);
      const before = await findAccount(network, clerk);
      expect(before).to.include({ endsAt: end.toISOString(), ended: false, effective: true });
      expect(statusInWords({ ...before, stoppedBy: null })).to.equal(`active, until ${words}`);
      await pass(3);
      const after = await findAccount(network, clerk);
      expect(after).to.include({ endsAt: end.toISOString(), ended: true, effective: false, status: "active" });
      expect(statusInWords({ ...after, stoppedBy: null })).to.equal(`active, ended ${words}`);
      expect(await findAccount(networkAt(network, BigInt(block ?? 0)), clerk)).to.deep.equal(before);
      expect((await findAccount(network, PEOPLE.orgAdmin)).endsAt).to.equal(null);
    });

    it("that has ended is why its account may not send, and renewing it the way out", async () => {
      await give();
      await pass(3);
      const { allowed, why, wayOut } = await explainSending(network, { account: clerk, kind: "transfer" });
      expect([allowed, why]).to.deep.equal([false, [`Its role CLERK ended ${words}.`]]);
      expect(wayOut).to.deep.equal([
        { hint: "An admin of ORG1 can renew it.", actions: [{ name: "renew-account", subject: clerk }] },
      ]);
      const { summary } = await renewRole(orgAdmin, { account: clerk, until: null });
      expect(summary).to.equal(`Give ${clerk} the role CLERK in ORG1 without an end.`);
      expect((await explainSending(network, { account: clerk, kind: "transfer" })).allowed).to.equal(true);
      expect(await findAccount(network, clerk)).to.include({ endsAt: null, ended: false, effective: true });
    });

    it("that made an admin and has ended is why it can do nothing as one", async () => {
      await give("DEPUTY");
      await give("CLERK", successor);
      await pass(3);
      const byClerk = (person: "clerk" | "successor") =>
        caught(addRole(actorOf(network, person), { org: "ORG1", role: "OTHER", access: "transfer" }));
      const { code, message, actions } = await byClerk("clerk");
      expect([code, message]).to.deep.equal([
        "SENDER_STOPPED",
        `${clerk} cannot do this now. Its role DEPUTY ended ${words}.`,
      ]);
      expect(actions).to.deep.equal([{ name: "renew-account", subject: clerk }]);
      expect((await byClerk("successor")).code).to.equal("NotOrgAdmin");
    });

    it("is not given for longer than the giver has its own, nor until a time that is past", async () => {
      await give("DEPUTY");
      const deputy = actorOf(network, "clerk");
      const longer = new Date(end.getTime() + 60_000);
      for (const until of [longer, null, undefined]) {
        const error = await caught(assignRole(deputy, { org: "ORG1", account: successor, role: "CLERK", until }));
        expect([error.code, error.message]).to.deep.equal([
          "OutlivesGiver",
          `The role of ${clerk} ends ${words}, and it gives none that lasts longer.`,
        ]);
      }
      const past = await caught(give("CLERK", successor, new Date(now - DAY * 1000)));
      expect(past.message).to.match(/^Nothing can be given until \d{4}-.* UTC\.$/);
      const far = await caught(give("CLERK", successor, new Date("2300-01-01T00:00Z")));
      expect([far.code, far.message]).to.deep.equal([
        "EndNotAllowed",
        "Nothing can be given until 2300-01-01 00:00 UTC.",
      ]);
    });

    it("is renewed only where there is one", async () => {
      expect((await caught(renewRole(orgAdmin, { account: clerk, until: end }))).code).to.equal("ACCOUNT_UNKNOWN");
      await give();
      const same = await caught(renewRole(orgAdmin, { account: clerk, until: end }));
      expect(same.message).to.equal(`${clerk} already has the role "CLERK".`);
    });
  });

  describe("a node", () => {
    it("is read and shown with its end, renewed, and let in no more when it has come", async () => {
      expect((await add()).summary).to.match(new RegExp(`^Add the node enode://\\S+ to ORG1 until ${words}\\.$`));
      const before = await findNode(network, node.enodeId);
      expect(before).to.include({ endsAt: end.toISOString(), ended: false, status: "approved" });
      await pass(3);
      const after = await findNode(network, node.enodeId);
      expect(after).to.include({ endsAt: end.toISOString(), ended: true, status: "approved" });
      expect(statusInWords({ ...after, stoppedBy: null })).to.equal(`approved, ended ${words}`);
      expect(await explainConnecting(network, node)).to.deep.equal({
        allowed: false,
        why: [`Its admission ended ${words}.`],
        wayOut: [
          {
            hint: "An admin of ORG1 can renew it.",
            actions: [{ name: "renew-node", subject: node.enodeId.slice(0, 8) }],
          },
        ],
      });
      expect((await approvedNodes(network)).map(({ enodeId }) => enodeId)).to.not.include(node.enodeId);
      const { summary } = await renewNode(orgAdmin, { org: "ORG1", node, until: null });
      expect(summary).to.match(/^Keep the node enode:\/\/\S+ of ORG1 without an end\.$/);
      expect((await explainConnecting(network, node)).allowed).to.equal(true);
      expect((await caught(renewNode(orgAdmin, { org: "ORG1", node, until: null }))).code).to.equal("NothingChanges");
    });

    it("has no end in the admin organisation, whose nodes leave by vote", async () => {
      const admin = actorOf(network, "admin");
      const error = await caught(addNode(admin, { org: "ADMINORG", node, until: end }));
      expect(error.code).to.equal("NodeByVoteOnly");
      expect(error.message).to.match(
        /^The node \S+ is one of the admin organisation, whose nodes leave by vote only\.$/,
      );
    });

    it("is renewed while it is deactivated", async () => {
      await add();
      await changeNodeStatus(orgAdmin, { org: "ORG1", node, change: "suspend" });
      await renewNode(orgAdmin, { org: "ORG1", node, until: new Date(end.getTime() + 1000) });
      expect((await findNode(network, node.enodeId)).status).to.equal("deactivated");
    });
  });

  it("is told by the history", async () => {
    await give();
    await add();
    await renewNode(orgAdmin, { org: "ORG1", node, until: null });
    const changes = (await whole(readHistory(network, { last: 3 }))).flatMap((entry) => entry.changes);
    const told = changes.filter(({ event }) => event === "AccountEnds" || event === "NodeEnds");
    const short = `${node.enodeId.slice(0, 8)}…`;
    expect(told).to.deep.equal([
      {
        event: "AccountEnds",
        echo: false,
        sentence: `The role of ${clerk} in ORG1 ends ${words}.`,
        account: clerk,
        org: "ORG1",
        endsAt: end.toISOString(),
      },
      {
        event: "NodeEnds",
        echo: false,
        sentence: `The node ${short} of ORG1 ends ${words}.`,
        org: "ORG1",
        endsAt: end.toISOString(),
      },
      {
        event: "NodeEnds",
        echo: false,
        sentence: `The node ${short} of ORG1 does not end by itself any more.`,
        org: "ORG1",
        endsAt: null,
      },
    ]);
  });

  it("can be a change of a resolution, in words with its end", async () => {
    const changes = await collectChanges(network, async (collecting) => {
      await assignRole(collecting, { org: "ORG1", account: clerk, role: "CLERK", until: end });
      await addNode(collecting, { org: "ORG1", node, until: end });
    });
    const [role = "", admission = ""] = changes;
    expect(changeInWords(role)).to.equal(`give ${clerk} the role CLERK in ORG1 until ${words}`);
    expect(changeInWords(admission)).to.match(
      new RegExp(`^add the node enode://\\S+ to ORG1, or keep it there, until ${words}$`),
    );
    const to = network.addresses.PermissionsInterface;
    const seconds = String(end.getTime() / 1000);
    expect(callInWords({ to, data: role }).values.at(-1)).to.deep.equal({
      name: "until",
      value: `${seconds} (${words})`,
    });
    expect(await readChangeByCall(network, { to, data: role })).to.deep.equal({
      about: "assignment",
      account: clerk,
      org: "ORG1",
      role: "CLERK",
    });
    await approve(network, await proposeResolution(actorOf(network, "admin"), changes));
    expect((await findAccount(network, clerk)).endsAt).to.equal(end.toISOString());
    expect((await findNode(network, node.enodeId)).endsAt).to.equal(end.toISOString());
  });

  it("is said of a change that somebody proposes, whatever its end", async () => {
    const { assignAccountRoleUntil } = network.contracts.rules;
    const said = async (until: bigint) =>
      changeInWords((await assignAccountRoleUntil.populateTransaction(clerk, "ORG1", "CLERK", until)).data);
    expect(await said(0n)).to.equal(`give ${clerk} the role CLERK in ORG1 without an end`);
    expect(await said(2n ** 48n - 1n)).to.match(/ until 281474976710655 seconds after 1970$/);
  });

  it("is proposed where a policy has giving it voted on", async () => {
    const admin = actorOf(network, "admin");
    for (const operation of ["assign-role", "add-node"] as const)
      await approve(network, await proposeRule(admin, { operation, kind: "count", count: 2, outOf: 0 }));
    const given = await give();
    expect(given.summary).to.equal(`Propose to give ${clerk} the role CLERK in ORG1 until ${words}.`);
    expect(given.opened).to.have.length(1);
    expect((await add()).summary).to.match(/^Propose to add the node /);
  });

  it("is found by a check once it has ended, and until somebody has seen to it", async () => {
    await give();
    await give("CLERK", successor, null);
    await add();
    const find = async () =>
      endFindings(await readOrgs(network), await readNodes(network), await readAccounts(network));
    expect(await find()).to.deep.equal([]);
    await pass(3);
    const [ofNode, ofRole, ...others] = await find();
    expect(others).to.deep.equal([]);
    expect(ofNode).to.deep.include({ level: "warning", code: "NODE_ENDED" });
    expect(ofNode?.what).to.equal(
      `The admission of the node ${node.enodeId.slice(0, 8)}… of ORG1 ended ${words}, and other nodes still list it as approved.`,
    );
    expect(ofNode?.wayOut?.actions).to.deep.equal([{ name: "deactivate-node", subject: node.enodeId.slice(0, 8) }]);
    expect(ofRole).to.deep.include({
      level: "info",
      code: "ROLES_ENDED",
      what: `These roles have ended: CLERK of ${clerk} in ORG1 (${words}).`,
    });
    const { url } = await findNode(network, node.enodeId);
    const [listed] = nodeFindings(textAtHand("static-nodes.json", JSON.stringify([url])), await readNodes(network));
    expect(listed?.what).to.match(/^static-nodes\.json names the node \S+, whose admission has ended\.$/);
    await changeNodeStatus(orgAdmin, { org: "ORG1", node, change: "suspend" });
    await renewRole(orgAdmin, { account: clerk, until: null });
    expect(await find()).to.deep.equal([]);
  });

  it("is near for who can renew it: network admins, and admins of its organisation or above", async () => {
    await give();
    await give("CLERK", successor, new Date(Date.now() + 60 * DAY * 1000));
    await add();
    const near = { accounts: [clerk], nodes: [node.enodeId] };
    const namesOf = ({ accounts, nodes }: Awaited<ReturnType<typeof readEndingsFor>>) => ({
      accounts: accounts.map(({ address }) => address),
      nodes: nodes.map(({ enodeId }) => enodeId),
    });
    for (const { address } of [actorOf(network, "second").signer, orgAdmin.signer])
      expect(namesOf(await readEndingsFor(network, address))).to.deep.equal(near);
    const all = { orgs: [], accounts: await readAccounts(network), nodes: await readNodes(network) };
    expect(namesOf(endingsAmong(all))).to.deep.equal(near);
    for (const address of [clerk, PEOPLE.guardian])
      expect(await readEndingsFor(network, address)).to.deep.equal({ orgs: [], accounts: [], nodes: [] });
  });
});
