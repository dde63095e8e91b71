import { expect } from "chai";
import { computeAddress } from "ethers";
import { setBootOperator } from "../../../src/actions/guardian.js";
import { changeNodeStatus } from "../../../src/actions/nodes.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { proposeOrg } from "../../../src/actions/orgs.js";
import { upgradeImplementation } from "../../../src/actions/upgrade/upgrade.js";
import { castVote } from "../../../src/actions/votes.js";
import type { Actor } from "../../../src/actions/perform.js";
import { getBlockNumber } from "../../../src/chain/chain.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { formatEnode } from "../../../src/model/enode.js";
import type { Network } from "../../../src/network/network.js";
import { readNodesFor } from "../../../src/read/explain.js";
import { caught } from "../../helpers/caught.js";
import { GoQuorumLookalike } from "../../helpers/goquorum-lookalike.js";
import { actorOf, nodeOf, openNetwork, PEOPLE, through } from "../../helpers/in-process-network.js";

const OWN = nodeOf("ab");
const OTHER = nodeOf("cd");

describe("what a GoQuorum node would not take", () => {
  let plain: Network;
  let node: GoQuorumLookalike;
  let network: Network;
  /** What the node says of itself, where its JSON-RPC server offers it. */
  let says: Record<string, unknown>;

  beforeEach(async () => {
    plain = await openNetwork();
    // Otherwise the deployment was so lately that nothing of it would be deployed again.
    for (const allowed of [true, false]) {
      await setBootOperator(actorOf(plain, "guardian"), { operator: PEOPLE.successor, allowed });
    }
    node = new GoQuorumLookalike();
    says = {};
    node.instead = (method) => says[method];
    network = through(plain, (rpc) => node.rpc(rpc));
  });

  const as = (person: keyof typeof PEOPLE, dryRun = false): Actor => ({
    network,
    signer: nodeSigner(PEOPLE[person]),
    dryRun,
  });

  const role = (person: keyof typeof PEOPLE, dryRun = false) =>
    addRole(as(person, dryRun), { org: "ADMINORG", role: "CLERK", access: "transfer" });

  /** The error, after which nothing has been sent. */
  async function refused(work: () => Promise<unknown>) {
    const before = await getBlockNumber(plain.chain.rpc);
    const error = await caught(work());
    expect(await getBlockNumber(plain.chain.rpc)).to.equal(before);
    return error;
  }

  for (const dryRun of [true, false]) {
    describe(dryRun ? "is refused in a dry run" : "is refused before it is sent", () => {
      it("from the guardian that deploys, who is told who may", async () => {
        const error = await refused(() => upgradeImplementation(as("guardian", dryRun)));
        expect(error.code).to.equal("SENDER_NOT_ALLOWED");
        expect(error.message).to.equal(
          `Nodes do not take a deployment of ${PEOPLE.guardian}. The account belongs to no organisation.`,
        );
        expect(error.hint).to.equal(
          `Let a network admin (${PEOPLE.admin}, ${PEOPLE.second}) deploy the implementation, and confirm it by its address then.`,
        );
        expect(error.actions).to.deep.equal([{ name: "deploy-implementation" }]);
      });

      it("at a node that is unknown to the contracts", async () => {
        says.admin_nodeInfo = { enode: formatEnode(OTHER) };
        const error = await refused(() => role("admin", dryRun));
        expect(error.code).to.equal("NODE_OF_OTHER_ORG");
        expect(error.message).to.match(
          /^0x\w+ belongs to ADMINORG, and this node \(\w{8}…\) is unknown to the contracts: it/,
        );
        expect(error.hint).to.match(/own organisation: 10\.0\.0\.1:30303 \(\w{8}…\)\.$/);
      });
    });
  }

  describe("of an organisation with a node of its own", () => {
    const orgRole = (person: keyof typeof PEOPLE = "orgAdmin", dryRun = false) =>
      addRole(as(person, dryRun), { org: "ORG1", role: "CLERK", access: "transfer" });

    beforeEach(async () => {
      const proposed = await proposeOrg(actorOf(plain, "admin"), { org: "ORG1", node: OTHER, admin: PEOPLE.orgAdmin });
      const vote = { id: proposed.opened[0] ?? 0, support: true };
      for (const person of ["admin", "second"] as const) await castVote(actorOf(plain, person), vote);
    });

    for (const dryRun of [true, false]) {
      it(`is refused from an account whose role does not cover it${dryRun ? ", also in a dry run" : ""}`, async () => {
        const admin = actorOf(plain, "orgAdmin");
        await addRole(admin, { org: "ORG1", role: "HAND", access: "transfer", admin: true });
        await assignRole(admin, { org: "ORG1", account: PEOPLE.clerk, role: "HAND" });
        const error = await refused(() => orgRole("clerk", dryRun));
        expect(error.code).to.equal("SENDER_NOT_ALLOWED");
        expect(error.message).to.match(
          /\(call\) of 0x\w+\. Its role HAND gives transfer access, which does not cover transactions of the kind "call"\.$/,
        );
      });
    }

    it("is known by the address that an Istanbul node has, too", async () => {
      says.istanbul_nodeAddress = computeAddress(`0x04${OWN.enodeId}`).toLowerCase();
      const error = await refused(() => orgRole());
      expect(error.code).to.equal("NODE_OF_OTHER_ORG");
      expect(error.message).to.include("belongs to ORG1, and this node").and.include("is of ADMINORG: it does not");
      says.istanbul_nodeAddress = computeAddress(`0x04${OTHER.enodeId}`).toLowerCase();
      expect((await orgRole()).hash).to.match(/^0x/);
    });

    it("is said where none is approved any more", async () => {
      await changeNodeStatus(actorOf(plain, "orgAdmin"), { org: "ORG1", node: OTHER, change: "suspend" });
      says.admin_nodeInfo = { enode: formatEnode(OTHER) };
      const error = await refused(() => orgRole());
      expect(error.code).to.equal("NODE_OF_OTHER_ORG");
      expect(error.message).to.include("is of ORG1, and deactivated: it");
      expect(error.hint).to.match(/^No node of ORG1, or of an organisation below it, is approved/);
    });

    it("is told beforehand: at which nodes an account may send", async () => {
      const ask = (account: string, allowed = true) => readNodesFor(plain, { account, allowed });
      const urls = async (account: string) => (await ask(account))?.map(({ url }) => url);
      expect(await urls(PEOPLE.orgAdmin)).to.deep.equal([formatEnode(OTHER)]);
      expect(await urls(PEOPLE.admin)).to.deep.equal([formatEnode(OWN)]);
      expect([await ask(PEOPLE.clerk), await ask(PEOPLE.admin, false)]).to.deep.equal([null, null]);
    });
  });

  const taken: [where: string, said: Record<string, unknown>][] = [
    ["at a node of its organisation", { admin_nodeInfo: { enode: formatEnode(OWN) } }],
    ["at a node that does not say who it is", {}],
    [
      "at a node that does not enforce permissions",
      { admin_nodeInfo: { enode: formatEnode(OTHER) }, quorumPermission_transactionAllowed: true },
    ],
    [
      "at a node that is not GoQuorum's",
      { admin_nodeInfo: { enode: formatEnode(OTHER) }, web3_clientVersion: "anvil/v1.5.0" },
    ],
  ];
  for (const [where, said] of taken) {
    it(`is not what an account may send ${where}`, async () => {
      Object.assign(says, said);
      expect((await role("admin")).hash).to.match(/^0x/);
    });
  }
});
