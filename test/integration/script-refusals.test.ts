import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { encryptKeystoreJsonSync, Wallet } from "ethers";
import { proposeOrg } from "../../src/actions/orgs.js";
import type { Actor } from "../../src/actions/perform.js";
import { vote } from "../../src/actions/votes.js";
import { parseEnode } from "../../src/enode.js";
import { toJson } from "../../src/files.js";
import { readPermissionConfig } from "../../src/permission-config.js";
import { nodeSigner } from "../../src/signers.js";
import { type Gatekeeper, openGate } from "../helpers/gate.js";
import { enodeUrl, writeNetworkFile } from "../helpers/network-file.js";
import { type Anvil, type Outcome, runScript, startAnvil } from "../helpers/processes.js";
import { makeScratch, removeScratch } from "../helpers/scratch.js";
import { type People, type Person, ScriptNetwork } from "../helpers/script-network.js";

const NODE = enodeUrl("c1", 21_010);
const OTHER_NODE = enodeUrl("c2", 21_011);
const NOBODY_LISTENS = "http://127.0.0.1:9";

type Command = readonly [name: string, ...args: string[]];

describe("the scripts, refused", function () {
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
    await admitOrg1();
  });

  after(async () => {
    await anvil.stop();
    removeScratch(directory);
  });

  let sent: bigint;

  beforeEach(async () => {
    sent = await network.blockNumber();
  });

  afterEach("nothing is sent", async () => {
    expect(await network.blockNumber()).to.equal(sent);
  });

  async function actor({ address }: Person): Promise<Actor> {
    return { network: await network.now(), signer: nodeSigner(address) };
  }

  /** ORG1 is admitted by proposal 1; proposal 2, about ORG2, stays open. */
  async function admitOrg1(): Promise<void> {
    const [admin1, admin2] = [await actor(people.admin1), await actor(people.admin2)];
    await proposeOrg(admin1, { org: "ORG1", node: parseEnode(NODE), admin: people.orgAdmin.address });
    for (const each of [admin1, admin2]) await vote(each, { id: 1n, support: true });
    await proposeOrg(admin1, { org: "ORG2", node: parseEnode(OTHER_NODE), admin: people.newcomer.address });
    await vote(admin1, { id: 2n, support: true });
  }

  /** Says why and the way out on stderr, and nothing on stdout. */
  function requireRefusal({ code, stdout, stderr }: Outcome, why: RegExp, expected = 1): void {
    expect(stderr).to.match(why);
    expect(stderr).to.match(/\n {2}\S.*\n$/);
    expect([code, stdout], stderr).to.deep.equal([expected, ""]);
  }

  /** The same command for everybody who may not give it, or several commands that fail for one reason. */
  async function refuseAll(who: Person, why: RegExp, commands: readonly Command[]): Promise<void> {
    const outcomes = await Promise.all(commands.map(([name, ...args]) => network.run(name, args, who)));
    for (const outcome of outcomes) requireRefusal(outcome, why);
  }

  it("for an organisation that nobody knows", async () => {
    const { admin1, clerk } = people;
    await refuseAll(admin1, /^(.*\n)?There is no organisation "NOWHERE"\.\n {2}List the organisations/, [
      ["org-status", "NOWHERE", "suspend"],
      ["add-admin", "NOWHERE", clerk.address],
      ["remove-admin", "NOWHERE", clerk.address],
      ["recover", "NOWHERE", clerk.address],
      ["add-role", "NOWHERE", "CLERK", "full"],
      ["add-node", "NOWHERE", OTHER_NODE],
      ["add-sub-org", "NOWHERE", "SUB1"],
    ]);
    requireRefusal(await network.run("org-details", ["NOWHERE"]), /^There is no organisation "NOWHERE"\./);
  });

  it("to who is no network admin", async () => {
    const { stranger, clerk } = people;
    await refuseAll(stranger, /\n0x\w+ is not a network admin\.\n {2}Send it from/, [
      ["vote", "2"],
      ["propose-org", "ORG3", enodeUrl("c3", 21_012), clerk.address],
      ["approve", "org", "ORG2", "--node", OTHER_NODE, "--account", people.newcomer.address],
      ["org-status", "ORG1", "suspend"],
      ["add-admin", "ADMINORG", stranger.address],
      ["set-rule", "1", "any"],
      ["set-ip-check", "off"],
    ]);
  });

  it("to who is no admin of the organisation", async () => {
    const { stranger, clerk } = people;
    await refuseAll(stranger, /\n0x\w+ is not an admin of ORG1 or above it\.\n {2}Send it from/, [
      ["add-role", "ORG1", "CLERK", "full"],
      ["assign-role", "ORG1", clerk.address, "CLERK"],
      ["account-status", "ORG1", people.orgAdmin.address, "suspend"],
      ["add-node", "ORG1", enodeUrl("c3", 21_012)],
      ["node-status", "ORG1", NODE, "deactivate"],
      ["add-sub-org", "ORG1", "SUB1"],
    ]);
  });

  it("to who is not the guardian", async () => {
    const { admin1, clerk } = people;
    await refuseAll(admin1, /^(.*\n)?0x\w+ is not the guardian\.\n {2}\S/, [
      ["upgrade"],
      ["guardian", "propose", "--account", clerk.address],
    ]);
    await refuseAll(admin1, /has not been proposed as guardian/, [["guardian", "accept"]]);
  });

  it("at the wrong time, or about something else than is proposed", async () => {
    const { admin1, admin2 } = people;
    const cases: [who: Person, why: RegExp, command: Command][] = [
      [admin1, /has voted on proposal 2 already\./, ["vote", "2"]],
      [admin1, /Proposal 1 is not open \(approved\)\./, ["vote", "1"]],
      [admin2, /may not withdraw proposal 2\./, ["withdraw", "2"]],
      [admin2, /Proposal 2 is undecided: 1 for, 0 against, 3 may vote\./, ["close", "2"]],
      [
        admin2,
        /Proposal 2 proposes something else than what is approved\./,
        ["approve", "org", "ORG2", "--node", OTHER_NODE, "--account", people.stranger.address],
      ],
      [admin2, /The organisation "ORG1" exists already\./, ["propose-org", "ORG1", NODE, people.clerk.address]],
    ];
    const outcomes = await Promise.all(cases.map(([who, , [name, ...args]]) => network.run(name, args, who)));
    for (const [index, outcome] of outcomes.entries()) requireRefusal(outcome, cases[index]?.[1] ?? /^$/);
  });

  it("when nobody signs", async () => {
    const keystore = path.join(directory, "keystore.json");
    const wallet = new Wallet(`0x${"4c".repeat(32)}`);
    writeFileSync(keystore, encryptKeystoreJsonSync(wallet, "right", { scrypt: { N: 2, r: 8, p: 1 } }));
    const unknown = "0x00000000000000000000000000000000000000aa";
    const withKeystore = ["propose-org", "ORG3", enodeUrl("c3", 21_012), unknown, "--keystore", keystore] as const;
    const cases: [command: Command, environment: NodeJS.ProcessEnv, why: RegExp, code: number][] = [
      [["vote", "2"], {}, /^The node has several accounts, and none is named\.\n {2}Name one with --from/, 2],
      [["close", "2", "--from", "0x12"], {}, /^"0x12" is not an address\./, 2],
      [["vote", "2"], { PORTCULLIS_PRIVATE_KEY: "0x12" }, /^PORTCULLIS_PRIVATE_KEY is not a private key\./, 1],
      [withKeystore, {}, /needs a password\.\n {2}Name a password file, or set PORTCULLIS_PASSWORD/, 1],
      [withKeystore, { PORTCULLIS_PASSWORD: "wrong" }, /does not open/, 1],
      [withKeystore, { PORTCULLIS_PASSWORD: "right" }, new RegExp(`${wallet.address} is not a network admin`), 1],
    ];
    const run = ([command, environment]: (typeof cases)[number]): Promise<Outcome> => {
      const [name, ...args] = command;
      return network.run(name, args, { address: "", args: [], environment });
    };
    const outcomes = await Promise.all(cases.map(run));
    for (const [index, outcome] of outcomes.entries()) {
      const [, , why, code] = cases[index] ?? [];
      requireRefusal(outcome, why ?? /^$/, code);
    }
  });

  it("when the node does not hold the account's key", async () => {
    const { orgAdmin } = people;
    const outcome = await network.run("add-sub-org", ["ORG1", "SUB1", "--from", orgAdmin.address]);
    requireRefusal(outcome, /\nThe node does not sign for this account\.\n {2}Unlock it/);
  });

  it("when no node answers", async () => {
    const file = writeNetworkFile(directory, people.guardian.address);
    const config = ["--config", network.configFile];
    const dead = ["--network", NOBODY_LISTENS];
    const outcomes = await Promise.all([
      runScript("org-list", [...config, ...dead]),
      runScript("vote", ["2", ...config, ...dead, ...people.admin2.args]),
      runScript("deploy", [file, ...dead, "--out", path.join(directory, "dead"), ...people.guardian.args]),
    ]);
    for (const outcome of outcomes) requireRefusal(outcome, /^No JSON-RPC node answers at http:\/\/127\.0\.0\.1:9\.\n/);
  });

  it("when the node refuses to answer", async () => {
    const refuse: Gatekeeper = () =>
      Promise.resolve(JSON.stringify({ jsonrpc: "2.0", id: 1, error: { code: -32601, message: "not enabled here" } }));
    const gate = await openGate(anvil.url, refuse);
    const outcome = await runScript("org-list", ["--network", gate.url, "--config", network.configFile]);
    gate.close();
    expect(outcome).to.include({ code: 1, stdout: "", stderr: "The node refused: not enabled here\n" });
  });

  it("with a configuration that is not this chain's", async () => {
    const other = await startAnvil();
    const config = readPermissionConfig(network.configFile);
    const mixed = path.join(directory, "mixed.json");
    writeFileSync(mixed, toJson({ ...config, interfaceAddress: config.orgMgrAddress }));
    const [elsewhere, mixedUp, missing] = await Promise.all([
      runScript("vote", ["2", "--network", other.url, "--config", network.configFile, ...people.admin2.args]),
      runScript("org-list", ["--network", anvil.url, "--config", mixed]),
      runScript("org-list", ["--network", anvil.url, "--config", path.join(directory, "missing.json")]),
    ]);
    await other.stop();
    requireRefusal(
      elsewhere,
      /^There is no contract at 0x\w+ on this chain\.\n {2}Check that node and permission-config/,
    );
    requireRefusal(mixedUp, /^The contract at 0x\w+ is not a network's interface\.\n/);
    requireRefusal(missing, /^Cannot read .*missing\.json\./);
  });

  it("when called wrongly, with exit code 2", async () => {
    const cases: [command: Command, why: RegExp][] = [
      [["vote"], /^error: missing required argument 'id'/],
      [["vote", "2", "3"], /^error: too many arguments/],
      [["vote", "two"], /^"two" is not the number of a proposal\./],
      [["vote", "2", "--aganst"], /^error: unknown option '--aganst'\n\(Did you mean --against\?\)/],
      [
        ["org-status", "ORG1", "suspnd"],
        /'suspnd' is invalid for argument 'change'\. Allowed choices are suspend, restore\./,
      ],
      [["approve", "org", "ORG2"], /^What is approved must be named in full: --\w+ is missing\./],
      [["vote", "2", "--network", "nowhere"], /^"nowhere" is not an http URL\./],
      [["vote", "2", "--network", "localhost:22000"], /^"localhost:22000" is not an http URL\./],
    ];
    const config = ["--config", network.configFile, ...people.admin1.args];
    const run = ([[name, ...args]]: (typeof cases)[number]): Promise<Outcome> =>
      runScript(name, ["--network", anvil.url, ...config, ...args]);
    const outcomes = await Promise.all(cases.map(run));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      expect(stderr).to.match(cases[index]?.[1] ?? /^$/);
      expect([code, stdout]).to.deep.equal([2, ""]);
    }
  });
});
