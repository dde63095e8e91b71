import { type Deploying, deployingName, LIMITS, type LimitName } from "../model/codes.js";
import type { ICounted } from "../../typechain-types/interfaces/IOrgManager.js";
import type { Contracts, Network } from "../network/network.js";
import { type Named, pages, whole } from "./pages.js";
import { rawOrgs, type RecordOf } from "./raw-records.js";

/** The limits that are counted by records, and who counts. */
export const COUNTERS = {
  "node-limit": "nodes",
  "account-limit": "accounts",
  "role-limit": "roles",
  "sub-org-limit": "orgs",
} as const satisfies Partial<Record<LimitName, keyof Contracts>>;

type Counter = keyof typeof COUNTERS;

/** The limits of organisations that have none of their own. */
export async function readLimits({ contracts }: Network): Promise<Record<LimitName, number>> {
  const { nodes, accounts, roles, orgs } = contracts;
  const [node, account, role, subOrg, move] = await Promise.all([
    nodes.limitOf(0),
    accounts.limitOf(0),
    roles.limitOf(0),
    orgs.limitOf(0),
    nodes.moveLimitOf(0),
  ]);
  const orDefault = (name: LimitName, set: bigint): number => Number(set) || LIMITS[name];
  return {
    "node-limit": orDefault("node-limit", node),
    "account-limit": orDefault("account-limit", account),
    "role-limit": orDefault("role-limit", role),
    "sub-org-limit": orDefault("sub-org-limit", subOrg),
    "move-limit": orDefault("move-limit", move),
  };
}

/** What an organisation without parent has added by itself, with all below it. */
export interface OrgUse {
  org: string;
  added: number;
  /** Its own limit; 0 for none. */
  ownLimit: number;
}

/** An organisation without parent, by id and place in the list. */
export interface TopOrg {
  id: string;
  place: number;
}

export async function readTopOrgs(network: Network): Promise<TopOrg[]> {
  return topOrgsOf(await whole(rawOrgs(network)));
}

export function topOrgsOf(orgs: readonly RecordOf<typeof rawOrgs>[]): TopOrg[] {
  return orgs
    .map(({ fullId, level, status }, place) => ({ id: fullId, place, isTop: level === 1n && status !== 0n }))
    .filter(({ isTop }) => isTop);
}

/** What each of them has added of one kind. */
export async function readUse({ contracts }: Network, limit: Counter, orgs: readonly TopOrg[]): Promise<OrgUse[]> {
  const length = BigInt(Math.max(0, ...orgs.map(({ place }) => place + 1)));
  const counter = contracts[COUNTERS[limit]];
  const uses = await whole<Named<ICounted.UseStructOutput>>(
    pages(async (from, count) => await counter.getUsePage(from, length - from < count ? length - from : count)),
  );
  return orgs.flatMap(({ id, place }) => {
    const use = uses[place];
    return use === undefined ? [] : [{ org: id, added: Number(use.added), ownLimit: Number(use.ownLimit) }];
  });
}

/** What is set for one organisation: a limit, what its voice weighs, or whether it may deploy. */
export type OwnLimit =
  | { org: string; setting: LimitName | "voice-weight"; value: number }
  | { org: string; setting: "restrict-deploying"; value: Deploying };

/** What the voice of an organisation weighs, if none was set. */
const FIRST_WEIGHT = 1;

/** What the voice of an organisation weighs where a policy counts organisations. */
export async function readWeight({ contracts }: Network, { place }: TopOrg): Promise<number> {
  return Number(await contracts.orgs.ownWeightOf(place + 1)) || FIRST_WEIGHT;
}

/** The limits that single organisations have, what their voices weigh if that was set, and whether they may deploy if it is not as
 *  the network says. */
export async function readOwnLimits(network: Network): Promise<OwnLimit[]> {
  const orgs = await readTopOrgs(network);
  const found: Extract<OwnLimit, { value: number }>[] = [];
  const deploying: OwnLimit[] = [];
  for (const setting of Object.keys(COUNTERS) as Counter[]) {
    for (const { org, ownLimit } of await readUse(network, setting, orgs))
      found.push({ org, setting, value: ownLimit });
  }
  for (const { id, place } of orgs) {
    const value = Number(await network.contracts.nodes.moveLimitOf(place + 1));
    found.push({ org: id, setting: "move-limit", value });
    const weight = Number(await network.contracts.orgs.ownWeightOf(place + 1));
    found.push({ org: id, setting: "voice-weight", value: weight });
    const own = deployingName(await network.contracts.registry.deployingOf(place + 1));
    if (own !== "as-network") deploying.push({ org: id, setting: "restrict-deploying", value: own });
  }
  return [...found.filter(({ value }) => value > 0), ...deploying];
}
