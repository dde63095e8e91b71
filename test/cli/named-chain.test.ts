import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { toJson } from "../../src/util/json.js";
import { requireRefusal } from "../helpers/cli-refusals.js";
import { as, CommandNetwork } from "../helpers/command-network.js";

/** So that each chain has another first block. */
const GENESIS_TIMES = { production: "1700000000", trial: "1700000001" };

/** What names the chain, in the order of the file. */
const NAMING = ["chainId", "genesisHash", "deploymentBlock"];

type Config = Record<string, unknown>;

describe("a permission-config.json that names its chain", function () {
  this.timeout(300_000);

  let production: CommandNetwork;
  let trial: CommandNetwork;

  before(async () => {
    [production, trial] = (await Promise.all(
      Object.values(GENESIS_TIMES).map((time) => CommandNetwork.deploy("--timestamp", time)),
    )) as [CommandNetwork, CommandNetwork];
  });

  after(() => Promise.all([production.stop(), trial.stop()]));

  const configOf = (network: CommandNetwork): Config => JSON.parse(readFileSync(network.configFile, "utf8")) as Config;

  /** A file beside the production network's own, with some keys changed; without those that become undefined. */
  function variant(name: string, changes: Config): string {
    const file = path.join(production.directory, name);
    writeFileSync(file, toJson({ ...configOf(production), ...changes }));
    return file;
  }

  const unnamed = (): string => variant("unnamed.json", Object.fromEntries(NAMING.map((key) => [key, undefined])));

  it("is what deploy writes: the chain, its first block, and the block of the first contract", () => {
    const config = configOf(production);
    expect(Object.keys(config).slice(-3)).to.deep.equal(NAMING);
    expect(config).to.include({ chainId: 1337, genesisHash: production.chain.genesis, deploymentBlock: 1 });
  });

  it("has the same addresses as another network of the same guardian, but not the same first block", () => {
    const [one, other] = [configOf(production), configOf(trial)];
    expect(one.interfaceAddress).to.equal(other.interfaceAddress);
    expect(one.genesisHash).to.not.equal(other.genesisHash);
  });

  it("is refused by every command at a node of the other network, before anything is asked or sent", async () => {
    const before = await production.blockNumber();
    const [file, out] = [path.join(production.directory, "network.json"), path.join(production.directory, "out")];
    const { admin1, guardian } = production.people;
    const lines = [
      "status",
      "org list",
      "history",
      "watch",
      `export --out ${out}.json`,
      "graph",
      "can send 0x00000000000000000000000000000000000000ff",
      `bundle --out ${out}`,
      `boot ${file} ${as(guardian)}`,
      `setting set ip-check off ${as(admin1)}`,
      `upgrade ${as(guardian)}`,
    ];
    const said = `The permission-config.json is of another chain with the id 1337: its first block is ${trial.chain.genesis}, and that of the node's chain is ${production.chain.genesis}.`;
    for (const line of lines) {
      const outcome = await production.run(line, undefined, { environment: { PORTCULLIS_CONFIG: trial.configFile } });
      requireRefusal(outcome, said, 1);
    }
    expect(existsSync(out) || existsSync(`${out}.json`)).to.equal(false);
    expect(await production.blockNumber()).to.equal(before);
  });

  it("of a chain with another id is refused by that", async () => {
    const outcome = await production.run(`status --config ${variant("id.json", { chainId: 10 })}`);
    requireRefusal(outcome, "The permission-config.json is of chain 10, and the node's chain is 1337.", 1);
  });

  it("is what check looks at first", async () => {
    const { code, stdout } = await production.run(`check --config ${trial.configFile}`);
    expect(code).to.equal(1);
    expect(stdout).to.match(/\nThe deployment\n {2}✗ The permission-config\.json is of another chain with the id 1337/);
    expect(await production.read("check")).to.include("\n  ✓ The permission-config.json is of this chain.\n");
  });

  it("may say nothing of it, as those of GoQuorum and of earlier versions: check says what to add", async () => {
    expect(await production.read(`org list --config ${unnamed()}`)).to.include("ADMINORG");
    expect(await trial.read(`org list --config ${unnamed()}`)).to.include("ADMINORG");
    const checked = await production.read(`check --config ${unnamed()}`);
    expect(checked)
      .to.include("\n  i The permission-config.json does not say of which chain it is,")
      .and.include(`Add "chainId": 1337 and "genesisHash": "${production.chain.genesis}" to it`);
  });

  it("keeps the keys in a bundle, which gives them to a file that has none", async () => {
    const written = async (line: string): Promise<Config> => {
      const [folder = ""] = (await production.run(line)).stdout.split("\n");
      return JSON.parse(readFileSync(path.join(folder, "permission-config.json"), "utf8")) as Config;
    };
    const inside = (name: string): string => path.join(production.directory, name);
    const own = configOf(production);
    expect(await written(`bundle ${inside("network.json")} --out ${inside("of-file")}`)).to.deep.equal(own);
    expect(await written(`bundle --config ${unnamed()} --out ${inside("of-network")}`)).to.deep.equal(own);
  });

  it("keeps the keys when the deployment is run again, which gives them to an old file", async () => {
    const { guardian } = production.people;
    const own = readFileSync(production.configFile, "utf8");
    const again = `deploy ${path.join(production.directory, "network.json")} --out ${production.directory}`;
    for (const text of [own, readFileSync(unnamed(), "utf8")]) {
      writeFileSync(production.configFile, text);
      expect((await production.run(`${again} ${as(guardian)}`)).code).to.equal(0);
      expect(readFileSync(production.configFile, "utf8")).to.equal(own);
    }
  });

  describe("with a deploymentBlock", () => {
    it("has history and export begin there", async () => {
      const entries = (await production.read("history --json --from-block 0")).trim().split("\n");
      expect(entries).to.deep.equal((await production.read("history --json")).trim().split("\n"));
      const first = JSON.parse(entries[0] ?? "") as { block: number; function: string };
      expect(first).to.include({ block: 1, function: "constructor" });
      const outcome = await production.run("export --block 0");
      requireRefusal(outcome, "The network was deployed in block 1, after block 0.", 1);
    });

    it("that would hide what happened before is refused", async () => {
      const later = variant("later.json", { deploymentBlock: 5 });
      const said =
        '"deploymentBlock" of the permission-config.json is 5, and the network was not deployed in that block.';
      requireRefusal(await production.run(`history --config ${later}`), said, 1);
      const { code, stdout } = await production.run(`check --config ${later}`);
      expect(code).to.equal(1);
      expect(stdout).to.include(`\n  ✗ ${said}\n`);
    });
  });

  it("with a misspelled or impossible key says so", async () => {
    const rows: [changes: Config, said: RegExp, code: number][] = [
      [{ chain: 1337 }, /! .*Nodes do not know the key "chain"/, 0],
      [{ chainId: "1337" }, /✗ .*"chainId" cannot be "1337"/, 1],
      [{ genesisHash: "0x12" }, /✗ .*"genesisHash" cannot be "0x12"/, 1],
      [{ deploymentBlock: -1 }, /✗ .*"deploymentBlock" cannot be -1/, 1],
    ];
    for (const [changes, said, expected] of rows) {
      const { code, stdout } = await production.run(`check --config ${variant("wrong.json", changes)}`);
      expect(stdout).to.match(said);
      expect(code).to.equal(expected);
    }
  });
});
