import { readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { expect } from "chai";
import { formatEnode } from "../../../src/model/enode.js";
import { nodeAddress } from "../../../src/model/node-address.js";
import { AGENCIES, foundStar } from "../../helpers/star-agencies.js";
import { eventually } from "../eventually.js";
import { poll } from "../poll.js";
import { freePorts } from "../ports.js";
import { StarAgency } from "./agency.js";

/** The groups, and the two agencies that found each. */
export const GROUPS = { group1: ["A", "B"], group2: ["A", "C"], group3: ["A", "D"] } as const;
export type GroupName = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as GroupName[];

/** How the second group agrees to blocks; the others on Istanbul BFT. */
const ON_RAFT: GroupName = "group2";

/** A node that dials another one in vain tries again after half a minute. */
const PATIENCE = 180_000;

/** Blocks, one a second. */
const ENOUGH_TO_DIAL = 70;

/** What geth writes when it starts, and when it has taken over the permissions. */
const STARTED = "Starting peer-to-peer node";
const READY = "permission service: is now ready";

interface AgencyFile {
  admins: string[];
  nodes: { name: string; runs: { group: string; port: number; rpcPort: number; raftPort?: number }[] }[];
}

/** Four agencies and three groups in a star, and one that joins later, each with a directory and a key of its own. */
export class Star {
  private constructor(private readonly agencies: ReadonlyMap<string, StarAgency>) {}

  /** Writes what each agency writes by hand, with ports that are free. */
  static async begin(directory: string): Promise<Star> {
    foundStar(directory);
    const names = [...AGENCIES, "E"];
    const agencies = new Map(names.map((name) => [name, new StarAgency(name, directory)]));
    const ports = await freePorts(3 * 7);
    for (const agency of agencies.values()) {
      const file = agency.inside(`${agency.name}.yaml`);
      const part = parse(readFileSync(file, "utf8")) as AgencyFile;
      for (const { name: node, runs } of part.nodes)
        for (const run of runs) {
          const [port = 0, rpcPort = 0, raftPort = 0] = ports.splice(0, 3);
          const isRaft = run.group === ON_RAFT;
          Object.assign(run, { port, rpcPort }, isRaft ? { raftPort } : {});
          agency.places.set(run.group, { node, port, rpcPort, raftPort: isRaft ? raftPort : 0 });
        }
      writeFileSync(file, stringify(part));
    }
    const star = new Star(agencies);
    const invitation = star.of("A").inside("invitation.yaml");
    const text = readFileSync(invitation, "utf8");
    writeFileSync(invitation, text.replace(/(chainId: 10002\n {4}consensus:) istanbul/, "$1 raft"));
    return star;
  }

  of(name: string): StarAgency {
    return this.agencies.get(name) ?? expect.fail(`There is no agency ${name}.`);
  }

  /** What an agency has written of itself. */
  part(name: string): AgencyFile {
    return parse(this.of(name).text(`${name}.yaml`)) as AgencyFile;
  }

  get all(): StarAgency[] {
    return [...this.agencies.values()];
  }

  /** Waits until the nodes of these agencies are connected with so many others in a group. */
  async connected(group: GroupName, names: readonly string[], peers: number): Promise<void> {
    for (const name of names) {
      const rpc = this.of(name).rpc(group);
      await poll(`the node of ${name} in ${group} to have ${peers} peers`, PATIENCE, async () =>
        Number(await rpc.send("net_peerCount", []).catch(() => -1)) === peers ? true : undefined,
      );
    }
  }

  /** Lets so many blocks pass as it takes a node to dial twice, and finds another one at no time among the peers of these. */
  async refuses(group: GroupName, names: readonly string[], other: string): Promise<void> {
    const { enodeId } = this.of(other).enode(group);
    const head = await this.blockNumber(group, "A");
    await poll(`${ENOUGH_TO_DIAL} blocks in ${group}`, PATIENCE, async () => {
      for (const name of names) {
        const peers = await this.of(name).console(
          group,
          "admin.peers.map(function (each) { return each.enode; }).join()",
        );
        expect(peers).to.not.include(enodeId);
      }
      return (await this.blockNumber(group, "A")) >= head + ENOUGH_TO_DIAL ? true : undefined;
    });
  }

  blockNumber(group: GroupName, name: string): Promise<number> {
    return this.of(name).rpc(group).send("eth_blockNumber", []).then(Number);
  }

  /** Waits until a node has as many blocks as another one has now. */
  async caughtUp(group: GroupName, name: string, other: string): Promise<void> {
    const head = await this.blockNumber(group, other);
    await poll(`the node of ${name} in ${group} to have block ${head}`, PATIENCE, async () =>
      (await this.blockNumber(group, name).catch(() => -1)) >= head ? true : undefined,
    );
  }

  /** Waits until a group has new blocks. */
  async makesBlocks(group: GroupName): Promise<void> {
    const head = await this.blockNumber(group, "A");
    await poll(`new blocks in ${group}`, PATIENCE, async () =>
      (await this.blockNumber(group, "A")) > head + 3 ? true : undefined,
    );
  }

  /** Has these members of the first group vote for or against the validator of another one, and waits until that counts. */
  async vote(change: "add" | "remove", of: string, voters: readonly string[]): Promise<void> {
    const node = this.of(of).enode("group1");
    for (const name of voters) {
      const socket = this.of(name).data("group1", "geth.ipc");
      await this.of(name).type(`validator ${change} ${formatEnode(node)} --network ${socket} --yes`);
    }
    const asked = this.of(voters[0] ?? "");
    await poll(`${change} of the validator of ${of}`, PATIENCE, async () => {
      const printed = await asked.console("group1", "JSON.stringify(istanbul.getValidators())");
      const isThere = printed.toLowerCase().includes(nodeAddress(node.enodeId).toLowerCase());
      return isThere === (change === "add") ? true : undefined;
    });
  }

  /** Starts the node of an agency that the other two members of the first group do not have now: it gets the blocks, and then
   *  enforces permissions. Marked, it gets the file with which one that is no founder makes blocks. */
  async bringUp(name: string, { marked }: { marked: boolean }): Promise<void> {
    const agency = this.of(name);
    await agency.start(" --sync");
    await this.connected("group1", [name], 2);
    await this.caughtUp("group1", name, "A");
    if (marked) await agency.shell(`touch ${agency.data("group1", "validator")}`);
    await agency.start();
    await this.enforces("group1", name);
    await this.connected("group1", ["A", "B", "E"], 2);
  }

  /** Waits until a node says that it enforces permissions, which it does once after each start. */
  async enforces(group: GroupName, name: string): Promise<void> {
    const agency = this.of(name);
    const sinceStart = (): string => agency.text(agency.data(group, "geth.log")).split(STARTED).at(-1) ?? "";
    await poll(`the node of ${name} in ${group} to enforce permissions`, PATIENCE, () =>
      Promise.resolve(sinceStart().includes(READY) ? true : undefined),
    );
  }

  /** Waits until a node's list, which it keeps itself, has these organisations. */
  async listsOrgs(group: GroupName, name: string, orgs: readonly string[]): Promise<void> {
    const ask = async (): Promise<string[]> => {
      const printed = await this.of(name).console(
        group,
        "quorumPermission.orgList.map(function (org) { return org.fullOrgId + ' ' + org.status; }).sort().join()",
      );
      return (JSON.parse(printed) as string).split(",");
    };
    await eventually(ask, [...orgs]);
  }
}
