import { expect } from "chai";
import { network } from "hardhat";
import { addSubOrg, proposeOrgStatus } from "../../../src/actions/orgs.js";
import { checkDeployment } from "../../../src/check/check-deployment.js";
import { permissionedNetwork } from "../../../src/hardhat/permissioned-network.js";
import { findAccount, findOrg } from "../../../src/read/find.js";
import { readVoters } from "../../../src/read/read-records.js";
import { caught } from "../../helpers/caught.js";
import type { Connection, Person } from "../../helpers/contract-suite.js";

type People = [Person, Person, Person, ...Person[]];

const STRANGER = "0x00000000000000000000000000000000DeaDBeef";

describe("a permissioned network in a test", () => {
  let connection: Connection;

  before(async () => {
    connection = await network.create();
  });

  async function stage() {
    const permissioning = await connection.networkHelpers.loadFixture(permissionedNetwork);
    return { permissioning, people: (await connection.ethers.getSigners()) as People };
  }

  it("has booted with the last accounts of the chain, and nothing is wrong with it", async () => {
    const { permissioning, people } = await stage();
    const { network: deployed, config, guardian } = permissioning;
    const last = people.slice(-4).map(({ address }) => address);
    expect([...config.accounts, guardian]).to.deep.equal(last);
    expect(await readVoters(deployed)).to.have.members(config.accounts);
    const findings = await checkDeployment({ chain: deployed.chain, config });
    expect(findings.filter(({ level }) => level === "error")).to.deep.equal([]);
  });

  it("is what a test wants it to be", async () => {
    const own = await network.create();
    const [guardian, admin] = await own.ethers.getSigners();
    if (guardian === undefined || admin === undefined) throw new Error("nobody is there");
    const options = { guardian, networkAdmins: [admin, STRANGER], adminOrg: "CONSORTIUM", subOrgDepth: 2 };
    const { config, network: deployed } = await permissionedNetwork(own, options);
    expect(config.accounts).to.deep.equal([admin.address, STRANGER]);
    expect((await findOrg(deployed, "CONSORTIUM")).status).to.equal("approved");
  });

  it("needs no accounts of a chain where all are named", async () => {
    const own = await network.create({ network: "default", override: { accounts: [] } });
    const refused = await caught(permissionedNetwork(own));
    expect(refused.code).to.equal("ACCOUNTS_MISSING");
    expect(refused.hint).to.include("guardian");
    const permissioning = await permissionedNetwork(own, { guardian: STRANGER, networkAdmins: [STRANGER] });
    await permissioning.admitOrg("ORG1", { admin: `0x${"07".repeat(20)}` });
    expect((await findOrg(permissioning.network, "ORG1")).status).to.equal("approved");
  });

  it("works on a chain as Hardhat has it, with fees and the latest rules", async () => {
    const { createHardhatRuntimeEnvironment } = await import("hardhat/hre");
    const plain = await createHardhatRuntimeEnvironment({}, {}, import.meta.dirname);
    const { provider } = await plain.network.create();
    const accounts = (await provider.request({ method: "eth_accounts" })) as string[];
    const permissioning = await permissionedNetwork({ provider });
    await permissioning.admitOrg("ORG1", { admin: accounts[0] ?? "" });
    const transaction = { from: accounts[0] ?? "", to: STRANGER };
    expect((await permissioning.maySend(transaction)).allowed).to.equal(true);
    await provider.request({ method: "eth_sendTransaction", params: [transaction] });
  });

  it("takes an organisation in by vote, with a node of its own", async () => {
    const { permissioning, people } = await stage();
    const [alice, bob] = people;
    await permissioning.admitOrg("ORG1", { admin: alice });
    await permissioning.admitOrg("ORG2", { admin: bob });
    expect(await findAccount(permissioning.network, alice.address)).to.include({ org: "ORG1", role: "ORGADMIN" });
    const refused = await caught(permissioning.admitOrg("ORG1", { admin: STRANGER }));
    expect(refused.code).to.equal("OrgExists");
  });

  it("gives roles as the nearest admin, and adds those that are missing", async () => {
    const { permissioning, people } = await stage();
    const [alice, bob, carol] = people;
    await permissioning.admitOrg("ORG1", { admin: alice });
    await addSubOrg(await permissioning.actor(alice), { parent: "ORG1", org: "SALES" });
    await permissioning.assign(bob, { org: "ORG1.SALES", access: "transfer+call" });
    await permissioning.assign(carol, { org: "ORG1.SALES", access: "transfer+call" });
    await permissioning.assign(STRANGER, { org: "ORG1.SALES", role: "TRANSFER-CALL" });
    expect(await findAccount(permissioning.network, STRANGER)).to.include({ org: "ORG1.SALES", role: "TRANSFER-CALL" });
    await permissioning.assign(people[4] ?? STRANGER, { org: "ADMINORG", access: "read-only" });
    expect((await caught(permissioning.assign(bob, { org: "NOWHERE", access: "full" }))).code).to.equal("OrgUnknown");
  });

  it("says whether an account may send, and why not", async () => {
    const { permissioning, people } = await stage();
    const [alice, bob] = people;
    await permissioning.admitOrg("ORG1", { admin: alice });
    const allowed = async (transaction: { to?: string; data?: string }) =>
      (await permissioning.maySend({ from: bob, ...transaction })).allowed;
    expect((await permissioning.maySend({ from: bob, to: alice })).why).to.deep.equal([
      "The account belongs to no organisation.",
    ]);
    await permissioning.assign(bob, { org: "ORG1", access: "call" });
    expect(await allowed({ to: STRANGER, data: "0x01" })).to.equal(true);
    expect(await allowed({ to: STRANGER })).to.equal(false);
    expect(await allowed({ to: STRANGER, data: "0x" })).to.equal(false);
    expect(await allowed({ data: "0x01" })).to.equal(false);
    await permissioning.decide((admin) => proposeOrgStatus(admin, { org: "ORG1", change: "suspend" }));
    const { why } = await permissioning.maySend({ from: bob, to: STRANGER, data: "0x01" });
    expect(why).to.deep.equal(["The organisation ORG1 is suspended."]);
  });

  it("lets signers send only what nodes would take", async () => {
    const { permissioning, people } = await stage();
    const [alice, bob] = people;
    await permissioning.admitOrg("ORG1", { admin: alice });
    await permissioning.assign(bob, { org: "ORG1", access: "call" });

    const guarded = permissioning.as(bob);
    const deploying = connection.ethers.deployContract("Puppet", [], guarded);
    const refused = await caught(deploying);
    expect(refused.code).to.equal("SENDER_NOT_ALLOWED");
    expect(refused.message).to.include(`(deploy) of ${bob.address}. Its role CALL gives call access`);
    expect(refused.hint).to.include("can give it a role that does.").and.not.include("portcullis");
    expect(refused.actions).to.deep.equal([{ name: "assign-role" }]);
    expect(await connection.ethers.provider.getTransactionCount(bob)).to.equal(0);

    const puppet = await connection.ethers.deployContract("Puppet", [], permissioning.as(alice));
    const call = { to: await puppet.getAddress(), data: "0x12345678" };
    await permissioning.requireAllowed({ from: guarded, ...call });
    expect(await guarded.signMessage("private fields are reached")).to.match(/^0x/);
  });
});
