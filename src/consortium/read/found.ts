import type { Operation } from "../../model/codes.js";
import type { Policy } from "../../model/policy.js";
import type { Agency, Group, Run } from "../file/consortium.js";

type Partly<T> = { [Key in keyof T]?: T[Key] | undefined };

/** Something of which one must know more, by the name of what is missing. */
interface Lacking {
  why: Partial<Record<string, string>>;
}

export interface FoundAgency extends Agency, Lacking {}

export interface FoundGroup extends Partly<Omit<Group, "name">>, Lacking {
  name: string;
  /** Whether a file says which nodes make blocks, so that the others do not. */
  saysValidators?: boolean;
  /** How operations are decided, as far as a file says it. */
  policies: Map<Operation, Policy>;
}

export interface FoundRun extends Partly<Omit<Run, "group">> {
  group: string;
}

export interface FoundNode extends Lacking {
  name: string | undefined;
  agency: string | undefined;
  host: string | undefined;
  /** Ports of the node as it is, of which the first of its processes can have each. */
  port: number | undefined;
  rpcPort: number | undefined;
  /** By what the node is known where it comes from. */
  knownAs: string | undefined;
  runs: FoundRun[];
}

/** The nodes of a group that a file names: those that it sets up, all members, those that join, or those that these connect to. */
export interface Listing {
  file: string;
  group: string;
  as: "nodes" | "members" | "joining" | "neighbours";
  nodes: Set<FoundNode>;
}

/** What files say about a consortium, put together as they are read. */
export class Found {
  readonly agencies = new Map<string, FoundAgency>();
  readonly groups = new Map<string, FoundGroup>();
  readonly nodes = new Map<string, FoundNode>();
  readonly listings: Listing[] = [];
  /** What whoever goes on must know. */
  readonly notes = new Set<string>();
  /** Names as they are written elsewhere, by those that stand for them. */
  private readonly written = new Map<string, string>();

  /** The name that stands for a written one, and for no other: what contracts do not take becomes dashes, with a number where two
   *  would be the same. */
  nameFor(written: string): string {
    const plain = nameOf(written);
    for (let number = 1; ; number++) {
      const name = number === 1 ? plain : `${plain.slice(0, 60)}-${number}`;
      if ((this.written.get(name) ?? written) !== written) continue;
      this.written.set(name, written);
      return name;
    }
  }

  agency(name: string): FoundAgency {
    return made(this.agencies, name, () => ({ name, admins: [], why: {} }));
  }

  group(name: string): FoundGroup {
    return made(this.groups, name, () => ({ name, policies: new Map(), why: {} }));
  }

  /** A node by what tells it from others in the files. */
  node(key: string): FoundNode {
    const nothing = { name: undefined, agency: undefined, host: undefined, port: undefined, rpcPort: undefined };
    return made(this.nodes, key, () => ({ ...nothing, knownAs: undefined, runs: [], why: {} }));
  }

  /** Its part in a group. */
  run(node: FoundNode, group: string): FoundRun {
    const found = node.runs.find((each) => each.group === group);
    if (found !== undefined) return found;
    const run = { group };
    node.runs.push(run);
    return run;
  }
}

/** Whether a value could be set, or was so already. */
export function settle<T, Key extends keyof T>(target: T, key: Key, value: T[Key]): boolean {
  target[key] ??= value;
  return target[key] === value;
}

function made<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/** The name of an organisation or a group as contracts take it: dots, which part sub-organisations, and other characters become
 *  dashes. */
export function nameOf(written: string): string {
  return written.replaceAll(/[^A-Za-z0-9_-]/g, "-").slice(0, 64);
}
