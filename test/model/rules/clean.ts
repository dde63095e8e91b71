import { BlockList, isIPv4, isIPv6 } from "node:net";
import { SigningKey } from "ethers";
import { Setting } from "../../data/codes.js";
import { isOn } from "./lookup.js";
import type { Address, World } from "./world.js";
import { type Refusal, when } from "./verdict.js";

/** Rule 16: names are clean. */
export function badName(name: string): Refusal[] {
  return when(!/^[A-Za-z0-9_-]{1,64}$/.test(name), "NameNotAllowed", name);
}

export function badEnodeId(enodeId: string): Refusal[] {
  if (!/^[0-9a-f]{128}$/.test(enodeId)) return [["EnodeIdNotAllowed", enodeId]];
  return when(!isPublicKey(enodeId), "EnodeIdNotOnCurve", enodeId);
}

function isPublicKey(enodeId: string): boolean {
  try {
    return SigningKey.computePublicKey(`0x04${enodeId}`) !== "";
  } catch {
    return false;
  }
}

/** Rule 19: where a peer can come from, as nodes write it; or a host name, where these are allowed. */
export function badAddress(w: World, { ip, port }: Address): Refusal[] {
  const isName = isHostName(ip);
  return [
    ...when(!isPeerIp(ip) && !isName, "HostNotAllowed", ip),
    ...when(isName && !isOn(w, Setting.HOST_NAMES), "HostNameNotAllowed", ip),
    ...when(port === 0, "PortNotAllowed", port),
  ];
}

const NO_PEERS = new BlockList();
for (const [network, bits, family] of [
  ["0.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 128, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
] as const) {
  NO_PEERS.addSubnet(network, bits, family);
}

export function isPeerIp(ip: string): boolean {
  if (isIPv4(ip)) return !NO_PEERS.check(ip, "ipv4");
  const isCanonical = isIPv6(ip) && !ip.includes("%") && new URL(`http://[${ip}]`).hostname === `[${ip}]`;
  return isCanonical && !ip.startsWith("::ffff:") && !NO_PEERS.check(ip, "ipv6");
}

export function isHostName(name: string): boolean {
  const labels = name.split(".");
  const isLabel = (label: string): boolean => /^[A-Za-z0-9_-]{1,63}$/.test(label) && !/^-|-$/.test(label);
  return name.length <= 253 && labels.every(isLabel) && /^[A-Za-z]/.test(labels.at(-1) ?? "");
}
