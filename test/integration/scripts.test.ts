import { readdirSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { vote } from "../../src/actions/votes.js";
import * as codes from "../../src/codes.js";
import { parseEnode } from "../../src/enode.js";
import { readProposals } from "../../src/read/proposals.js";
import { nodeSigner } from "../../src/signers.js";
import { enodeIdOf, enodeUrl } from "../helpers/network-file.js";
import { type Anvil, startAnvil } from "../helpers/processes.js";
import { makeScratch, removeScratch } from "../helpers/scratch.js";
import { type People, type Person, ScriptNetwork } from "../helpers/script-network.js";

const ORG1_NODE = enodeUrl("b1", 21_010);
const SUB1_NODE = enodeUrl("b2", 21_011);
const SECOND_NODE = enodeUrl("b3", 21_012);
const MOVED_NODE = enodeUrl("b3", 31_012);
const ORG2_NODE = enodeUrl("b4", 21_013);
const DAYS = 24 * 60 * 60;

describe("the scripts, in the order of a network's life", function () {
  this.timeout(120_000);

  let anvil: Anvil;
  let network: ScriptNetwork;
  let people: People;
  let directory: string;

  before(async () => {
    directory = makeScratch();
    anvil = await startAnvil();
    network = await ScriptNetwork.deploy(anvil, directory);
    people = network.people;
  });

  after(async () => {
    await anvil.stop();
    removeScratch(directory);
  });

  const act: ScriptNetwork["act"] = (...words) => network.act(...words);
  const read: ScriptNetwork["read"] = (...words) => network.read(...words);

  async function orgStatus(org: string): Promise<string> {
    const [, , , , status] = await (await network.now()).contracts.orgs.getOrgDetails(org);
    return codes.orgStatusName(status);
  }

  async function nodeState(url: string): Promise<string> {
    const { contracts } = await network.now();
    const found = await contracts.nodes.getNodeDetails(parseEnode(url).enodeId);
    return `${codes.nodeStatusName(found.nodeStatus)} at ${found.ip}:${found.port.toString()}`;
  }

  async function clerkStatus(): Promise<string> {
    const { contracts } = await network.now();
    return codes.accountStatusName(await contracts.accounts.getAccountStatus(people.clerk.address));
  }

  async function clerkMay(kind: string): Promise<string> {
    return (await read("can", people.clerk.address, kind)).trimEnd();
  }

  /** A vote that is not what is tried here. */
  async function voteFor(who: Person, id: string): Promise<void> {
    await vote({ network: await network.now(), signer: nodeSigner(who.address) }, { id: BigInt(id), support: true });
  }

  async function maySend(): Promise<boolean> {
    const { contracts } = await network.now();
    const { address } = people.clerk;
    return contracts.interface.transactionAllowed(address, address, 0, 0, 0, "0x");
  }

  async function lastProposal(): Promise<string> {
    const last = (await readProposals(await network.now())).at(-1);
    return last?.state ?? "none";
  }

  /** Runs a script that proposes; the number of the proposal is printed. */
  async function propose(...words: Parameters<ScriptNetwork["act"]>): Promise<string> {
    const printed = await act(...words);
    const id = /^Proposal (\d+) is open\.$/m.exec(printed)?.[1];
    expect(id, printed).to.not.equal(undefined);
    expect(await lastProposal()).to.equal("open");
    return id ?? "";
  }

  it("propose-org, proposals, vote, approve, org-list: an organisation joins", async () => {
    const { admin1, admin2, orgAdmin } = people;
    const id = await propose(admin1, "propose-org", "ORG1", ORG1_NODE, orgAdmin.address);
    expect(id).to.equal("1");
    expect(await orgStatus("ORG1")).to.equal("proposed");
    const row = /│ 1 +│ add an organisation +│ ORG1 +│ 0 for, 0 against +│ open +│ \d{4}-\d\d-\d\dT\d\d:\d\d +│/;
    expect(await read("proposals")).to.match(row);

    await act(admin1, "vote", id);
    expect(await read("proposals")).to.match(/│ ORG1 +│ 1 for, 0 against/);
    const full = ["--node", ORG1_NODE, "--account", orgAdmin.address];
    expect(await act(admin2, "approve", "org", "ORG1", ...full)).to.match(/^Proposal 1 is approved\.$/m);
    expect(await orgStatus("ORG1")).to.equal("approved");
    expect(await nodeState(ORG1_NODE)).to.equal("approved at 127.0.0.1:21010");
    expect(await read("proposals")).to.equal("No proposal is open.\n");
    const orgs = JSON.parse(await read("org-list", "--json")) as { fullOrgId: string; status: number }[];
    expect(orgs.map(({ fullOrgId, status }) => [fullOrgId, status])).to.deep.equal([
      ["ADMINORG", 2],
      ["ORG1", 2],
    ]);
  });

  it("add-sub-org, org-details: the organisation's admin adds a sub-organisation", async () => {
    await act(people.orgAdmin, "add-sub-org", "ORG1", "SUB1", "--node", SUB1_NODE);
    expect(await orgStatus("ORG1.SUB1")).to.equal("approved");
    expect(await read("org-details", "ORG1.SUB1")).to.equal(`{
  acctList: null,
  nodeList: [{
      orgId: "ORG1.SUB1",
      status: 2,
      url: "${SUB1_NODE}"
  }],
  roleList: null,
  subOrgList: null
}
`);
  });

  it("add-role, assign-role, can, account-status, remove-role: an account gets rights and loses them", async () => {
    const { orgAdmin, clerk } = people;
    expect(await clerkMay("transfer")).to.equal(`No: ${clerk.address} may not transfer (unknown).`);
    await act(orgAdmin, "add-role", "ORG1.SUB1", "CLERK", "transfer+call");
    await act(orgAdmin, "assign-role", "ORG1.SUB1", clerk.address, "CLERK");
    const active = `(active, role CLERK in ORG1.SUB1).`;
    expect(await clerkMay("transfer")).to.equal(`Yes: ${clerk.address} may transfer ${active}`);
    expect(await clerkMay("deploy")).to.equal(`No: ${clerk.address} may not deploy ${active}`);

    await act(orgAdmin, "account-status", "ORG1.SUB1", clerk.address, "suspend");
    expect(await clerkMay("call")).to.match(/^No: .* may not call \(suspended, /);
    await act(orgAdmin, "account-status", "ORG1.SUB1", clerk.address, "activate");
    expect(await clerkMay("call")).to.match(/^Yes: /);

    await act(orgAdmin, "remove-role", "ORG1.SUB1", "CLERK");
    expect(await maySend()).to.equal(false);
    await act(orgAdmin, "add-role", "ORG1.SUB1", "CLERK", "transfer");
    await act(orgAdmin, "assign-role", "ORG1.SUB1", clerk.address, "CLERK");
    expect(await maySend()).to.equal(true);
  });

  it("add-node, node-status, recover: a node is moved, deactivated, blacklisted and recovered", async () => {
    const { orgAdmin, admin1, admin2 } = people;
    await act(orgAdmin, "add-node", "ORG1", SECOND_NODE);
    expect(await nodeState(SECOND_NODE)).to.equal("approved at 127.0.0.1:21012");
    await act(orgAdmin, "node-status", "ORG1", MOVED_NODE, "move");
    expect(await nodeState(SECOND_NODE)).to.equal("approved at 127.0.0.1:31012");
    await act(orgAdmin, "node-status", "ORG1", MOVED_NODE, "deactivate");
    expect(await nodeState(MOVED_NODE)).to.match(/^deactivated/);
    await act(orgAdmin, "node-status", "ORG1", MOVED_NODE, "activate");
    expect(await nodeState(MOVED_NODE)).to.match(/^approved/);
    await act(orgAdmin, "node-status", "ORG1", MOVED_NODE, "blacklist");
    expect(await nodeState(MOVED_NODE)).to.match(/^blacklisted/);

    const id = await propose(admin1, "recover", "ORG1", MOVED_NODE);
    expect(await nodeState(MOVED_NODE)).to.match(/^recovery proposed/);
    const shown = new RegExp(`recover a node +│ ORG1 .*\\n.*node ${enodeIdOf("b3").slice(0, 8)}…`);
    expect(await read("proposals")).to.match(shown);
    await voteFor(admin2, id);
    expect(await act(admin1, "approve", "node-recovery", "ORG1", "--node", MOVED_NODE)).to.match(/ is approved\.$/m);
    expect(await nodeState(MOVED_NODE)).to.match(/^approved/);
  });

  it("account-status, recover: an account is blacklisted and recovered", async () => {
    const { orgAdmin, admin1, admin3, clerk } = people;
    await act(orgAdmin, "account-status", "ORG1.SUB1", clerk.address, "blacklist");
    expect(await clerkStatus()).to.equal("blacklisted");
    const id = await propose(admin1, "recover", "ORG1.SUB1", clerk.address);
    expect(await clerkStatus()).to.equal("recovery proposed");
    await voteFor(admin1, id);
    await act(admin3, "approve", "account-recovery", "ORG1.SUB1", "--account", clerk.address);
    expect(await clerkStatus()).to.equal("active");
    expect(await maySend()).to.equal(true);
  });

  it("org-status: an organisation is suspended and restored", async () => {
    const { admin1, admin2, admin3 } = people;
    const suspension = await propose(admin1, "org-status", "ORG1", "suspend");
    expect(await orgStatus("ORG1")).to.equal("suspension proposed");
    await voteFor(admin1, suspension);
    await act(admin2, "approve", "suspension", "ORG1");
    expect(await orgStatus("ORG1")).to.equal("suspended");
    expect(await maySend()).to.equal(false);

    const restoration = await propose(admin2, "org-status", "ORG1", "restore");
    await voteFor(admin2, restoration);
    await act(admin3, "approve", "restoration", "ORG1");
    expect(await orgStatus("ORG1")).to.equal("approved");
    expect(await maySend()).to.equal(true);
  });

  it("vote --against, withdraw, close: proposals that end without approval", async () => {
    const { admin1, admin2, admin3, stranger, newcomer } = people;
    const org2 = ["propose-org", "ORG2", ORG2_NODE, newcomer.address] as const;
    const rejected = await propose(admin1, ...org2);
    await act(admin2, "vote", rejected, "--against");
    expect(await act(admin3, "vote", rejected, "--against")).to.match(/ is rejected\.$/m);
    expect(await lastProposal()).to.equal("rejected");

    const withdrawn = await propose(admin2, ...org2);
    expect(await act(admin2, "withdraw", withdrawn)).to.match(/ is withdrawn\.$/m);
    expect(await lastProposal()).to.equal("withdrawn");

    const expired = await propose(admin3, ...org2);
    await network.chain.rpc.send("evm_increaseTime", [31 * DAYS]);
    await network.chain.rpc.send("evm_mine", []);
    expect(await act(stranger, "close", expired)).to.match(/ is expired\.$/m);
    expect(await lastProposal()).to.equal("expired");
    expect(await orgStatus("ORG2")).to.equal("none");
    const all = await read("proposals", "--all");
    for (const state of ["approved", "rejected", "withdrawn", "expired"]) expect(all).to.include(`│ ${state}`);
  });

  it("add-admin, remove-admin: network admins come and go", async () => {
    const { admin1, admin2, admin3, newcomer } = people;
    const isAdmin = async () => (await network.now()).contracts.interface.isNetworkAdmin(newcomer.address);
    const appointment = await propose(admin1, "add-admin", "ADMINORG", newcomer.address);
    await voteFor(admin1, appointment);
    await act(admin2, "approve", "admin", "ADMINORG", "--account", newcomer.address);
    expect(await isAdmin()).to.equal(true);

    const removal = await propose(newcomer, "remove-admin", "ADMINORG", newcomer.address);
    for (const admin of [admin1, admin2, admin3]) await voteFor(admin, removal);
    expect(await lastProposal()).to.equal("approved");
    expect(await isAdmin()).to.equal(false);
  });

  it("set-rule, set-ip-check: a setting is decided by a rule that was decided", async () => {
    const { admin1, admin2 } = people;
    const rule = await propose(admin1, "set-rule", "9", "count", "--count", "1");
    await voteFor(admin1, rule);
    await voteFor(admin2, rule);
    const { contracts } = await network.now();
    const { kind, count } = await contracts.voters.getRule(9);
    expect([codes.ruleKindName(kind), count]).to.deep.equal(["count", 1n]);

    const compared = async () => (await contracts.nodes.getIpCheck())[0];
    expect(await compared()).to.equal(true);
    const setting = await propose(admin1, "set-ip-check", "off");
    expect(await act(admin1, "vote", setting)).to.match(/ is approved\.$/m);
    expect(await compared()).to.equal(false);
  });

  it("upgrade: the guardian replaces the implementation, and nothing answers differently", async () => {
    const { guardian } = people;
    const before = (await network.now()).addresses.PermissionsImplementation;
    const blocks = await network.blockNumber();
    const dry = await network.run("upgrade", ["--dry-run"], guardian);
    expect(dry.code, dry.stderr).to.equal(0);
    expect(dry.stdout).to.match(/^It would succeed, .* Nothing was sent\.$/m);
    expect(await network.blockNumber()).to.equal(blocks);

    const { code, stdout, stderr } = await network.run("upgrade", [], guardian);
    expect(code, stderr).to.equal(0);
    const deployed = /^Contract (0x[0-9a-fA-F]{40})\.$/m.exec(stdout)?.[1];
    expect(stdout).to.match(/^All \d{2,} answers are the same as before\.$/m);
    expect(await network.blockNumber()).to.equal(blocks + 2n);
    expect((await network.now()).addresses.PermissionsImplementation)
      .to.equal(deployed)
      .and.not.equal(before);

    const back = await network.run("upgrade", ["--implementation", before], guardian);
    expect(back.code, back.stderr).to.equal(0);
    expect((await network.now()).addresses.PermissionsImplementation).to.equal(before);
    expect(await maySend()).to.equal(true);
  });

  it("guardian: the office is handed on, and the former guardian has lost it", async () => {
    const { guardian, orgAdmin, stranger } = people;
    const { upgradable } = (await network.now()).contracts;
    await act(guardian, "guardian", "name-operator", "--account", stranger.address);
    expect(await upgradable.isBootOperator(stranger.address)).to.equal(true);
    await act(guardian, "guardian", "dismiss-operator", "--account", stranger.address);
    expect(await upgradable.isBootOperator(stranger.address)).to.equal(false);

    await act(guardian, "guardian", "propose", "--account", orgAdmin.address);
    expect(await upgradable.getGuardian()).to.equal(guardian.address);
    await act(orgAdmin, "guardian", "accept");
    expect(await upgradable.getGuardian()).to.equal(orgAdmin.address);
    const { code, stderr } = await network.run("upgrade", [], guardian);
    expect(code).to.equal(1);
    expect(stderr).to.match(/^0x\w+ is not the guardian\.\n {2}The guardian is /);
  });

  it("leaves no script out", () => {
    const scripts = readdirSync(path.join(import.meta.dirname, "../../scripts"))
      .filter((name) => name.endsWith(".ts") && name !== "story.ts")
      .map((name) => path.basename(name, ".ts"));
    expect([...network.used]).to.have.members(scripts);
  });
});
