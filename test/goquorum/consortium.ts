import path from "node:path";
import { expect } from "chai";
import { openChain } from "../../src/chain/chain.js";
import { toJson } from "../../src/util/json.js";
import { writeAtomically } from "../../src/nodejs/files.js";
import { connectNetwork, type Network } from "../../src/network/network.js";
import { readPermissionConfig } from "../../src/nodejs/config-file.js";
import { act, noAs, readAs, refusal } from "./command-line.js";
import { asTold, type Lists, listsOfConsole, listsOfContracts, SENT } from "./console.js";
import type { ConsensusName } from "./consensus.js";
import { eventually } from "./eventually.js";
import type { GoQuorumNode } from "./node.js";
import { runCommand } from "../../tools/shared/processes.js";
import { GoQuorumNetwork } from "./nodes.js";
import { ofNode, type Person, walletOf, withKey, withKeystore } from "./people.js";

/** A network of real nodes, everyone who acts on it, and what can be asked of it. */
export class Consortium {
  readonly configFile: string;
  /** The guardian is no account of the network. */
  readonly guardian: Person;
  readonly stranger: Person;
  readonly admin1: Person;
  readonly admin2: Person;
  readonly admin3: Person;
  /** Of the second organisation, whose node is the fourth. */
  readonly orgAdmin: Person;
  readonly clerk: Person;
  /** Functions of the permission API that were called in a console. */
  readonly called = new Set<string>();

  private constructor(
    readonly nodes: GoQuorumNetwork,
    readonly node4: GoQuorumNode,
    private readonly directory: string,
  ) {
    this.configFile = path.join(directory, "out/permission-config.json");
    const [node1, node2, node3] = nodes.nodes as [GoQuorumNode, GoQuorumNode, GoQuorumNode];
    this.guardian = ofNode(walletOf("guardian"), node1);
    this.stranger = ofNode(walletOf("stranger"), node1);
    this.admin1 = ofNode(walletOf("admin1"), node1);
    this.admin2 = ofNode(walletOf("admin2"), node2);
    this.admin3 = withKeystore(walletOf("admin3"), node3);
    this.orgAdmin = withKey(walletOf("org admin"), node4);
    this.clerk = ofNode(walletOf("clerk"), node4);
  }

  /** Starts three nodes of the admin organisation, and makes a fourth one. */
  static async begin(consensus: ConsensusName, directory: string): Promise<Consortium> {
    const founders = [["guardian", "stranger", "admin1"], ["admin2"], ["admin3"]];
    const accounts = founders.map((names) => names.map(walletOf));
    const nodes = await GoQuorumNetwork.found(consensus, path.join(directory, "nodes"), accounts);
    const node4 = await nodes.add(["org admin", "clerk"].map(walletOf));
    return new Consortium(nodes, node4, directory);
  }

  /** Begins a network file with the nodes' own list, deploys by it, and writes a folder for each node. */
  async deploy(): Promise<void> {
    const nodes = this.nodes.nodes.map(({ enodeUrl }) => enodeUrl);
    const accounts = [this.admin1, this.admin2, this.admin3].map(({ address }) => address);
    this.write("static-nodes.json", toJson(nodes));
    await this.prepare("init", "static-nodes.json", "--guardian", this.guardian.address, "--accounts", ...accounts);
    const file = path.join(this.directory, "network.yaml");
    await act(this.guardian, this.configFile, "deploy", file, "--out", path.dirname(this.configFile));
    await this.prepare("bundle", "network.yaml", "--config", this.configFile, "--out", "nodes-to-be");
  }

  /** Where `bundle` leaves what a node gets. */
  folderOf({ enode }: GoQuorumNode, bundle = "nodes-to-be"): string {
    return path.join(this.directory, bundle, `node-${enode.enodeId.slice(0, 16)}`);
  }

  /** Writes a folder for each node that the contracts approve, and answers that of one. */
  async bundleFor(node: GoQuorumNode): Promise<string> {
    const bundle = "nodes-as-approved";
    await this.read(this.admin1, "bundle", "--out", path.join(this.directory, bundle));
    return this.folderOf(node, bundle);
  }

  /** Where a file of this network is, or is to be. */
  file(name: string): string {
    return path.join(this.directory, name);
  }

  /** Writes a file, and answers where it is. */
  write(name: string, text: string): string {
    writeAtomically(this.file(name), text);
    return this.file(name);
  }

  private async prepare(...args: string[]): Promise<void> {
    const { code, stderr } = await runCommand(args, { directory: this.directory });
    expect(code, stderr).to.equal(0);
  }

  /** Runs a command of the command line that sends. */
  act(who: Person, ...args: string[]): Promise<string> {
    return act(who, this.configFile, ...args);
  }

  /** Runs a command that opens a proposal, and votes for it; answers the proposal's number. */
  async propose(who: Person, ...args: string[]): Promise<string> {
    const printed = await this.act(who, ...args);
    return /^Proposal (\d+) is open\.$/m.exec(printed)?.[1] ?? expect.fail(printed);
  }

  /** Has something proposed by a network admin, and approved by another one, whose votes suffice. Not by the first admin, which makes
   *  as many proposals in the other steps as one may make in a day. */
  async decide(...command: string[]): Promise<void> {
    const id = await this.propose(this.admin3, ...command);
    expect(await this.act(this.admin2, "proposal", "approve", id)).to.include("is approved");
  }

  /** Approves the oldest open proposal. */
  async approve(...admins: Person[]): Promise<void> {
    for (const admin of admins)
      await this.act(admin, "proposal", "approve", (await this.oldest(admin)) ?? expect.fail("No proposal is open."));
  }

  /** The number of the oldest open proposal, as a person's node knows it; undefined where none is open. */
  async oldest(who = this.admin1): Promise<string | undefined> {
    const [proposal] = JSON.parse(await this.read(who, "proposal", "list", "--json")) as { id: number }[];
    return proposal && String(proposal.id);
  }

  /** What the command line says when it refuses. */
  refusal(who: Person, ...args: string[]): Promise<string> {
    return refusal(who, this.configFile, ...args);
  }

  read(who: Person, ...args: string[]): Promise<string> {
    return readAs(who, this.configFile, ...args);
  }

  /** What `node-lists compare` prints of every node that enforces permissions: nothing differs without a known reason. */
  compareLists(): Promise<string> {
    const urls = this.nodes.nodes.filter(({ enforces }) => enforces).map(({ url }) => url);
    return this.read(this.admin1, "node-lists", "compare", "--node-url", ...urls);
  }

  /** What "can" says where the answer is no. */
  cannot(who: Person, ...args: string[]): Promise<string> {
    return noAs(who, this.configFile, ...args);
  }

  /** Calls a function of the permission API in the console of a person's node, which answers once it has sent. */
  async inConsole(who: Person, name: string, ...args: (string | number | boolean)[]): Promise<void> {
    this.called.add(name);
    const values = [...args, { from: who.address }].map((each) => JSON.stringify(each)).join(", ");
    const printed = await who.node.console(`quorumPermission.${name}(${values})`);
    expect(printed).to.equal(JSON.stringify(SENT));
  }

  /** The contracts, read at the first node. */
  async network(): Promise<Network> {
    return connectNetwork(await openChain(this.admin1.node.rpc), readPermissionConfig(this.configFile));
  }

  /** Waits until the contracts hold something, and then until every node lists what they hold. */
  async holds<T>(ask: (network: Network) => Promise<T>, expected: T): Promise<void> {
    const network = await this.network();
    await eventually(() => ask(network), expected);
    await this.agrees();
  }

  /** Waits until the lists of every node that enforces permissions are those of the contracts, as far as events tell. */
  agrees(): Promise<void> {
    return this.agree(asTold);
  }

  /** The same of nodes that have just been started, and have read it all from the contracts. */
  agreesInFull(): Promise<void> {
    return this.agree((lists) => lists);
  }

  private async agree(compared: (lists: Lists) => Lists): Promise<void> {
    const expected = compared(await listsOfContracts(await this.network()));
    const nodes = this.nodes.nodes.filter(({ enforces }) => enforces);
    const listed = async (node: GoQuorumNode) => compared(await listsOfConsole(node));
    await Promise.all(nodes.map((node) => eventually(() => listed(node), expected, node.name)));
  }
}
