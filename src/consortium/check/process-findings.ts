import { type Finding, finding } from "../../errors/finding.js";
import { canonicalHost } from "../../model/enode.js";
import { isLoopback } from "../../network/node-places.js";
import type { Path } from "../../network/placed-text.js";
import type { DraftConsortium, DraftRun } from "../file/draft.js";

/** What the ports of a process are for, as findings call them. */
const PORTS = { port: "peers", rpcPort: "JSON-RPC", raftPort: "Raft" } as const;

/** Of what is none the file is told already. */
const ENODE_ID = /^[\da-f]{128}$/;

interface Listener {
  run: DraftRun;
  path: Path;
  address: string;
  port: number;
  use: string;
}

/** Ports that two processes on one machine want, whatever they are for, and whoever they belong to. */
export function portFindings({ source, runs }: DraftConsortium): Finding[] {
  const first = new Map<string, Listener>();
  return runs.flatMap(listenersOf).flatMap((listener) => {
    const { run, path, address, port, use } = listener;
    const other = first.get(address);
    if (other === undefined) {
      first.set(address, listener);
      return [];
    }
    const facts = { ...namesOf(run), host: run.host ?? "", port, use, other: nameOf(other.run) };
    const place = source.placeOf(path);
    return [finding("PORT_TWICE", { ...facts, place, otherGroup: groupOf(other.run), otherUse: other.use })];
  });
}

/** Enode ids that two processes have. */
export function enodeFindings({ source, runs }: DraftConsortium): Finding[] {
  return runs.flatMap((run, index) => {
    const id = run.enodeId?.toLowerCase() ?? "";
    const other = runs.slice(0, index).find(({ enodeId }) => enodeId?.toLowerCase() === id);
    if (!ENODE_ID.test(id) || other === undefined) return [];
    const cause = run.node !== undefined && run.node === other.node && run.group !== other.group ? "sameNode" : "nodes";
    const facts = { ...namesOf(run), other: nameOf(other), otherGroup: groupOf(other) };
    return [finding("ENODE_ID_TWICE", { cause, ...facts, place: source.placeOf([...run.path, "enodeId"]) })];
  });
}

function listenersOf(run: DraftRun): Listener[] {
  const { host } = run;
  if (host === undefined) return [];
  return (Object.keys(PORTS) as (keyof typeof PORTS)[]).flatMap((key) => {
    const port = run[key];
    if (port === undefined) return [];
    return [{ run, path: [...run.path, key], port, address: `${machineOf(host)} ${port}`, use: PORTS[key] }];
  });
}

/** All names of a machine for itself are one. */
function machineOf(host: string): string {
  return isLoopback(host) ? "itself" : canonicalHost(host).toLowerCase();
}

function namesOf(run: DraftRun) {
  return { node: nameOf(run), group: groupOf(run), agency: run.agency ?? "Its agency" };
}

function nameOf({ node }: DraftRun): string {
  return node ?? "a node";
}

function groupOf({ group }: DraftRun): string {
  return group ?? "a group";
}
