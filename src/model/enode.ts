/** Where a node is found. `raftPort` is 0 where the network has none. */
export interface Enode {
  readonly enodeId: string;
  readonly ip: string;
  readonly port: number;
  readonly raftPort: number;
}

/** The URL of a node, as it stands in nodes' files. */
export function formatEnode(node: Enode): string {
  return urlOf(node, hostAndPort(node));
}

/** The URL as nodes list it, who put no brackets around an IPv6 address: their consoles do not find what they are given with
 *  brackets, and read no URL without. */
export function listedUrl(node: Enode): string {
  return urlOf(node, `${node.ip}:${node.port}`);
}

function urlOf({ enodeId, raftPort }: Enode, where: string): string {
  return `enode://${enodeId}@${where}?discport=0${raftPort === 0 ? "" : `&raftport=${raftPort}`}`;
}

/** "10.0.0.1:30303", "[::1]:30303" */
export function hostAndPort({ ip, port }: Pick<Enode, "ip" | "port">): string {
  return `${ip.includes(":") ? `[${ip}]` : ip}:${port}`;
}

/** This much of an enode id tells a known node. */
export const SHORT_ID = 8;

/** An enode id as sentences show it. */
export function shortId(enodeId: string): string {
  return `${enodeId.slice(0, SHORT_ID)}…`;
}

/** Whether the node is named by a host name, which nodes resolve only where the network is set up for it. */
export function hasHostName(enode: Enode): boolean {
  return !isIp(enode.ip);
}

/** The contracts compare ips as texts, and a node asks with the one spelling of an IPv6 address that Go prints: that of
 *  RFC 5952, where an IPv4 address in IPv6 is the IPv4 address. Host names are left as they are. */
export function canonicalHost(host: string): string {
  if (!isIpv6(host)) return host;
  const short = new URL(`http://[${host}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short);
  if (mapped === null) return short;
  return mapped
    .slice(1)
    .map((digits) => parseInt(digits, 16))
    .flatMap((word) => [word >> 8, word & 0xff])
    .join(".");
}

/** Whether a text is an ip address: an IPv4 address in four decimal parts, or an IPv6 address without a zone. */
export function isIp(host: string): boolean {
  return IPV4.test(host) || isIpv6(host);
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Whether a peer can come from an ip address; the contracts take no other (contracts/libraries/Host.sol). */
export function isPeerIp(ip: string): boolean {
  const host = canonicalHost(ip);
  if (isIpv6(host)) return host !== "::" && !/^(?:ff|fe[89ab])..:/.test(host);
  const [first = 0] = host.split(".").map(Number);
  return first > 0 && first < 224 && !host.startsWith("169.254.");
}

/** URLs hold IPv6 addresses in brackets, and whoever reads them knows what is one. */
function isIpv6(host: string): boolean {
  return /^[\da-f:.]+$/i.test(host) && URL.canParse(`http://[${host}]`);
}

/** Whether both are the same node at the same place, in whatever spelling. */
export function isSameEnode(one: Enode, other: Enode): boolean {
  const [a, b] = [one, other].map((each) => formatEnode({ ...each, ip: canonicalHost(each.ip) }));
  return a === b;
}
