import { SigningKey } from "ethers";
import type { Address } from "./world.js";
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

export function badAddress({ ip, port }: Address): Refusal[] {
  return [
    ...when(!/^[A-Za-z0-9_.:%-]{1,255}$/.test(ip), "HostNotAllowed", ip),
    ...when(port === 0, "PortNotAllowed", port),
  ];
}
