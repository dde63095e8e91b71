import { duration, flag, future, type Given, optional } from "./specs.js";
import { UsageError } from "./usage-error.js";

/** Until when something is given. */
export const END_OPTIONS = {
  until: optional(
    future("when it ends by itself: 2027-01-31, which is the beginning of that day in UTC, or 2027-01-31T18:00"),
  ),
  for: optional(duration('after how long it ends by itself, as in "90 days" or 90d')),
} as const;

/** The same for what is there already. */
export const RENEWAL_OPTIONS = {
  ...END_OPTIONS,
  forever: flag("take its end away"),
} as const;

const MINUTE = 60_000;

/** When it is to end, on a full minute where that is reckoned from now; undefined where nothing was said. */
export function endOf({ until, for: seconds }: Given<typeof END_OPTIONS>): Date | undefined {
  if (seconds === undefined) return until;
  if (until !== undefined) throw new UsageError("--until and --for exclude each other.", "Give one of them.");
  return new Date(Math.ceil((Date.now() + seconds * 1000) / MINUTE) * MINUTE);
}

/** The same where something must be said; null for no end. */
export function newEndOf({ forever, ...given }: Given<typeof RENEWAL_OPTIONS>): Date | null {
  const end = endOf(given);
  if (forever && end !== undefined)
    throw new UsageError("--forever says that it has no end.", "Leave it out, or --until and --for.");
  if (end !== undefined) return end;
  if (forever) return null;
  throw new UsageError("Nothing says until when.", "Give --until, --for or --forever.");
}
