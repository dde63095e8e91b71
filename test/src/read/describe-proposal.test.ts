import { expect } from "chai";
import { getAddress } from "ethers";
import { changeAccountStatus, proposeAccountRecovery } from "../../../src/actions/accounts.js";
import { proposeAdmin } from "../../../src/actions/admins.js";
import { proposeOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import type { Actor, ActionResult } from "../../../src/actions/perform.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { proposeRule, proposeSetting } from "../../../src/actions/network-settings.js";
import { castVote } from "../../../src/actions/votes.js";
import { openInProcess } from "../../../src/nodejs/in-process.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import type { Network } from "../../../src/network/network.js";
import { describeProposal } from "../../../src/read/describe-proposal.js";
import { readOpenProposals, readProposals } from "../../../src/read/read-proposals.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { aNetworkFile, enodeIdOf } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const ADMIN = "0xed9d02e382b34818e88B88a309c7fe71E65f419d";
const ORG1_ADMIN = "0x0638E1574728b6D862dd5d3A3E0942c3be47D996";
const CANDIDATE = getAddress("0x9186eb3d20cbd1f5f992a950d808c4495153abd5");
const CLERK = getAddress("0x42ef6abedcb7ecd3e9c4816cd5f5a96df35bb9a0");
const NODE = { enodeId: enodeIdOf("cd"), ip: "127.0.0.1", port: 21005, raftPort: 0 };

const FILE = aNetworkFile(ADMIN, { accounts: [ADMIN] });

describe("what is said of a proposal", () => {
  let network: Network;
  let admin: Actor;

  before(async () => {
    const chain = await openInProcess();
    for (const account of [ADMIN, ORG1_ADMIN]) await chain.impersonate(account);
    network = await withScratch((directory) =>
      deployNetwork({ chain, network: FILE, directory, signers: [nodeSigner(ADMIN)] }),
    );
    admin = { network, signer: nodeSigner(ADMIN) };
    await approved(proposeOrg(admin, { org: "ORG1", node: NODE, admin: ORG1_ADMIN }));
    const orgAdmin = { network, signer: nodeSigner(ORG1_ADMIN) };
    await addRole(orgAdmin, { org: "ORG1", role: "CLERK", access: "transfer" });
    await assignRole(orgAdmin, { org: "ORG1", account: CLERK, role: "CLERK" });
    await changeAccountStatus(orgAdmin, { org: "ORG1", account: CLERK, change: "blacklist" });
  });

  async function approved(proposed: Promise<ActionResult>): Promise<void> {
    const [id = 0] = (await proposed).opened;
    await castVote(admin, { id, support: true });
  }

  /** What the proposal is about, before a vote against it ends it. */
  async function about(proposed: Promise<ActionResult>): Promise<string> {
    const [id = 0] = (await proposed).opened;
    const [open] = await readOpenProposals(network);
    expect(open?.id).to.equal(id);
    await castVote(admin, { id, support: false });
    return open === undefined ? "" : describeProposal(open).replace(/^proposal \d+ to /, "");
  }

  it("names organisation, account, role and node of a new organisation", async () => {
    const node = { ...NODE, enodeId: enodeIdOf("ef") };
    expect(await about(proposeOrg(admin, { org: "ORG2", node, admin: CANDIDATE }))).to.equal(
      `add an organisation (ORG2, ${CANDIDATE}, role ORGADMIN, node ac9c93cf…)`,
    );
  });

  it("names the account and the role that is proposed for it", async () => {
    const named = { org: "ADMINORG", account: CANDIDATE, role: "ADMIN" };
    expect(await about(proposeAdmin(admin, named))).to.equal(`appoint an admin (ADMINORG, ${CANDIDATE}, role ADMIN)`);
  });

  it("names the account that is to be recovered", async () => {
    const named = { org: "ORG1", account: CLERK };
    expect(await about(proposeAccountRecovery(admin, named))).to.equal(`recover an account (ORG1, ${CLERK})`);
  });

  it("names the organisation alone where it is about nothing else", async () => {
    const named = { org: "ORG1", change: "suspend" } as const;
    expect(await about(proposeOrgStatus(admin, named))).to.equal("suspend an organisation (ORG1)");
  });

  it("says the voting rule that is proposed", async () => {
    const rules = [
      [{ operation: "appoint-admin", kind: "fraction", count: 2, outOf: 3 }, "fraction 2 of 3 to appoint an admin"],
      [{ operation: "add-org", kind: "count", count: 1 }, "count 1 to add an organisation"],
      [{ operation: "add-org", kind: "all" }, "all to add an organisation"],
    ] as const;
    for (const [rule, words] of rules) {
      expect(await about(proposeRule(admin, rule))).to.equal(`change a voting rule (${words})`);
    }
  });

  it("says whether the ip check is to be on", async () => {
    expect(await about(proposeSetting(admin, { setting: "ip-check", value: false }))).to.equal(
      "change a setting (ip-check off)",
    );
    await approved(proposeSetting(admin, { setting: "ip-check", value: false }));
    expect(await about(proposeSetting(admin, { setting: "ip-check", value: true }))).to.equal(
      "change a setting (ip-check on)",
    );
  });

  it("reads proposals with what they are about", async () => {
    const [first] = await readProposals(network);
    expect(first).to.deep.include({ id: 1, operation: "add-org", proposer: ADMIN, state: "approved" });
    expect(first?.about).to.deep.include({ org: "ORG1", account: ORG1_ADMIN, role: "ORGADMIN", rule: null });
  });
});
