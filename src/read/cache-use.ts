import type { NetworkSettings } from "../model/records.js";
import type { Network } from "../network/network.js";
import { type COUNTERS, readTopOrgs, readUse, type TopOrg } from "./limits.js";

/** How many records of each kind a GoQuorum node keeps: fixed in its code (20.10.0 to 24.4.1). */
export const ROOM = { nodes: 1000, accounts: 6000, roles: 2500, organisations: 2000 } as const;

export type RecordKind = keyof typeof ROOM;
export const RECORD_KINDS = Object.keys(ROOM) as [RecordKind, ...RecordKind[]];

/** From this part of its room on, a cache gets a warning. */
const NEARLY_FULL = 0.7;

/** How full one of the caches is. */
export interface CacheUse {
  kind: RecordKind;
  records: number;
  /** How many there will be when every organisation has reached its limits. */
  possible: number;
  room: number;
}

const LIMITED = {
  nodes: "node-limit",
  accounts: "account-limit",
  roles: "role-limit",
  organisations: "sub-org-limit",
} as const satisfies Record<RecordKind, keyof typeof COUNTERS>;

/** How full the caches of GoQuorum nodes are. `limits` are those of organisations that have none of their own; `topOrgs` is for who
 *  has read the organisations already. */
export async function readCacheUse(
  network: Network,
  limits: NetworkSettings["limits"],
  topOrgs?: readonly TopOrg[],
): Promise<CacheUse[]> {
  const { nodes, accounts, roles, orgs } = network.contracts;
  const tops = topOrgs ?? (await readTopOrgs(network));
  const use = async (kind: RecordKind, recorded: Promise<bigint>): Promise<CacheUse> => {
    const records = Number(await recorded);
    const limit = limits[LIMITED[kind]];
    const left = (await readUse(network, LIMITED[kind], tops)).map(
      ({ added, ownLimit }) => (ownLimit || limit) - added,
    );
    return {
      kind,
      records,
      possible: records + left.reduce((sum, more) => sum + Math.max(more, 0), 0),
      room: ROOM[kind],
    };
  };
  return [
    await use("nodes", nodes.getNumberOfNodes()),
    await use("accounts", accounts.getNumberOfAccounts()),
    await use("roles", roles.getNumberOfRoles()),
    await use("organisations", orgs.getNumberOfOrgs()),
  ];
}

export function isNearlyFull({ records, room }: CacheUse): boolean {
  return records >= room * NEARLY_FULL;
}

/** "712 of 1000 nodes (71 %)". */
export function useInWords({ kind, records, room }: CacheUse): string {
  return `${records} of ${room} ${kind} (${Math.round((100 * records) / room)} %)`;
}
