import { stoppedIn, type Stoppable, stopper } from "../model/stopped.js";
import { topOf } from "../model/org-id.js";
import type { Org } from "../model/records.js";
import type { Network } from "../network/network.js";
import { readOrg, readOrgs } from "./read-records.js";

/** Records with the suspended organisation that stops them. */
export async function withStops<T extends { org: string | null } | Org>(
  network: Network,
  records: readonly T[],
): Promise<Stoppable<T>[]> {
  return records.map(stopper(records.length === 0 ? [] : await readOrgs(network)));
}

/** The same for one record. */
export async function withStop<T extends { org: string | null }>(network: Network, record: T): Promise<Stoppable<T>> {
  const top = record.org === null ? undefined : await readOrg(network, topOf(record.org));
  return stoppedIn(record, top);
}
