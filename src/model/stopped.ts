import type { OrgStatus } from "./codes.js";
import { topOf } from "./org-id.js";
import { minuteInWords } from "../util/moment.js";
import type { Org } from "./records.js";

/** A record, and the suspended organisation at the top of its branch, if there is one: no one in the branch has rights then. Where
 *  that is held, all that it has is, but for its nodes. */
export type Stoppable<T> = T & { stoppedBy: string | null };

/** What says how a record stands. Roles are not held; accounts and nodes alone may end by themselves. */
export interface Status {
  status: string;
  heldUntil?: string | null;
  endsAt?: string | null;
  ended?: boolean;
  /** Of organisations. */
  suspendedUntil?: string | null;
}

/** Whether an organisation at the top of a branch is suspended: until a vote has restored it, or its suspension ends, it is. */
export function isSuspended(status: OrgStatus): boolean {
  return status === "suspended" || status === "restoration proposed";
}

/** Says of records which suspended organisation stops them. One that is itself at the top says so by its own status. */
export function stopper(orgs: readonly Org[]): <T extends { org: string | null } | Org>(record: T) => Stoppable<T> {
  const tops = new Map(orgs.filter(({ parent }) => parent === null).map((org) => [org.id, org]));
  return (record) => {
    const inside = insideOf(record);
    return stoppedIn(record, inside === null ? undefined : tops.get(topOf(inside)));
  };
}

/** A record in the branch of an organisation without parent. */
export function stoppedIn<T extends { org: string | null } | Org>(record: T, top: Org | undefined): Stoppable<T> {
  const stoppedBy = top !== undefined && isSuspended(top.status) ? top.id : null;
  const isHeldWith = "heldUntil" in record && !("enodeId" in record) && record.heldUntil === null;
  return { ...record, ...(isHeldWith && { heldUntil: top?.heldUntil ?? null }), stoppedBy };
}

/** The organisation in which a record is. */
function insideOf(record: { org: string | null } | Org): string | null {
  return "org" in record ? record.org : record.parent;
}

/** "approved", "approved, ORG1 suspended", "active, held until 2026-11-21 10:15 UTC", "active, until 2027-01-31 12:00 UTC", "active,
 *  ended 2027-01-31 12:00 UTC", "suspended, until 2027-01-31 12:00 UTC", or "approved, suspension ended 2027-01-31 12:00 UTC". */
export function statusInWords({ heldUntil, endsAt, ended, suspendedUntil, ...others }: Stoppable<Status>): string {
  const held = heldUntil == null ? [] : [`held until ${minuteInWords(heldUntil)}`];
  const end = endsAt == null ? [] : [`${ended === true ? "ended" : "until"} ${minuteInWords(endsAt)}`];
  return wordsOf(others, [...held, ...end, ...suspensionWords(others.status, suspendedUntil)]);
}

function suspensionWords(status: string, suspendedUntil: string | null | undefined): string[] {
  if (suspendedUntil == null) return [];
  return [`${status === "approved" ? "suspension ended" : "until"} ${minuteInWords(suspendedUntil)}`];
}

/** The same without times, which differ from record to record: "active, ended". */
export function statusWithoutTimes({ heldUntil, ended, ...others }: Stoppable<Status>): string {
  return wordsOf(others, [...(heldUntil == null ? [] : ["held"]), ...(ended === true ? ["ended"] : [])]);
}

function wordsOf({ status, stoppedBy }: Stoppable<Status>, more: readonly string[]): string {
  return [status, ...more, ...(stoppedBy === null ? [] : [`${stoppedBy} suspended`])].join(", ");
}
