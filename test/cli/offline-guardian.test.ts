import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { type Chain, countTransactions, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { keySigner, nodeAccounts } from "../../src/chain/signers.js";
import { connectNetwork } from "../../src/network/network.js";
import { readPermissionConfig } from "../../src/nodejs/config-file.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Anvil, type Outcome, runCommand, startAnvil } from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";
import { transactionsOf } from "../helpers/chain-state.js";
import { entriesIn } from "../helpers/journal.js";

const KEY = `0x${"4d".repeat(32)}`;
const GUARDIAN = keySigner(KEY).address;
const CONTRACTS = 19;
/** The contracts, the link, policy, limits, two nodes, two accounts and the end of the boot. */
const STEPS = CONTRACTS + 8;

const GOES_ON = /: portcullis transaction sign, then the same command again\.\n$/;

describe("a guardian whose key is offline", function () {
  this.timeout(300_000);

  let anvil: Anvil;
  let chain: Chain;
  let deployer: string;
  let directory: string;

  beforeEach(async () => {
    anvil = await startAnvil();
    chain = await openChain(httpRpc(anvil.url));
    [deployer = ""] = await nodeAccounts(chain);
    directory = makeScratch();
  });

  afterEach(async () => {
    await anvil.stop();
    removeScratch(directory);
  });

  const inside = (name: string): string => path.join(directory, name);

  function run(line: string, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const known = { PORTCULLIS_NETWORK: anvil.url, PORTCULLIS_CONFIG: inside("permission-config.json") };
    return runCommand(line.split(" "), { environment: { ...known, ...environment } });
  }

  const deployLine = (...more: string[]): string =>
    ["deploy", writeNetworkFile(directory, GUARDIAN), "--out", directory, "--yes", ...more].join(" ");

  /** At the machine where the key is, without network and configuration. */
  async function sign(): Promise<void> {
    const offline = { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined, PORTCULLIS_PRIVATE_KEY: KEY };
    const { code, stderr } = await run(`transaction sign ${inside("tx.json")} --yes`, offline);
    expect(code, stderr).to.equal(0);
  }

  async function send(): Promise<void> {
    const { code, stderr } = await run(`transaction send ${inside("tx.json")} --yes`);
    expect(code, stderr).to.equal(0);
  }

  /** Runs it again after each signature, until it is done. By turns what is signed is sent by hand, and by the command itself. */
  async function signing(line: string): Promise<number> {
    for (let signatures = 0; ; signatures += 1) {
      const { code, stderr } = await run(line);
      if (code === 0) return signatures;
      expect(code, stderr).to.equal(3);
      expect(stderr).to.include(`${inside("tx.json")} waits for the signature of ${GUARDIAN}: `);
      expect(stderr).to.match(GOES_ON);
      await sign();
      if (signatures % 2 === 0) await send();
    }
  }

  async function requireWhole(): Promise<void> {
    const network = await connectNetwork(chain, readPermissionConfig(inside("permission-config.json")));
    expect(await network.contracts.interface.getNetworkBootStatus()).to.equal(true);
    expect((await transactionsOf(chain)).length).to.equal(STEPS);
  }

  const undone = (): unknown[] => entriesIn(directory).filter(({ state }) => state !== "done");

  it("links and boots what another account has deployed, a signature for each step", async () => {
    const line = deployLine("--from", deployer, "--unsigned", inside("tx.json"));
    expect(await signing(line)).to.equal(STEPS - CONTRACTS);
    expect(await countTransactions(chain.rpc, GUARDIAN, "latest")).to.equal(STEPS - CONTRACTS);
    await requireWhole();
    expect(undone()).to.deep.equal([]);
  });

  it("deploys itself, and nothing twice", async () => {
    expect(await signing(deployLine("--unsigned", inside("tx.json")))).to.equal(STEPS);
    expect(await countTransactions(chain.rpc, GUARDIAN, "latest")).to.equal(STEPS);
    await requireWhole();
    expect(undone()).to.deep.equal([]);
  });

  it("boots on its own, and replaces the implementation", async () => {
    const withoutBoot = deployLine("--from", deployer, "--unsigned", inside("tx.json"), "--without-boot");
    expect(await signing(withoutBoot)).to.equal(1);
    const boot = `boot ${inside("network.json")} --unsigned ${inside("tx.json")} --yes`;
    expect(await signing(boot)).to.equal(STEPS - CONTRACTS - 1);
    await requireWhole();
    expect(undone()).to.deep.equal([]);

    const before = (await connectNetwork(chain, readPermissionConfig(inside("permission-config.json")))).addresses;
    await signing(`upgrade --from ${GUARDIAN} --unsigned ${inside("tx.json")} --yes`);
    const after = (await connectNetwork(chain, readPermissionConfig(inside("permission-config.json")))).addresses;
    expect(after.PermissionsImplementation).to.not.equal(before.PermissionsImplementation);
  });

  it("is told what to compare the link with, for which there is no permission-config.json yet", async () => {
    expect(
      (await run(deployLine("--from", deployer, "--unsigned", inside("tx.json"), "--without-boot"))).code,
    ).to.equal(3);
    const { stdout } = await run(`transaction show ${inside("tx.json")}`, { PORTCULLIS_CONFIG: undefined });
    const of = (contract: string): string =>
      entriesIn(directory).find(({ step }) => step === `deploy ${contract}`)?.address ?? "none";
    expect(stdout).to.match(new RegExp(`^signs +${GUARDIAN}, who is the guardian$`, "m"));
    expect(stdout).to.match(
      new RegExp(`^to +${of("PermissionsUpgradable")}, the PermissionsUpgradable of the suite`, "m"),
    );
    expect(stdout).to.match(new RegExp(`^ {2}permInterface +${of("PermissionsInterface")}$`, "m"));
    expect(stdout).to.match(new RegExp(`^ {2}permImpl +${of("PermissionsImplementation")}$`, "m"));
    expect(stdout).to.match(
      /^compare +all three contracts with what portcullis deploy printed, or with its deployment\.json/m,
    );
  });

  it("finds the step written anew where its nonce was taken meanwhile", async () => {
    const line = deployLine("--from", deployer, "--unsigned", inside("tx.json"), "--without-boot");
    expect((await run(line)).code).to.equal(3);
    await sign();
    await chain.rpc.send("anvil_setNonce", [GUARDIAN, "0x1"]);
    const { code, stderr } = await run(line);
    expect(code, stderr).to.equal(3);
    expect(stderr).to.include("is out of date. With the nonce 1 it waits for the signature of");
    expect((JSON.parse(readFileSync(inside("tx.json"), "utf8")) as { nonce: number }).nonce).to.equal(1);
    await sign();
    expect((await run(line)).code).to.equal(0);
  });
});
