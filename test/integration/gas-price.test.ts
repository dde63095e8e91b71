import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { toQuantity } from "ethers";
import { type Chain, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { keySigner, nodeAccounts } from "../../src/chain/signers.js";
import { openGate, type Request } from "../helpers/breakage/request-gate.js";
import { type RawTransaction, transactionsOf } from "../helpers/chain-state.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Anvil, type Outcome, runCommand, startAnvil } from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";

const KEY = `0x${"2b".repeat(32)}`;
const SIGNER = keySigner(KEY).address;
const GWEI = 10n ** 9n;

/** What anvil is told, and the least and the most that a transaction may offer there. */
const PRICED: [what: string, flags: string[], least: bigint, most: bigint][] = [
  ["a gas price, before London", ["--hardfork", "istanbul", "--gas-price", "1000"], 1000n, 1000n],
  ["a base fee", ["--hardfork", "london", "--base-fee", "1000000"], 1n, 4n * GWEI],
  ["a base fee of 0 and a price", ["--hardfork", "london", "--base-fee", "0", "--gas-price", "0"], 1n, 2n * GWEI],
];

const FREE: [what: string, flags: string[]][] = [
  ["istanbul", []],
  ["london", ["--hardfork", "london", "--disable-min-priority-fee"]],
];

describe("a network with a gas price", function () {
  this.timeout(600_000);

  let anvil: Anvil;
  let chain: Chain;
  let directory: string;

  beforeEach(() => {
    directory = makeScratch();
  });

  afterEach(async () => {
    await anvil.stop();
    removeScratch(directory);
  });

  async function begin(...flags: string[]): Promise<void> {
    anvil = await startAnvil(...flags);
    chain = await openChain(httpRpc(anvil.url));
  }

  const fund = (account: string, wei: bigint): Promise<unknown> =>
    chain.rpc.send("anvil_setBalance", [account, toQuantity(wei)]);

  const run = (line: string, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
    runCommand(line.split(" "), {
      environment: {
        PORTCULLIS_NETWORK: anvil.url,
        PORTCULLIS_CONFIG: path.join(directory, "permission-config.json"),
        PORTCULLIS_PRIVATE_KEY: KEY,
        ...environment,
      },
    });

  async function succeeds(line: string, environment?: NodeJS.ProcessEnv): Promise<string> {
    const { code, stdout, stderr } = await run(line, environment);
    expect(code, stderr).to.equal(0);
    return stdout + stderr;
  }

  const deployment = (): string =>
    `deploy ${writeNetworkFile(directory, SIGNER, { accounts: [SIGNER] })} --out ${directory} --yes`;

  /** Where the key is there is no node, and where the node is there is no key. */
  const OFFLINE = { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined };
  const KEYLESS = { PORTCULLIS_PRIVATE_KEY: undefined };

  const content = (file: string) => JSON.parse(readFileSync(file, "utf8")) as { nonce: number; gasPrice: string };

  const withCommas = (wei: string): string => BigInt(wei).toLocaleString("en-US");

  async function writeUnsigned(line: string, name = "unsigned.json"): Promise<{ file: string; told: string }> {
    const file = path.join(directory, name);
    const { code, stderr } = await run(`${line} --from ${SIGNER} --unsigned ${file} --yes`, KEYLESS);
    expect(code, stderr).to.equal(3);
    return { file, told: stderr };
  }

  /** A role, and accounts that need it. */
  function importFile(): string {
    const file = path.join(directory, "import.json");
    const roles = [{ org: "ADMINORG", role: "CLERK", access: "transfer" }];
    const accounts = [1, 2, 3, 4].map((digit) => {
      return { org: "ADMINORG", account: `0x${String(digit).repeat(40)}`, role: "CLERK" };
    });
    writeFileSync(file, JSON.stringify({ roles, accounts }));
    return file;
  }

  const prices = async (): Promise<bigint[]> =>
    (await transactionsOf(chain)).map(({ gasPrice }: RawTransaction) => BigInt(gasPrice));

  for (const [what, flags, least, most] of PRICED) {
    it(`is deployed and governed where there is ${what}`, async () => {
      await begin(...flags);
      await fund(SIGNER, 10n ** 18n);
      await succeeds(deployment());
      const printed = await succeeds("role add ADMINORG CLERK --access full --yes");
      expect(printed).to.match(/gas {2}at most [\d,]+, at [\d,]+ wei each: at most 0\.\d+ ether/);
      for (const price of await prices()) expect(price >= least && price <= most, price.toString()).to.equal(true);
    });

    it(`takes what is signed elsewhere, at the price that was shown, where there is ${what}`, async () => {
      await begin(...flags);
      await fund(SIGNER, 10n ** 18n);
      await succeeds(deployment());
      const { file } = await writeUnsigned("role add ADMINORG CLERK --access full");
      const { gasPrice } = content(file);
      const shown = await succeeds(`transaction show ${file}`, OFFLINE);
      expect(shown).to.match(new RegExp(`^gas +at most [\\d,]+, at the price ${withCommas(gasPrice)} wei$`, "m"));
      await succeeds(`transaction sign ${file} --yes`, OFFLINE);
      const sent = await succeeds(`transaction send ${file} --yes`, KEYLESS);
      expect(sent).to.include(`at ${withCommas(gasPrice)} wei each`);
      expect((await prices()).at(-1)).to.equal(BigInt(gasPrice));
    });

    it(`takes an import, whose cost is asked for before anything is sent, where there is ${what}`, async () => {
      await begin(...flags);
      await fund(SIGNER, 10n ** 18n);
      await succeeds(deployment());
      const before = (await prices()).length;
      const file = importFile();
      await fund(SIGNER, 10n ** 6n);
      const { code, stderr } = await run(`import ${file} --yes`);
      expect(stderr).to.match(
        new RegExp(`^${SIGNER} has 0\\.0+1 ether, and needs [\\d.]+ ether for [\\d,]+ gas at`, "m"),
      );
      expect([code, (await prices()).length]).to.deep.equal([1, before]);
      await fund(SIGNER, 10n ** 18n);
      const printed = await succeeds(`import ${file} --yes`);
      expect(printed.match(/^added /gm)).to.have.length(5);
      const paid = (await prices()).slice(before);
      expect(paid).to.have.length(5);
      for (const price of paid) expect(price >= least && price <= most, price.toString()).to.equal(true);
    });

    it(`asks for what an account does not have, before anything is sent, where there is ${what}`, async () => {
      await begin(...flags);
      const { code, stderr } = await run(deployment());
      expect(stderr).to.match(
        new RegExp(`^${SIGNER} has 0 ether, and needs [\\d.]+ ether for [\\d,]+ gas at \\d+ wei\\.$`, "m"),
      );
      expect(code).to.equal(1);
      expect(await transactionsOf(chain)).to.deep.equal([]);
    });
  }

  for (const [hardfork, flags] of FREE) {
    it(`costs nothing where gas does, on ${hardfork}`, async () => {
      await begin(...flags);
      await succeeds(deployment());
      expect(new Set(await prices())).to.deep.equal(new Set([0n]));
    });
  }

  it("whose base fee rose above what is signed elsewhere says so, and the same command asks for the price of now", async () => {
    await begin("--hardfork", "london", "--base-fee", "1000000");
    await fund(SIGNER, 10n ** 18n);
    await succeeds(deployment());
    const line = "role add ADMINORG CLERK --access full";
    const { file } = await writeUnsigned(line);
    const first = content(file);
    await succeeds(`transaction sign ${file} --yes`, OFFLINE);
    await chain.rpc.send("anvil_setNextBlockBaseFeePerGas", [toQuantity(2n * BigInt(first.gasPrice))]);
    await chain.rpc.send("evm_mine", []);
    const { code, stderr } = await run(`transaction send ${file} --yes`, KEYLESS);
    expect(code, stderr).to.equal(1);
    expect(stderr).to.include(
      `Nothing was sent: it offers ${first.gasPrice} wei for a unit of gas, which the nodes here do not take.`,
    );
    const { told } = await writeUnsigned(line);
    expect(told).to.include(`what was signed in ${file} is out of date.`);
    expect(BigInt(content(file).gasPrice) > 2n * BigInt(first.gasPrice)).to.equal(true);
    await succeeds(`transaction sign ${file} --yes`, OFFLINE);
    await succeeds(`transaction send ${file} --yes`, KEYLESS);
  });

  it("that is signed by the node pays the same", async () => {
    await begin("--hardfork", "istanbul", "--gas-price", "1000");
    const [account = ""] = await nodeAccounts(chain);
    const file = writeNetworkFile(directory, account, { accounts: [account] });
    await succeeds(`deploy ${file} --out ${directory} --yes --from ${account}`, { PORTCULLIS_PRIVATE_KEY: "" });
    expect(new Set(await prices())).to.deep.equal(new Set([1000n]));
  });

  it("is paid what is named, where the node suggests another price", async () => {
    await begin("--hardfork", "london", "--base-fee", "0", "--gas-price", "0");
    await succeeds(`${deployment()} --gas-price 0`);
    expect(new Set(await prices())).to.deep.equal(new Set([0n]));
    await fund(SIGNER, 10n ** 18n);
    await succeeds(`role add ADMINORG CLERK --access full --yes`, { PORTCULLIS_GAS_PRICE: "7" });
    expect((await prices()).at(-1)).to.equal(7n);
  });

  it("whose nodes ask for more than they suggest says so", async () => {
    await begin("--hardfork", "istanbul", "--gas-price", "1000");
    await fund(SIGNER, 10n ** 18n);
    const gate = await openGate(anvil.url, (request, forward) => {
      const { id, method } = request as Request & { id: number };
      const refused = { jsonrpc: "2.0", id, error: { code: -32000, message: "transaction underpriced" } };
      return method === "eth_sendRawTransaction" ? Promise.resolve(JSON.stringify(refused)) : forward();
    });
    const { code, stderr } = await run(deployment(), { PORTCULLIS_NETWORK: gate.url });
    gate.close();
    expect(stderr).to.include("The nodes here take no transaction at so low a gas price.");
    expect(stderr).to.include("--gas-price");
    expect(code).to.equal(1);
  });

  it("is told by the check what it costs, and who cannot pay", async () => {
    await begin("--hardfork", "istanbul", "--gas-price", "1000");
    const file = writeNetworkFile(directory, SIGNER, { accounts: [SIGNER] });
    const before = await run(`check ${file}`, { PORTCULLIS_CONFIG: "" });
    expect(before.stdout).to.match(
      /i Gas costs 1,000 wei here: a deployment needs about [\d.]+ ether, a vote about [\d.]+ ether\./,
    );
    expect(before.stdout).to.match(
      new RegExp(`! The guardian ${SIGNER} has 0 ether, and needs about [\\d.]+ ether\\.`),
    );
    await fund(SIGNER, 10n ** 18n);
    await succeeds(`deploy ${file} --out ${directory} --yes`);
    await fund(SIGNER, 5n);
    const after = await run("check");
    expect(after.stdout).to.match(
      new RegExp(`! The network admin ${SIGNER} has 0\\.0+5 ether, and needs about [\\d.]+ ether`),
    );
  });
});
