import { expect } from "chai";
import { getAddress } from "ethers";
import { changeAccountStatus, proposeAccountRecovery } from "../../../src/actions/accounts.js";
import { proposeAdmin } from "../../../src/actions/admins.js";
import { proposeOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import type { Actor, Done } from "../../../src/actions/perform.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { proposeIpCheck, proposeRule } from "../../../src/actions/settings.js";
import { vote } from "../../../src/actions/votes.js";
import { openInProcess } from "../../../src/chain/in-process.js";
import { accountState, showProposals } from "../../../src/cli/show.js";
import { deployNetwork } from "../../../src/deploy/deploy-network.js";
import type { Network } from "../../../src/network.js";
import type { NetworkFile } from "../../../src/network-file/network-file.js";
import { readOpenProposals, readProposals } from "../../../src/read/proposals.js";
import { nodeSigner } from "../../../src/signers.js";
import { withScratch } from "../../helpers/scratch.js";

const ADMIN = "0xed9d02e382b34818e88B88a309c7fe71E65f419d";
const ORG1_ADMIN = "0x0638E1574728b6D862dd5d3A3E0942c3be47D996";
const CANDIDATE = getAddress("0x9186eb3d20cbd1f5f992a950d808c4495153abd5");
const CLERK = getAddress("0x42ef6abedcb7ecd3e9c4816cd5f5a96df35bb9a0");
const NODE = { enodeId: "cd".repeat(64), ip: "127.0.0.1", port: 21005, raftPort: 0 };

const FILE: NetworkFile = {
  guardian: ADMIN,
  adminOrg: "ADMINORG",
  networkAdminRole: "ADMIN",
  orgAdminRole: "ORGADMIN",
  accounts: [ADMIN],
  subOrgBreadth: 3,
  subOrgDepth: 4,
  nodes: [{ enodeId: "ab".repeat(64), ip: "127.0.0.1", port: 21000, raftPort: 0 }],
  bootOperators: [],
};

describe("what scripts show", () => {
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
    await addRole(orgAdmin, { org: "ORG1", role: "CLERK", access: 1 });
    await assignRole(orgAdmin, { org: "ORG1", account: CLERK, role: "CLERK" });
    await changeAccountStatus(orgAdmin, { org: "ORG1", account: CLERK, change: "blacklist" });
  });

  async function approved(proposed: Promise<Done>): Promise<void> {
    const [id = 0n] = (await proposed).opened;
    await vote(admin, { id, support: true });
  }

  /** The table's cell about the youngest proposal, which is withdrawn by a vote against it. */
  async function shown(proposed: Promise<Done>): Promise<string> {
    const [id = 0n] = (await proposed).opened;
    const text = showProposals(await readOpenProposals(network));
    await vote(admin, { id, support: false });
    const rows = text.split("\n").map((line) => line.split("│").map((cell) => cell.trim()));
    const cells = rows.map((row) => row[3] ?? "").filter((cell) => cell !== "" && cell !== "about");
    return cells.join(" ");
  }

  it("says when no proposal is open", () => {
    expect(showProposals([])).to.equal("No proposal is open.");
  });

  it("names organisation, account and node of a new organisation", async () => {
    const node = { ...NODE, enodeId: "ef".repeat(64) };
    expect(await shown(proposeOrg(admin, { org: "ORG2", node, admin: CANDIDATE }))).to.equal(
      `ORG2 ${CANDIDATE} node efefefef…`,
    );
  });

  it("names the account that is proposed as an admin", async () => {
    const named = { org: "ADMINORG", account: CANDIDATE, role: "ADMIN" };
    expect(await shown(proposeAdmin(admin, named))).to.equal(`ADMINORG ${CANDIDATE}`);
  });

  it("names the account that is to be recovered", async () => {
    const named = { org: "ORG1", account: CLERK };
    expect(await shown(proposeAccountRecovery(admin, named))).to.equal(`ORG1 ${CLERK}`);
  });

  it("names the organisation alone where it is about nothing else", async () => {
    expect(await shown(proposeOrgStatus(admin, { org: "ORG1", change: "suspend" }))).to.equal("ORG1");
  });

  it("says the voting rule that is proposed", async () => {
    const fraction = { op: 4, kind: 4, count: 2, outOf: 3 };
    expect(await shown(proposeRule(admin, fraction))).to.equal("appoint an admin: fraction 2 of 3");
    expect(await shown(proposeRule(admin, { op: 1, kind: 3, count: 1 }))).to.equal("add an organisation: count 1");
    expect(await shown(proposeRule(admin, { op: 1, kind: 1 }))).to.equal("add an organisation: all");
  });

  it("says whether the ip check is to be on", async () => {
    expect(await shown(proposeIpCheck(admin, false))).to.equal("off");
    await approved(proposeIpCheck(admin, false));
    expect(await shown(proposeIpCheck(admin, true))).to.equal("on");
  });

  it("reads proposals with what they are about", async () => {
    const [first] = await readProposals(network);
    expect(first).to.deep.include({ id: 1, operation: "add an organisation", proposer: ADMIN, state: "approved" });
    expect(first?.about).to.deep.include({ org: "ORG1", account: ORG1_ADMIN, role: "ORGADMIN", rule: null });
  });

  it("says how an account stands", async () => {
    expect(await accountState(network, CLERK)).to.equal("blacklisted, role CLERK in ORG1");
    expect(await accountState(network, CANDIDATE)).to.equal("unknown");
  });
});
