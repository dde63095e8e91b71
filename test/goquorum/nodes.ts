import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { id, SigningKey, type Wallet } from "ethers";
import { poll } from "./poll.js";
import type { Enode } from "../../src/model/enode.js";
import { readText } from "../../src/nodejs/files.js";
import { toJson } from "../../src/util/json.js";
import { CONSENSUS, type ConsensusName } from "./consensus.js";
import { GoQuorumNode, type NodePorts } from "./node.js";
import { freePorts } from "./ports.js";

/** Five attempts of a node to reach another one. */
const PATIENCE = 180_000;

/** The files of a node's folder: what it needs to get the blocks, and what it needs once it has them. */
export const FILES = {
  beforehand: ["static-nodes.json"],
  afterwards: ["permission-config.json", "permissioned-nodes.json"],
} as const;

/** A network of GoQuorum nodes on the loopback address, made from nothing. */
export class GoQuorumNetwork {
  /** Those that run: the founders, and then those that have joined. */
  readonly nodes: GoQuorumNode[] = [];
  private founders: readonly GoQuorumNode[] = [];
  private permissioned = false;
  private readonly raftIds = new Map<GoQuorumNode, string>();

  private constructor(
    readonly consensus: ConsensusName,
    private readonly directory: string,
  ) {}

  /** Makes a node for each list of accounts, and starts all without permissioning. */
  static async found(
    consensus: ConsensusName,
    directory: string,
    accounts: readonly (readonly Wallet[])[],
  ): Promise<GoQuorumNetwork> {
    const network = new GoQuorumNetwork(consensus, directory);
    mkdirSync(directory, { recursive: true });
    for (const each of accounts) network.nodes.push(await network.make(each));
    network.founders = [...network.nodes];
    writeFileSync(network.genesisFile, toJson(CONSENSUS[consensus].genesis(network.nodes.map(({ enode }) => enode))));
    for (const node of network.nodes) await network.initialise(node);
    await network.startAll().catch((cause: unknown) => network.giveUp(cause));
    return network;
  }

  private async giveUp(cause: unknown): Promise<never> {
    const tails = this.tails(20);
    await this.stop();
    throw new Error(`The nodes did not start:\n${tails}`, { cause });
  }

  /** Makes one more node and does not start it. */
  async add(accounts: readonly Wallet[]): Promise<GoQuorumNode> {
    const node = await this.make(accounts);
    await this.initialise(node);
    return node;
  }

  /** On Raft a node that is new, or was removed, is let in by a member first. */
  async letIn(node: GoQuorumNode): Promise<void> {
    if (this.consensus !== "raft") return;
    const [member] = this.founders;
    node.forgetRaft();
    this.raftIds.set(node, String(await member?.rpc.send("raft_addPeer", [node.enodeUrl])));
  }

  /** Starts a node; with permissions enforced where the others enforce them, unless told otherwise. */
  async start(node: GoQuorumNode, { permissioned = this.permissioned } = {}): Promise<void> {
    if (!this.nodes.includes(node)) this.nodes.push(node);
    await this.launch(node, permissioned);
    await node.ready();
  }

  /** Has a node that is behind get the blocks, without enforcing permissions, and stops it. */
  async synchronise(node: GoQuorumNode): Promise<void> {
    await this.start(node, { permissioned: false });
    await this.connected(node, this.nodes.length - 1);
    const head = Math.max(...(await Promise.all(this.founders.map((founder) => founder.blockNumber()))));
    await poll(`${node.name} to have block ${head}`, PATIENCE, async () =>
      (await node.blockNumber()) >= head ? true : undefined,
    );
    await node.stop();
  }

  /** Has a node come back that was taken out of the network: it gets the blocks, and then connects with all others. */
  async bringBack(node: GoQuorumNode): Promise<void> {
    await this.letIn(node);
    await this.synchronise(node);
    await this.start(node);
    await this.connected(node, this.nodes.length - 1);
  }

  private async launch(node: GoQuorumNode, permissioned: boolean): Promise<void> {
    const raftId = this.raftIds.get(node);
    const isFounder = this.founders.includes(node);
    await node.start([
      ...(isFounder || this.consensus === "raft" ? CONSENSUS[this.consensus].flags(node.enode) : []),
      ...(raftId === undefined ? [] : ["--raftjoinexisting", raftId]),
      ...(permissioned ? ["--permissioned"] : []),
    ]);
  }

  /** Copies each node's folder into its data directory, and starts all with enforcement on. */
  async enforce(folderOf: (node: GoQuorumNode) => string): Promise<void> {
    for (const node of this.nodes) this.give(node, folderOf(node), Object.values(FILES).flat());
    this.permissioned = true;
    await this.restartAll();
  }

  /** Copies files of its folder into a node's data directory. */
  give(node: GoQuorumNode, folder: string, files: readonly string[]): void {
    for (const name of files) node.write(name, readText(path.join(folder, name)));
  }

  /** A node that can be named and never starts. */
  imagine(name: string): Enode {
    const enodeId = new SigningKey(id(name)).publicKey.slice(4);
    return { enodeId, ip: "127.0.0.1", port: 1, raftPort: this.consensus === "raft" ? 2 : 0 };
  }

  async restartAll(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
    await this.startAll();
  }

  /** Stops one node, which is no part of the network until it is started again. */
  async remove(node: GoQuorumNode): Promise<void> {
    await node.stop();
    this.nodes.splice(this.nodes.indexOf(node), 1);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  /** The last lines that each node has logged. */
  tails(lines: number): string {
    return this.nodes.map((node) => `--- ${node.name} (${this.consensus})\n${node.tail(lines)}`).join("\n");
  }

  /** One after the other: a node that dials another one in vain, or loses it, tries again only after half a minute. It
   *  enforces permissions from its first look for blocks to fetch on, some ten seconds after the start. */
  private async startAll(): Promise<void> {
    for (const node of this.nodes) await this.launch(node, this.permissioned);
    for (const node of this.nodes) await node.ready();
    for (const node of this.nodes) await this.connected(node, this.nodes.length - 1);
    await poll("a leader or a new block", PATIENCE, () => this.makesBlocks());
  }

  /** Waits until a node has so many peers. */
  async connected(node: GoQuorumNode, peers: number): Promise<void> {
    await poll(`${node.name} to have ${peers} peers`, PATIENCE, async () =>
      (await node.peerCount()) === peers ? true : undefined,
    );
  }

  private async makesBlocks(): Promise<true | undefined> {
    const [node] = this.nodes;
    if (node === undefined) return undefined;
    if (this.consensus === "raft") return (await node.rpc.send("raft_leader", []).catch(() => "")) ? true : undefined;
    const before = await node.blockNumber();
    return poll("the next block", PATIENCE, async () => ((await node.blockNumber()) > before ? true : undefined));
  }

  private get genesisFile(): string {
    return path.join(this.directory, "genesis.json");
  }

  private async make(accounts: readonly Wallet[]): Promise<GoQuorumNode> {
    const name = `node${this.nodes.length + 1}`;
    const [p2p = 0, rpc = 0, free = 0] = await freePorts(3);
    const ports: NodePorts = { p2p, rpc, raft: this.consensus === "raft" ? free : 0 };
    return new GoQuorumNode(name, path.join(this.directory, name), ports, new SigningKey(id(name)), accounts);
  }

  /** A founder dials its fellows, and a node that joins dials the founders. No node dials it. */
  private async initialise(node: GoQuorumNode): Promise<void> {
    await node.initialise(this.genesisFile);
    const urls = [...new Set([...this.founders, node])].map(({ enodeUrl }) => enodeUrl);
    node.write("static-nodes.json", toJson(urls));
    node.write("permissioned-nodes.json", toJson(urls));
  }
}
