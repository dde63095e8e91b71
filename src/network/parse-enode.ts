import { SigningKey } from "ethers";
import { PortcullisError } from "../errors/error.js";
import { canonicalHost, type Enode, isIp, shortId } from "../model/enode.js";

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

const WHERE_IT_STANDS = "The node prints its enode URL at startup, and admin.nodeInfo.enode shows it.";

function parseId(url: string, id: string): string {
  const stranger = /[^0-9a-fA-F]/.exec(id);
  if (stranger !== null) {
    const where = `the character ${stranger.index + 1}, "${stranger[0]}", is not one`;
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
    return refuse(url, `"${host}" is valid only on one machine.`, "Give an address without the zone behind the %.");
  }
  if (isIp(host) || (HOST_NAME.test(host) && !/^[\d.]+$/.test(host))) return canonicalHost(host);
  return refuse(url, `"${host}" is neither an IP address nor a host name.`, "Write enode://ID@IP:PORT.");
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
