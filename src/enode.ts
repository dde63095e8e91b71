import { isIP } from "node:net";
import { SigningKey } from "ethers";
import { PortcullisError } from "./errors/error.js";

/** Where a node is found. `raftPort` is 0 where the network has none. */
export interface Enode {
  readonly enodeId: string;
  readonly ip: string;
  readonly port: number;
  readonly raftPort: number;
}

const SHAPE = /^enode:\/\/([^@/]*)@(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?(?:\?(.*))?$/;
const HOST_NAME =
  /^(?=.{1,255}$)[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*$/;

function refuse(url: string, why: string, hint: string): never {
  throw new PortcullisError("ENODE_NOT_ALLOWED", why, { facts: { url }, hint });
}

function parsePort(url: string, what: string, text: string, least: number): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= least && port <= 65_535) return port;
  return refuse(
    url,
    `The ${what} "${text}" is not a number from ${least} to 65535.`,
    "Give the port the node listens on.",
  );
}

const WHERE_IT_STANDS = "The node prints its enode URL at start, and admin.nodeInfo.enode shows it.";

function parseId(url: string, id: string): string {
  const stranger = /[^0-9a-fA-F]/.exec(id);
  if (stranger !== null) {
    const where = `the character ${stranger.index + 1}, "${stranger[0]}", is none`;
    return refuse(url, `The enode id must be 128 hex digits; ${where}.`, WHERE_IT_STANDS);
  }
  if (id.length !== 128) {
    return refuse(url, `The enode id has ${id.length} characters; it must be 128 hex digits.`, WHERE_IT_STANDS);
  }
  if (!isPublicKey(id)) refuse(url, `The enode id ${shortId(id)} is not a public key.`, WHERE_IT_STANDS);
  return id.toLowerCase();
}

/** Nodes refuse a URL whose id is no point of the curve. */
function isPublicKey(id: string): boolean {
  try {
    return SigningKey.computePublicKey(`0x04${id}`).length > 0;
  } catch {
    return false;
  }
}

function parseHost(url: string, text: string): string {
  const host = text.startsWith("[") ? text.slice(1, -1) : text;
  if (host.includes("%")) {
    return refuse(url, `"${host}" holds only on one machine.`, "Give an address without the zone behind the %.");
  }
  if (isIP(host) !== 0 || (HOST_NAME.test(host) && !/^[\d.]+$/.test(host))) return canonicalHost(host);
  return refuse(url, `"${host}" is neither an ip address nor a host name.`, "Write enode://ID@IP:PORT.");
}

/** The contracts compare ips as texts, and a node asks with the one spelling of an IPv6 address that Go prints: that of
 *  RFC 5952, where an IPv4 address in IPv6 is the IPv4 address. Host names are left as they are. */
function canonicalHost(host: string): string {
  if (isIP(host) !== 6 || host.includes("%")) return host;
  const short = new URL(`http://[${host}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short);
  if (mapped === null) return short;
  return mapped
    .slice(1)
    .map((digits) => parseInt(digits, 16))
    .flatMap((word) => [word >> 8, word & 0xff])
    .join(".");
}

/** Whether both are the same node at the same place, in whatever spelling. */
export function isSameEnode(one: Enode, other: Enode): boolean {
  const [a, b] = [one, other].map((each) => formatEnode({ ...each, ip: canonicalHost(each.ip) }));
  return a === b;
}

function parseRaftPort(url: string, query: string | undefined): number {
  const parameters = new URLSearchParams(query ?? "");
  for (const key of parameters.keys()) {
    if (key !== "discport" && key !== "raftport") refuse(url, `The URL has the unknown part "${key}".`, "Remove it.");
  }
  const discPort = parameters.get("discport");
  if (discPort !== null) parsePort(url, "discport", discPort, 0);
  return parsePort(url, "raftport", parameters.get("raftport") ?? "0", 0);
}

/** Reads an enode URL, with or without discport and raftport. */
export function parseEnode(url: string): Enode {
  const match = SHAPE.exec(url);
  if (match === null) return refuse(url, `"${url}" is not an enode URL.`, "Write enode://ID@IP:PORT.");
  const [, id = "", host = "", port, query] = match;
  if (port === undefined) return refuse(url, "The enode URL names no port.", "Write enode://ID@IP:PORT.");
  return {
    enodeId: parseId(url, id),
    ip: parseHost(url, host),
    port: parsePort(url, "port", port, 1),
    raftPort: parseRaftPort(url, query),
  };
}

/** Writes the URL the way nodes list it. */
export function formatEnode({ enodeId, ip, port, raftPort }: Enode): string {
  const raft = raftPort === 0 ? "" : `&raftport=${raftPort}`;
  return `enode://${enodeId}@${hostAndPort({ ip, port })}?discport=0${raft}`;
}

/** "10.0.0.1:30303", "[::1]:30303" */
export function hostAndPort({ ip, port }: Pick<Enode, "ip" | "port">): string {
  return `${ip.includes(":") ? `[${ip}]` : ip}:${port}`;
}

/** An enode id as sentences show it. */
export function shortId(enodeId: string): string {
  return `${enodeId.slice(0, 8)}…`;
}

/** Whether the node is named by a host name, which nodes resolve only where the network is set up for it. */
export function hasHostName(enode: Enode): boolean {
  return isIP(enode.ip) === 0;
}
