import path from "node:path";
import { expect } from "chai";
import { type Chain, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { connect, type Network } from "../../src/network.js";
import { readPermissionConfig } from "../../src/permission-config.js";
import { keySigner, nodeAccounts } from "../../src/signers.js";
import { writeNetworkFile } from "./network-file.js";
import { type Anvil, type Outcome, runScript } from "./processes.js";

const KEY = `0x${"3b".repeat(32)}`;

/** Somebody who runs scripts, and how the scripts learn who it is. */
export interface Person {
  address: string;
  args: readonly string[];
  environment: NodeJS.ProcessEnv;
}

export interface People {
  guardian: Person;
  admin1: Person;
  admin2: Person;
  admin3: Person;
  /** Signs with a key; the node signs for all others. */
  orgAdmin: Person;
  clerk: Person;
  newcomer: Person;
  stranger: Person;
}

/** A network that scripts/deploy.ts deployed, and everybody who runs scripts on it. */
export class ScriptNetwork {
  /** Names of the scripts that have run. */
  readonly used = new Set(["deploy"]);

  private constructor(
    readonly url: string,
    readonly configFile: string,
    readonly chain: Chain,
    readonly people: People,
  ) {}

  static async deploy(anvil: Anvil, directory: string): Promise<ScriptNetwork> {
    const chain = await openChain(httpRpc(anvil.url));
    const people = peopleOf(await nodeAccounts(chain));
    const { guardian, admin1, admin2, admin3 } = people;
    const file = writeNetworkFile(directory, guardian.address, {
      accounts: [admin1, admin2, admin3].map(({ address }) => address),
    });
    const configFile = path.join(directory, "permission-config.json");
    const args = [file, "--network", anvil.url, "--out", directory, ...guardian.args];
    const { code, stdout, stderr } = await runScript("deploy", args);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.equal(`${configFile}\n`);
    return new ScriptNetwork(anvil.url, configFile, chain, people);
  }

  /** The network as it is now: its implementation may have been replaced. */
  now(): Promise<Network> {
    return connect(this.chain, readPermissionConfig(this.configFile));
  }

  run(name: string, args: readonly string[], who?: Person): Promise<Outcome> {
    this.used.add(name);
    const where = ["--network", this.url, "--config", this.configFile];
    return runScript(name, [...args, ...where, ...(who?.args ?? [])], who?.environment);
  }

  /** What a script prints that only reads. */
  async read(name: string, ...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(name, args);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.equal("");
    return stdout;
  }

  /** What a script prints that sends one transaction. */
  async act(who: Person, name: string, ...args: string[]): Promise<string> {
    const before = await this.blockNumber();
    const { code, stdout, stderr } = await this.run(name, args, who);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^Done: transaction 0x[0-9a-f]{64}, [\d,]+ gas\.\n/);
    expect(await this.blockNumber()).to.equal(before + 1n);
    return stdout;
  }

  /** Each block holds one transaction, so the number of blocks tells whether anything was sent. */
  async blockNumber(): Promise<bigint> {
    return BigInt((await this.chain.rpc.send("eth_blockNumber", [])) as string);
  }
}

function peopleOf(accounts: readonly string[]): People {
  const [guardian, admin1, admin2, admin3, clerk, newcomer, stranger] = accounts.map(ofTheNode);
  const all = { guardian, admin1, admin2, admin3, clerk, newcomer, stranger };
  const orgAdmin = { address: keySigner(KEY).address, args: [], environment: { PORTCULLIS_PRIVATE_KEY: KEY } };
  return { ...(all as Omit<People, "orgAdmin">), orgAdmin };
}

function ofTheNode(address: string): Person {
  return { address, args: ["--from", address], environment: {} };
}
