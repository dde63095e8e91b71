import { refusal } from "../errors/refusal.js";

const SECOND = 1_000;
const DAY = 86_400 * SECOND;

/** The full second before: certificates know no parts of one. */
export function secondOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / SECOND) * SECOND);
}

export function daysAfter(time: Date, days: number): Date {
  return new Date(time.getTime() + days * DAY);
}

/** The last moment that fits into a certificate. */
const LAST = new Date("9999-12-31T23:59:59Z");

/** The same, where it has to be later and fit into a certificate. Throws CERTIFICATE_PERIOD_NOT_ALLOWED. */
export function endOf(begin: Date, days: number): Date {
  const end = daysAfter(begin, days);
  if (days > 0 && end <= LAST) return end;
  throw refusal("CERTIFICATE_PERIOD_NOT_ALLOWED", { cause: "days", days });
}
