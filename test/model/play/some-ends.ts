import { LATEST_END } from "../rules/ends.js";
import { DAY } from "../rules/limits.js";
import { accountOf, nodeOf, orgOf } from "../rules/lookup.js";
import type { World } from "../rules/world.js";
import type { Chooser } from "./chooser.js";

/** Until when something is given. */

const HOUR = 60n * 60n;
/** From the second after the next call on, while sequences last. */
const AHEAD = [2n, 5n, HOUR, DAY, 20n * DAY];

/** Mostly one that the giver may give; now and then past, at the very second of the call, or beyond what is counted. */
function someEnd(w: World, c: Chooser, givers: bigint): bigint {
  if (c.chance("odd end", 8)) return c.one("odd end", [1n, w.now, w.now + 1n, LATEST_END + 1n, 2n ** 48n - 1n]);
  const ends = [...AHEAD.map((seconds) => w.now + seconds), LATEST_END, 0n];
  const fitting = givers === 0n ? ends : [...ends, givers].filter((end) => end !== 0n && end <= givers);
  return c.pick("end", c.chance("longer than its own", 15) ? ends : fitting) ?? givers;
}

/** Now and then the present one. */
export function endOfRole(w: World, c: Chooser, giver: string, address: string): bigint {
  const present = accountOf(w, address)?.endsAt;
  if (present !== undefined && c.chance("the same end", 6)) return present;
  return someEnd(w, c, accountOf(w, giver)?.endsAt ?? 0n);
}

export function endOfNode(w: World, c: Chooser, enodeId: string): bigint {
  const present = nodeOf(w, enodeId)?.endsAt;
  return present !== undefined && c.chance("the same end", 6) ? present : someEnd(w, c, 0n);
}

export function endOfSuspension(w: World, c: Chooser, orgId: string): bigint {
  const present = orgOf(w, orgId)?.suspendedUntil ?? 0n;
  return present !== 0n && c.chance("the same end", 6) ? present : someEnd(w, c, 0n);
}
