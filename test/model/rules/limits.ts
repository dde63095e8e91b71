import type { ContractName } from "../../../src/model/contracts.js";
import { LIMIT_AT_FIRST, Setting } from "../../data/codes.js";
import { ultimateOf } from "./lookup.js";
import { type Refusal, when } from "./verdict.js";
import type { Org, World } from "./world.js";

/** In seconds. */
export const DAY = 24n * 60n * 60n;

/** The limits of records; the other one is of moves. */
export const COUNTED = [Setting.NODES, Setting.ACCOUNTS, Setting.ROLES, Setting.SUB_ORGS] as const;

/** Which manager knows a limit. */
export function managerOf(limit: bigint): ContractName {
  switch (limit) {
    case Setting.ACCOUNTS:
      return "AccountManager";
    case Setting.ROLES:
      return "RoleManager";
    case Setting.SUB_ORGS:
      return "OrgManager";
    default:
      return "NodeManager";
  }
}

/** Rule 20: what speaks against one more of what an organisation adds, or moves today, by hand. */
export function atLimit(w: World, setting: bigint, org: Org | undefined): Refusal[] {
  if (org === undefined) return [];
  const limit = limitFor(w, setting, ultimateOf(org));
  return when(addedBy(w, setting, org) >= limit, "LimitReached", org.id, setting, limit);
}

/** How much its ultimate parent has added, with all below it. */
export function addedBy(w: World, setting: bigint, org: Org): bigint {
  return w.added.get(tally(w, setting, org)) ?? 0n;
}

export function countOne(w: World, setting: bigint, org: Org): void {
  w.added.set(tally(w, setting, org), addedBy(w, setting, org) + 1n);
}

/** What is set, for all or for one organisation; 0 if nothing is. */
export function valueOf(w: World, setting: bigint, org: Org | undefined): bigint {
  if (org === undefined) return w.settings.get(setting) ?? 0n;
  return w.ownLimits.get(`${setting} of ${org.index}`) ?? 0n;
}

export function setOwnLimit(w: World, setting: bigint, org: Org, limit: bigint): void {
  w.ownLimits.set(`${setting} of ${org.index}`, limit);
}

export function isLimit(setting: bigint): boolean {
  return setting >= Setting.NODES && setting <= Setting.MOVES;
}

function limitFor(w: World, setting: bigint, org: Org): bigint {
  const set = valueOf(w, setting, org) || valueOf(w, setting, undefined);
  return set || BigInt(LIMIT_AT_FIRST[String(setting)] ?? 0);
}

/** Moves are counted anew each day. */
function tally(w: World, setting: bigint, org: Org): string {
  const day = setting === Setting.MOVES ? ` on ${w.now / DAY}` : "";
  return `${setting} of ${ultimateOf(org).index}${day}`;
}
