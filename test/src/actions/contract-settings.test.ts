import { expect } from "chai";
import { getCreateAddress } from "ethers";
import {
  registerContract,
  setContractAccess,
  setMethodAccess,
  forgetDeployer,
} from "../../../src/actions/contracts.js";
import { proposeSetting } from "../../../src/actions/network-settings.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { proposeOrg } from "../../../src/actions/orgs.js";
import type { Actor } from "../../../src/actions/perform.js";
import { collectChanges, proposeResolution } from "../../../src/actions/resolutions.js";
import { readHistory } from "../../../src/audit/history/read-history.js";
import { buildTree } from "../../../src/audit/graph/tree.js";
import { drawText } from "../../../src/audit/graph/draw-text.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { openInProcess } from "../../../src/nodejs/in-process.js";
import type { Network } from "../../../src/network/network.js";
import { parseMethod } from "../../../src/network/method.js";
import { maySend } from "../../../src/read/checks.js";
import { readOwnLimits } from "../../../src/read/limits.js";
import { readProposal } from "../../../src/read/read-proposals.js";
import { readSettings } from "../../../src/read/read-settings.js";
import { readSnapshot } from "../../../src/read/read-snapshot.js";
import { readVotable } from "../../../src/read/votable.js";
import { aNetworkFile } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";
import { actorOf, approve, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

const TARGET = getCreateAddress({ from: PEOPLE.orgAdmin, nonce: 77 });

async function toldSince(network: Network, from: bigint): Promise<string[]> {
  const told: string[] = [];
  for await (const page of readHistory(network, { from }))
    for (const { changes } of page) told.push(...changes.filter(({ echo }) => !echo).map(({ sentence }) => sentence));
  return told;
}

async function nextBlock({ chain }: Network): Promise<bigint> {
  return BigInt((await chain.rpc.send("eth_blockNumber", [])) as string) + 1n;
}

describe("what is set of contracts", () => {
  let network: Network;
  let admin: Actor;
  let orgAdmin: Actor;

  beforeEach(async () => {
    network = await openNetwork();
    [admin, orgAdmin] = [actorOf(network, "admin"), actorOf(network, "orgAdmin")];
    await approve(network, await proposeOrg(admin, { org: "ORG1", node: nodeOf("c1"), admin: PEOPLE.orgAdmin }));
    await addRole(orgAdmin, { org: "ORG1", role: "DEV", access: "full" });
    await assignRole(orgAdmin, { org: "ORG1", account: PEOPLE.clerk, role: "DEV" });
  });

  const mayDeploy = () => maySend(network, { account: PEOPLE.clerk, kind: "deploy" });

  it("restricts deploying, for all or for one organisation, as words say", async () => {
    const from = await nextBlock(network);
    const said: string[] = [];
    const set = async (given: Parameters<typeof proposeSetting>[1]) => {
      const id = await approve(network, await proposeSetting(admin, given));
      const { about } = await readProposal(network, id);
      expect(about.setting).to.deep.equal({ setting: given.setting, value: given.value });
      said.push(`${String(about.org)}: ${String(await mayDeploy())}`);
    };
    await set({ setting: "restrict-deploying", value: true });
    expect(await readSettings(network)).to.deep.include({ restrictDeploying: true, registeredOnly: false });
    await set({ setting: "restrict-deploying", value: "free", org: "ORG1" });
    expect(await readOwnLimits(network)).to.deep.equal([{ org: "ORG1", setting: "restrict-deploying", value: "free" }]);
    await set({ setting: "restrict-deploying", value: false });
    await set({ setting: "restrict-deploying", value: "restricted", org: "ORG1" });
    await set({ setting: "restrict-deploying", value: "as-network", org: "ORG1" });
    expect(said).to.deep.equal(["null: false", "ORG1: true", "null: true", "ORG1: false", "ORG1: true"]);
    expect(await readOwnLimits(network)).to.deep.equal([]);
    expect((await toldSince(network, from)).filter((sentence) => sentence.includes("from now on"))).to.deep.equal([
      "Only accounts of organisations that are let may deploy contracts from now on (restrict-deploying on).",
      "Accounts of ORG1 may deploy contracts from now on (restrict-deploying free).",
      "Accounts may deploy contracts if their role allows it from now on (restrict-deploying off).",
      "Accounts of ORG1 cannot deploy contracts from now on (restrict-deploying restricted).",
      "Accounts of ORG1 may deploy contracts as the network says from now on (restrict-deploying as-network).",
    ]);
  });

  it("is decided with contracts and methods in one resolution, in words, and votes name it", async () => {
    const from = await nextBlock(network);
    const method = parseMethod("transfer(address,uint256)");
    const changes = await collectChanges(network, async (actor) => {
      await registerContract(actor, { org: "ORG1", address: TARGET });
      await proposeSetting(actor, { setting: "registered-only", value: true });
      await proposeSetting(actor, { setting: "restrict-deploying", value: "restricted", org: "ORG1" });
    });
    const id = await approve(network, await proposeResolution(admin, changes));
    const { about } = await readProposal(network, id);
    expect(about.resolution?.map(({ does }) => does)).to.deep.equal([
      `register the contract ${TARGET} for ORG1`,
      "set registered-only on",
      "set restrict-deploying restricted for ORG1",
    ]);
    expect(await readSettings(network)).to.deep.include({ registeredOnly: true });

    const more = await collectChanges(network, async (actor) => {
      await setContractAccess(actor, { address: TARGET, opening: { to: "listed", orgs: ["ORG1"], roles: ["DEV"] } });
      await setMethodAccess(actor, { address: TARGET, method, opening: { to: "everybody", orgs: [], roles: [] } });
    });
    const proposed = await proposeResolution(admin, more);
    expect((await readVotable(network, proposed.opened[0] ?? 0)).proposal.about.resolution).to.have.length(2);
    await approve(network, proposed);
    const call = (account: string, called?: typeof method) =>
      maySend(network, { account, kind: "call", to: TARGET, method: called });
    expect([await call(PEOPLE.clerk), await call(PEOPLE.orgAdmin)]).to.deep.equal([true, false]);
    expect([await call(PEOPLE.successor), await call(PEOPLE.successor, method)]).to.deep.equal([false, true]);

    const told = await toldSince(network, from);
    expect(told).to.include.members([
      `The contract ${TARGET} was registered for ORG1 by vote.`,
      "Contracts that nobody has registered are closed from now on.",
      `The contract ${TARGET} of ORG1 is open to ORG1, role DEV from now on, by vote.`,
      `The method ${method.selector} of the contract ${TARGET} of ORG1 is open to everybody from now on, by vote.`,
    ]);
    const snapshot = await readSnapshot(network);
    const byVote = { byVote: true };
    expect(snapshot.contracts).to.deep.equal([
      {
        address: TARGET,
        org: "ORG1",
        deployer: null,
        opened: { to: "listed", orgs: ["ORG1"], roles: ["DEV"], ...byVote },
        methods: [{ selector: method.selector, opened: { to: "everybody", orgs: [], roles: [], ...byVote } }],
      },
    ]);
    const drawing = drawText(buildTree(snapshot, "ORG1"));
    expect(drawing).to.include("1 contract\n");
    expect(drawing).to.include(`contract ${TARGET} · 1 method by itself · open to ORG1, role DEV`);
  });

  it("is told of whoever deployed a contract, too", async () => {
    const from = await nextBlock(network);
    await registerContract(orgAdmin, { org: "ORG1", address: TARGET, nonce: 77 });
    await setContractAccess(orgAdmin, { address: TARGET, opening: { to: "nobody", orgs: [], roles: [] } });
    await forgetDeployer(orgAdmin, { address: TARGET });
    expect(await toldSince(network, from)).to.deep.equal([
      `The contract ${TARGET} was registered for ORG1, by ${PEOPLE.orgAdmin}, which deploys it.`,
      `The contract ${TARGET} of ORG1 is frozen from now on.`,
      `${PEOPLE.orgAdmin}, which deployed the contract ${TARGET} of ORG1, says no longer who may call it.`,
    ]);
  });

  it("may stand in the network file, and is set at the boot", async () => {
    const chain = await openInProcess();
    await chain.impersonate(PEOPLE.guardian);
    const file = aNetworkFile(PEOPLE.guardian, { registeredOnly: true, restrictDeploying: true });
    const deployed = await withScratch((directory) =>
      deployNetwork({ chain, network: file, directory, signers: [nodeSigner(PEOPLE.guardian)] }),
    );
    expect(await readSettings(deployed)).to.deep.include({ registeredOnly: true, restrictDeploying: true });
  });
});
