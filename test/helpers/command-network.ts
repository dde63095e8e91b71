import path from "node:path";
import { expect } from "chai";
import { castVote } from "../../src/actions/votes.js";
import { type Chain, getBlockNumber, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { connectNetwork, type Network } from "../../src/network/network.js";
import { readPermissionConfig } from "../../src/nodejs/config-file.js";
import { keySigner, nodeAccounts, nodeSigner } from "../../src/chain/signers.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import {
  type Outcome,
  type Running,
  startAnvil,
  startCommand,
  type Surroundings,
} from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";

const KEY = `0x${"3b".repeat(32)}`;

/** A person who runs commands, and how the commands learn who it is. */
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

/** "org list --json" as the words that a shell makes of it. None holds a space. */
export function wordsOf(line: string): string[] {
  return line.split(" ").filter((word) => word !== "");
}

/** The options of a command that is signed by an account of the node, and that asks nothing. */
export function as({ address }: Person): string {
  return `--from ${address} --yes`;
}

/** A network that `portcullis deploy` deployed on a chain in a separate process, and everyone who runs commands on it. */
/** That a node has not answered for a while. */
const OF_SLOWNESS = /^\S+ (?:has not answered for \d+ s\. It is asked again|answers again)\.\n/gm;

export class CommandNetwork {
  /** Everything that was run, without `portcullis`. */
  readonly lines: string[] = [];

  private constructor(
    readonly url: string,
    /** A directory that goes with the network. */
    readonly directory: string,
    readonly chain: Chain,
    readonly people: People,
    readonly stop: () => Promise<void>,
  ) {}

  /** `flags` are anvil's. */
  static async deploy(...flags: string[]): Promise<CommandNetwork> {
    const directory = makeScratch();
    const anvil = await startAnvil(...flags);
    const stop = async (): Promise<void> => {
      await anvil.stop();
      removeScratch(directory);
    };
    const chain = await openChain(httpRpc(anvil.url));
    const network = new CommandNetwork(anvil.url, directory, chain, peopleOf(await nodeAccounts(chain)), stop);
    await network.begin();
    return network;
  }

  private async begin(): Promise<void> {
    const { guardian, admin1, admin2, admin3 } = this.people;
    const accounts = [admin1, admin2, admin3].map(({ address }) => address);
    const file = writeNetworkFile(this.directory, guardian.address, { accounts });
    const { code, stdout, stderr } = await this.run(`deploy ${file} --out ${this.directory} --yes`, guardian);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.equal(`${this.configFile}\n`);
  }

  get configFile(): string {
    return path.join(this.directory, "permission-config.json");
  }

  /** What tells a command which network is meant. */
  get environment(): NodeJS.ProcessEnv {
    return { PORTCULLIS_NETWORK: this.url, PORTCULLIS_CONFIG: this.configFile };
  }

  /** The network as it is now: its implementation may have been replaced. */
  now(): Promise<Network> {
    return connectNetwork(this.chain, readPermissionConfig(this.configFile));
  }

  /** What it says of a slow machine is left out. */
  async run(line: string, who?: Person, surroundings: Surroundings = {}): Promise<Outcome> {
    const outcome = await this.start(line, who, surroundings).ended;
    return { ...outcome, stderr: outcome.stderr.replaceAll(OF_SLOWNESS, "") };
  }

  /** The same for a command that does not end by itself. */
  start(line: string, who?: Person, surroundings: Surroundings = {}): Running {
    this.lines.push(line);
    const environment = { ...this.environment, ...who?.environment, ...surroundings.environment };
    return startCommand([...wordsOf(line), ...(who?.args ?? [])], { ...surroundings, environment });
  }

  /** What a command prints that only reads: it is silent otherwise, and sends nothing. */
  async read(line: string, who?: Person): Promise<string> {
    const before = await this.blockNumber();
    const { code, stdout, stderr } = await this.run(line, who);
    expect([code, stderr], line).to.deep.equal([0, ""]);
    expect(await this.blockNumber(), line).to.equal(before);
    return stdout;
  }

  /** The same of a question that is answered with a no. */
  async readNo(line: string, who?: Person): Promise<string> {
    const { code, stdout, stderr } = await this.run(line, who);
    expect([code, stderr], line).to.deep.equal([1, ""]);
    return stdout;
  }

  async json(line: string, who?: Person): Promise<unknown> {
    return JSON.parse(await this.read(`${line} --json`, who)) as unknown;
  }

  /** What a command prints that sends so many transactions: each is announced with who sends it and where,
   *  and maybe followed by warnings. */
  async act(who: Person, line: string, transactions = 1): Promise<string> {
    const before = await this.blockNumber();
    const { code, stdout, stderr } = await this.run(`${line} --yes`, who);
    expect(code, stderr).to.equal(0);
    const signed = who.environment.PORTCULLIS_PRIVATE_KEY === undefined ? "by the node" : "here";
    const announced = new RegExp(
      `^(\\S.*\\.\n {2}as {3}${who.address}, signed ${signed}\n {2}on {3}chain 1337, .*\n {2}gas {2}at most [\\d,]+\n(?:\\S.*\\.\n)*){${transactions}}$`,
    );
    expect(stderr).to.match(announced);
    expect(stdout.match(/^Done in block \d+: transaction 0x[0-9a-f]{64}, [\d,]+ gas\.$/gm), stdout).to.have.length(
      transactions,
    );
    expect(await this.blockNumber()).to.equal(before + BigInt(transactions));
    return stdout;
  }

  /** Proposes something, votes for it, and answers the proposal's number. */
  async propose(who: Person, line: string): Promise<number> {
    const printed = await this.act(who, line, 2);
    const id = /^Proposal (\d+) is open\.$/m.exec(printed)?.[1];
    expect(printed).to.match(new RegExp(`^Proposal ${id ?? "of no number"} to .* is open: 1 of \\d votes`, "m"));
    expect(printed).to.include(`portcullis proposal approve ${id ?? ""}`);
    return Number(id);
  }

  /** A vote that is not what is tried here. */
  async voteFor(id: number, ...admins: readonly Person[]): Promise<void> {
    const network = await this.now();
    for (const { address } of admins) await castVote({ network, signer: nodeSigner(address) }, { id, support: true });
  }

  /** Each block holds one transaction, so the number of blocks tells whether anything was sent. */
  blockNumber(): Promise<bigint> {
    return getBlockNumber(this.chain.rpc);
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
