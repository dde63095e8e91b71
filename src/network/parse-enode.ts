import { SigningKey } from "ethers";
import { type FactsOf, refusal } from "../errors/refusal.js";
import { canonicalHost, type Enode, isIp, isPeerIp } from "../model/enode.js";

const SHAPE = /^enode:\/\/([^@/]*)@(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?(?:\?(.*))?$/;
/** As contracts/libraries/Host.sol has it: the last label begins with a letter. */
const HOST_NAME = /^(?=.{1,253}$)(?:[A-Z0-9_](?:[A-Z0-9_-]{0,61}[A-Z0-9_])?\.)*[A-Z](?:[A-Z0-9_-]{0,61}[A-Z0-9_])?$/i;

function refuse(flaw: FactsOf<"ENODE_NOT_ALLOWED">): never {
  throw refusal("ENODE_NOT_ALLOWED", flaw);
}

function parsePort(url: string, part: string, text: string, least: number): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= least && port <= 65_535) return port;
  return refuse({ cause: "port", url, part, port: text, least });
}

function parseId(url: string, id: string): string {
  const stranger = /[^0-9a-fA-F]/.exec(id);
  if (stranger !== null) {
    return refuse({ cause: "idDigit", url, position: stranger.index + 1, character: stranger[0] });
  }
  if (id.length !== 128) return refuse({ cause: "idLength", url, length: id.length });
  if (!isPublicKey(id)) refuse({ cause: "idNoKey", url, enodeId: id });
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
  if (host.includes("%")) return refuse({ cause: "zone", url, host });
  if (isIp(host)) return isPeerIp(host) ? canonicalHost(host) : refuse({ cause: "noPeer", url, host });
  return HOST_NAME.test(host) ? host : refuse({ cause: "host", url, host });
}

function parseRaftPort(url: string, query: string | undefined): number {
  const parameters = new URLSearchParams(query ?? "");
  for (const key of parameters.keys()) {
    if (key !== "discport" && key !== "raftport") refuse({ cause: "unknownPart", url, part: key });
  }
  const discPort = parameters.get("discport");
  if (discPort !== null) parsePort(url, "discport", discPort, 0);
  return parsePort(url, "raftport", parameters.get("raftport") ?? "0", 0);
}

/** Reads an enode URL, with or without discport and raftport. */
export function parseEnode(url: string): Enode {
  const match = SHAPE.exec(url);
  if (match === null) return refuse({ cause: "shape", url });
  const [, id = "", host = "", port, query] = match;
  if (port === undefined) return refuse({ cause: "noPort", url });
  return {
    enodeId: parseId(url, id),
    ip: parseHost(url, host),
    port: parsePort(url, "port", port, 1),
    raftPort: parseRaftPort(url, query),
  };
}
