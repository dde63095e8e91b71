import { isWithin } from "../model/org-id.js";
import type { Network } from "../network/network.js";
import { findOrg } from "./find.js";

/** Which records of a list are wanted; all that is named must hold. */
export interface RecordFilter {
  /** Full id: of this organisation and those below it. */
  org?: string | undefined;
  status?: string | undefined;
}

/** The wanted ones among records. Throws OrgUnknown: an unknown name would silently find nothing. */
export async function wanted<T>(
  network: Network,
  records: readonly T[],
  { org, status }: RecordFilter,
  { orgOf, statusOf }: { orgOf: (record: T) => string | null; statusOf: (record: T) => string },
): Promise<T[]> {
  if (org !== undefined) await findOrg(network, org);
  return records.filter((record) => {
    const inside = orgOf(record);
    const isInside = org === undefined || (inside !== null && isWithin(inside, org));
    return isInside && (status === undefined || statusOf(record) === status);
  });
}
