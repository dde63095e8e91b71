import type { OrgStatus } from "./codes.js";
import { topOf } from "./org-id.js";
import type { Org } from "./records.js";

/** A record, and the suspended organisation at the top of its branch, if there is one: no one in the branch has rights then. */
export type Stoppable<T> = T & { stoppedBy: string | null };

/** Whether an organisation at the top of a branch is suspended: until a vote has restored it, it is. */
export function isSuspended(status: OrgStatus): boolean {
  return status === "suspended" || status === "restoration proposed";
}

/** Says of records which suspended organisation stops them. One that is itself at the top says so by its own status. */
export function stopper(orgs: readonly Org[]): <T extends { org: string | null } | Org>(record: T) => Stoppable<T> {
  const suspended = new Set(
    orgs.filter(({ parent, status }) => parent === null && isSuspended(status)).map(({ id }) => id),
  );
  return (record) => {
    const inside = insideOf(record);
    const top = inside === null ? null : topOf(inside);
    return { ...record, stoppedBy: top !== null && suspended.has(top) ? top : null };
  };
}

/** The organisation in which a record is. */
function insideOf(record: { org: string | null } | Org): string | null {
  return "org" in record ? record.org : record.parent;
}

/** "approved", or "approved, ORG1 suspended". */
export function statusInWords({ status, stoppedBy }: Stoppable<{ status: string }>): string {
  return stoppedBy === null ? status : `${status}, ${stoppedBy} suspended`;
}
