import { type Enode, formatEnode } from "../../model/enode.js";
import { toJson } from "../../util/json.js";
import type { Consortium, ConsortiumNode, Group, Run } from "../file/consortium.js";
import { type GroupGenesis, groupGenesis } from "../genesis/group-genesis.js";

/** A process of a node, and all that it has to know of its group. */
export interface NodeProcess {
  node: ConsortiumNode;
  run: Run;
  group: Group;
  made: GroupGenesis;
  /** All nodes of the group, by their ids: on Raft everybody must list them in one order. */
  members: Enode[];
}

/** The processes of an agency's nodes. */
export function processesOf(consortium: Consortium, agency: string): NodeProcess[] {
  return consortium.groups.flatMap((group) => {
    const made = groupGenesis(consortium, group);
    const members = membersOf(consortium, group);
    return consortium.nodes
      .filter((node) => node.agency === agency)
      .flatMap((node) => {
        const run = node.runs.find((each) => each.group === group.name);
        return run === undefined ? [] : { node, run, group, made, members };
      });
  });
}

function membersOf({ nodes }: Consortium, { name }: Group): Enode[] {
  const members = nodes.flatMap(({ host, runs }) =>
    runs.filter(({ group }) => group === name).map((run) => enodeOf(host, run)),
  );
  return members.sort((one, other) => (one.enodeId < other.enodeId ? -1 : 1));
}

/** A process as nodes name it. */
export function enodeOf(host: string, { enodeId, port, raftPort = 0 }: Run): Enode {
  return { enodeId, ip: host, port, raftPort };
}

/** The URL at which the others find it. */
export function urlOf({ node, run }: Pick<NodeProcess, "node" | "run">): string {
  return formatEnode(enodeOf(node.host, run));
}

/** The list of its group, as nodes read it. */
export function nodeList({ members }: NodeProcess): string {
  return toJson(members.map(formatEnode));
}
