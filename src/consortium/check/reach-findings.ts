import { type Finding, finding } from "../../errors/finding.js";
import { canonicalHost, isIp } from "../../model/enode.js";
import { isLoopback } from "../../network/node-places.js";
import type { DraftConsortium, DraftRun } from "../file/draft.js";

/** Private networks: RFC 1918, shared ones of RFC 6598, and unique local ones of RFC 4193. */
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]..:)/i;

type Reached = DraftRun & { host: string };

/** Nodes that others of their groups cannot reach, each told once: at loopback beside others that are not, and at a private
 *  address beside those of other agencies at public ones. */
export function reachFindings({ source, runs }: DraftConsortium): Finding[] {
  const told = new Set<string>();
  const reached = runs.filter((run): run is Reached => run.host !== undefined);
  return reached.flatMap((run) => {
    const path = [...run.path.slice(0, 2), "host"];
    const found = obstacle(run, reached);
    if (found === undefined || told.has(path.join())) return [];
    told.add(path.join());
    const { cause, other } = found;
    const names = { node: run.node ?? "a node", other: other.node ?? "a node", agency: run.agency ?? "Its agency" };
    const facts = { ...names, host: run.host, group: run.group ?? "", elsewhere: other.host };
    return [finding("OUT_OF_REACH", { cause, ...facts, place: source.placeOf(path) })];
  });
}

/** Nodes that are named by a host name. */
export function hostFindings({ source, nodes }: DraftConsortium): Finding[] {
  return nodes.flatMap(({ path, name = "a node", agency = "Its agency", host }) => {
    if (host === undefined || isIp(host) || isLoopback(host)) return [];
    return [finding("HOST_NAME_OF_NODE", { place: source.placeOf([...path, "host"]), node: name, agency, host })];
  });
}

function obstacle(
  run: Reached,
  all: readonly Reached[],
): { cause: "loopback" | "privately"; other: Reached } | undefined {
  const group = all.filter((each) => each.group !== undefined && each.group === run.group);
  if (isLoopback(run.host)) {
    const other = group.find(({ host }) => !isLoopback(host));
    return other && { cause: "loopback", other };
  }
  if (!isPrivate(run.host)) return undefined;
  const other = group.find((each) => each.agency !== run.agency && isPublic(each.host));
  return other && { cause: "privately", other };
}

function isPrivate(host: string): boolean {
  return isIp(host) && PRIVATE.test(canonicalHost(host));
}

/** A host name may lead anywhere. */
function isPublic(host: string): boolean {
  return isIp(host) && !isPrivate(host) && !isLoopback(host);
}
