import { expect } from "chai";
import { Transaction as EthersTransaction, Wallet } from "ethers";
import { CommandNetwork } from "../helpers/command-network.js";
import { refusal } from "../helpers/breakage/lost-requests.js";
import { type Gatekeeper, openGate } from "../helpers/breakage/request-gate.js";
import { type Anvil, type Outcome, startAnvil } from "../../tools/shared/processes.js";

/** anvil's second account, as anvil itself prints it. */
const KEY = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

interface Sending {
  from: string;
  to?: string;
  data: string;
  gas: string;
  gasPrice: string;
  nonce: string;
  value: string;
}

describe("a program that signs", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  /** It knows the same accounts, and nothing of the network. */
  let signer: Anvil;
  before(async () => {
    network = await CommandNetwork.deploy();
    signer = await startAnvil();
  });

  after(async () => {
    await network.stop();
    await signer.stop();
  });

  async function run(line: string, keeper: Gatekeeper = (_, forward) => forward()): Promise<Outcome> {
    const gate = await openGate(signer.url, keeper);
    try {
      const { address } = network.people.admin1;
      return await network.run(`${line} --from ${address} --signer ${gate.url} --yes`);
    } finally {
      gate.close();
    }
  }

  it("signs what is sent, by eth_signTransaction as EthSigner and Web3Signer have it", async () => {
    const asked: string[] = [];
    const { code, stdout, stderr } = await run(
      "org propose ORG1 --without-vote --node enode://none",
      async ({ method }, forward) => {
        asked.push(method);
        return forward();
      },
    );
    // What is wrong in the line is found before anybody is asked.
    expect([code, stdout, asked.length], stderr).to.deep.equal([2, "", 0]);
    const set = await run("setting set ip-check off --without-vote", async ({ method }, forward) => {
      asked.push(method);
      return forward();
    });
    expect(set.code, set.stderr).to.equal(0);
    expect(set.stderr).to.match(/\n {2}as {3}0x\w{40}, signed by http:\/\/127\.0\.0\.1:\d+\n/);
    expect(set.stdout).to.match(/^Done in block \d+: transaction 0x/);
    expect(asked).to.deep.equal(["eth_signTransaction"]);
  });

  it("signs by account_signTransaction, and answers what it has made of it, as clef does", async () => {
    const clef: Gatekeeper = ({ method, params }) => {
      if (method !== "account_signTransaction")
        return Promise.resolve(refusal(-32_601, `the method ${method} does not exist`));
      const [tx] = params as [Sending];
      return signedBy(tx).then((raw) => JSON.stringify({ jsonrpc: "2.0", id: 2, result: { raw, tx: {} } }));
    };
    const { code, stdout, stderr } = await run("setting set host-names on --without-vote", clef);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^Done in block \d+: transaction 0x/);
  });

  /** What it signs of what it is asked. */
  async function signedBy(
    { to, data, gas, gasPrice, nonce, value }: Sending,
    changes: object = {},
    key = KEY,
  ): Promise<string> {
    const asked = { to: to ?? null, data, gasLimit: gas, gasPrice, nonce: Number(nonce), value };
    const tx = EthersTransaction.from({ type: 0, chainId: 1337, ...asked, ...changes });
    return new Wallet(key).signTransaction(tx);
  }

  const OTHER = "0x1111111111111111111111111111111111111111";
  const lies: [what: string, changes: object, key?: string][] = [
    ["the recipient", { to: OTHER }],
    ["the data", { data: "0x12" }],
    ["the value", { value: 5 }],
    ["the nonce", { nonce: 99 }],
    ["the chain", { chainId: 1 }],
    ["the gas limit", { gasLimit: 21_000 }],
    ["the sender", {}, `0x${"6e".repeat(32)}`],
  ];
  for (const [what, changes, key] of lies) {
    it(`is not believed where it changes ${what}`, async () => {
      const liar: Gatekeeper = async ({ params }) => {
        const [tx] = params as [Sending];
        return JSON.stringify({ jsonrpc: "2.0", id: 1, result: await signedBy(tx, changes, key) });
      };
      const before = await network.blockNumber();
      const { code, stdout, stderr } = await run("setting set node-limit 90 --without-vote", liar);
      expect([code, stdout], stderr).to.deep.equal([1, ""]);
      expect(stderr).to.match(new RegExp(`is signed, but is not what was to be signed: .*${what} .* instead of `));
      expect(await network.blockNumber()).to.equal(before);
    });
  }

  it("is told of where it does not answer, refuses, or is no JSON-RPC server, and nothing is sent", async () => {
    const before = await network.blockNumber();
    const denied = await run("setting set node-limit 90", () => Promise.resolve(refusal(-32_000, "Request denied")));
    expect([denied.code, denied.stderr]).to.satisfy(
      ([code, said]: [number, string]) => code === 1 && said.includes("Request denied"),
    );
    const page = await run("setting set node-limit 90", () => Promise.resolve({ status: 200, body: "<html>" }));
    expect(page.code).to.equal(1);
    expect(page.stderr).to.match(/What answers at http:\S+ is not a JSON-RPC node/);
    const { address } = network.people.admin1;
    const nobody = await network.run(`setting set node-limit 90 --from ${address} --signer http://127.0.0.1:9 --yes`);
    expect(nobody.stderr).to.include("No JSON-RPC node answers at http://127.0.0.1:9.");
    expect(await network.blockNumber()).to.equal(before);
  });
});
