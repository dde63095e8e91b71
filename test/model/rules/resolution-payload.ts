import { changesHash } from "../../helpers/resolutions.js";
import type { Resolution } from "./world.js";

/** What a resolution says of its changes. */

export function sayChanges(resolution: Resolution | undefined): string {
  return (resolution?.changes ?? []).map(({ data }) => data).join();
}

export function payloadOfResolution({ changes, operations, content }: Resolution): bigint {
  const bits = [...new Set(operations)].reduce((sum, op) => sum + (1n << op), 0n);
  const hash = changesHash(changes.map(({ data }) => data)) >> 192n;
  return (hash << 192n) | (bits << 160n) | BigInt(content);
}
