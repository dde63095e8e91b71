import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { encryptKeystoreJsonSync, SigningKey, type Wallet } from "ethers";
import { httpRpc, type Rpc } from "../../src/chain/rpc.js";
import { endWithProcess } from "../../tools/shared/end-with-process.js";
import { poll } from "./poll.js";
import { type Enode, formatEnode } from "../../src/model/enode.js";
import { CHAIN_ID } from "./consensus.js";
import { ENVIRONMENT, requireGeth, runGeth } from "./geth.js";

export interface NodePorts {
  p2p: number;
  rpc: number;
  /** 0 where the consensus is not Raft. */
  raft: number;
}

const PASSWORD = "loopback";
/** Five attempts of a node to reach another one. */
const PATIENCE = 180_000;
/** How long a node may take to end, in milliseconds, before it is killed. */
const GRACE = 15_000;
const READY = "permission service: is now ready";

/** A GoQuorum node: its data directory, and its process while it runs. */
export class GoQuorumNode {
  readonly enode: Enode;
  readonly url: string;
  readonly rpc: Rpc;
  private process: ChildProcess | undefined;
  /** Where the log of the present start begins, in bytes. */
  private logStart = 0;
  private permissioned = false;

  constructor(
    readonly name: string,
    readonly directory: string,
    private readonly ports: NodePorts,
    private readonly key: SigningKey,
    private readonly accounts: readonly Wallet[],
  ) {
    this.enode = { enodeId: key.publicKey.slice(4), ip: "127.0.0.1", port: ports.p2p, raftPort: ports.raft };
    this.url = `http://127.0.0.1:${ports.rpc}`;
    this.rpc = httpRpc(this.url);
  }

  /** The URL as nodes list it. */
  get enodeUrl(): string {
    return formatEnode(this.enode);
  }

  get passwordFile(): string {
    return path.join(this.directory, "password");
  }

  keystoreFile({ address }: Wallet): string {
    return path.join(this.directory, "keystore", address);
  }

  /** Writes all that the node needs, and its first block. */
  async initialise(genesisFile: string): Promise<void> {
    mkdirSync(path.join(this.directory, "keystore"), { recursive: true });
    this.write("nodekey", this.key.privateKey.slice(2));
    this.write("password", PASSWORD);
    for (const wallet of this.accounts) {
      // Cheap on purpose: these keys guard nothing.
      writeFileSync(this.keystoreFile(wallet), encryptKeystoreJsonSync(wallet, PASSWORD, { scrypt: { N: 1024 } }));
    }
    await runGeth("--datadir", this.directory, "init", genesisFile);
  }

  /** Puts a file into the data directory. */
  write(file: string, text: string): void {
    writeFileSync(path.join(this.directory, file), text);
  }

  /** Starts it, and waits until it answers. */
  async start(flags: readonly string[]): Promise<void> {
    const log = openSync(this.logFile, "a");
    this.logStart = statSync(this.logFile).size;
    const child = spawn(requireGeth(), [...this.flags(), ...flags], { env: ENVIRONMENT, stdio: ["ignore", log, log] });
    closeSync(log);
    // A test that fails must neither wait for its nodes nor leave them behind.
    child.unref();
    endWithProcess(child);
    this.process = child;
    await this.until(`${this.name} to answer`, () => this.rpc.send("eth_chainId", []).catch(() => undefined));
    this.permissioned = flags.includes("--permissioned");
  }

  /** Waits until it enforces permissions, if it was told to. It needs a peer for that. */
  async ready(): Promise<void> {
    if (!this.permissioned) return;
    await this.until(`${this.name} to enforce permissions`, () => Promise.resolve(this.logged(READY) || undefined));
  }

  async stop(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), GRACE);
    await ended;
    clearTimeout(killer);
  }

  /** Whether it runs with permissions enforced. */
  get enforces(): boolean {
    return this.process !== undefined && this.permissioned;
  }

  /** Forgets what it knows of its Raft cluster, so that it can join it as a new member. */
  forgetRaft(): void {
    for (const state of ["raft-wal", "raft-snap", "quorum-raft-state"]) {
      rmSync(path.join(this.directory, state), { recursive: true, force: true });
    }
  }

  /** What the node's own console prints for an expression. */
  console(expression: string): Promise<string> {
    return runGeth("attach", "--exec", expression, path.join(this.directory, "geth.ipc"));
  }

  /** The value of an expression in the node's own console. */
  async read<T>(expression: string): Promise<T> {
    const printed = await this.console(`JSON.stringify(${expression})`);
    try {
      return JSON.parse(JSON.parse(printed) as string) as T;
    } catch {
      throw new Error(`The console of ${this.name} printed for ${expression}:\n${printed}`);
    }
  }

  async peerCount(): Promise<number> {
    return Number(await this.rpc.send("net_peerCount", []));
  }

  async blockNumber(): Promise<number> {
    return Number(await this.rpc.send("eth_blockNumber", []));
  }

  /** Whether the log of the present start has this text. */
  logged(text: string): boolean {
    return this.log().includes(text);
  }

  /** What the present start has logged, or all starts. */
  log(from: number = this.logStart): string {
    return readFileSync(this.logFile).subarray(from).toString();
  }

  /** Asks until there is an answer, unless the node ends meanwhile. */
  private async until<T>(what: string, ask: () => Promise<T | undefined>): Promise<void> {
    await poll(what, PATIENCE, () => {
      if (this.process?.exitCode != null) throw new Error(`${this.name} ended:\n${this.tail(20)}`);
      return ask();
    });
  }

  tail(lines: number): string {
    return this.log().trimEnd().split("\n").slice(-lines).join("\n");
  }

  private get logFile(): string {
    return `${this.directory}.log`;
  }

  private flags(): string[] {
    const apis = "admin,debug,eth,istanbul,net,personal,quorumPermission,raft,txpool,web3";
    const unlocked = this.accounts.map(({ address }) => address).join(",");
    return [
      ...["--datadir", this.directory, "--networkid", String(CHAIN_ID), "--port", String(this.ports.p2p)],
      ...["--nodiscover", "--nat", "none", "--nousb", "--syncmode", "full", "--cache", "64"],
      ...["--rpc", "--rpcaddr", "127.0.0.1", "--rpcport", String(this.ports.rpc), "--rpcapi", apis],
      ...["--unlock", unlocked, "--password", this.passwordFile, "--allow-insecure-unlock"],
      ...["--gasprice", "0", "--emitcheckpoints", "--vmodule", "permission=4,p2p=4"],
    ];
  }
}
