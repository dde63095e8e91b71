import type { Found, FoundNode } from "../found.js";
import { asPort, asText } from "../values.js";

/** Why the ids of ChainMaker's nodes do not become enode ids. */
export const NO_ENODE = "its libp2p id is the hash of a key, and no enode id";

const MODES = new Map([
  [
    "permissionedwithcert",
    "members are the accounts that an organisation's admins record, in the place of certificates",
  ],
  ["permissionedwithkey", "members are the accounts that an organisation's admins record, as keys were registered"],
  ["public", "everybody who is to send needs a role in an organisation, unlike in public mode"],
]);

/** What becomes of an identity mode; undefined where it is none. */
export function authTypeInWords(authType: unknown): string | undefined {
  return MODES.get(modeOf(authType));
}

export function isCertMode(authType: unknown): boolean {
  return modeOf(authType) === "permissionedwithcert";
}

/** Up to 2.0 the mode of certificates was called identity, and was that of files that name none. */
function modeOf(authType: unknown): string {
  const mode = asText(authType)?.toLowerCase() ?? "identity";
  return mode === "identity" ? "permissionedwithcert" : mode;
}

/** "/ip4/127.0.0.1/tcp/11301/p2p/Qm…": a libp2p address. */
const PEER = /^\/(?:ip4|ip6|dns[46]?)\/([^/]+)\/(?:tcp|udp)\/(\d+)(?:\/.*)?\/p2p\/([^/]+)$/;

/** The node of a libp2p id, or of an address that ends with one. */
export function peerIn(found: Found, written: string): { node: FoundNode; isAddress: boolean } {
  const [, host, port, id = written] = PEER.exec(written) ?? [];
  const node = found.node(`libp2p ${id}`);
  node.knownAs = id;
  node.why.enodeId = NO_ENODE;
  if (host === undefined) return { node, isAddress: false };
  node.host ??= host;
  node.port ??= asPort(port);
  return { node, isAddress: true };
}

/** "/ip4/0.0.0.0/tcp/11301": the port at which a node listens. */
export function listeningPort(written: unknown): number | undefined {
  const [, port] = /\/(?:tcp|udp)\/(\d+)/.exec(asText(written) ?? "") ?? [];
  return asPort(port);
}

/** " at 10.0.0.1:11301" */
export function placeOfPeer({ host, port }: FoundNode): string {
  return host === undefined ? "" : ` at ${host}:${port ?? "?"}`;
}
