import { AccountStatus, OrgStatus } from "../../data/codes.js";
import type { Account, Node, Org, Role, World } from "./world.js";

/** Whether there is an implementation that answers; the first one may be mute, since it is not asked before it is linked. */
export function isAnswering(w: World): boolean {
  return w.implementation !== undefined && w.deployed.implementations.get(w.implementation) === "good";
}

/** The organisation with this full id; one that was not approved is none. */
export function orgOf(w: World, id: string): Org | undefined {
  return w.orgs.find((org) => org.id === id && org.status !== OrgStatus.NONE);
}

export function accountOf(w: World, address: string): Account | undefined {
  return w.accounts.find((account) => account.address === address && account.status !== AccountStatus.NONE);
}

/** The record of an account that has, or once had, a status. */
export function recordedAccount(w: World, address: string): Account | undefined {
  return w.accounts.find((account) => account.address === address);
}

/** The node with this enode id, even if it is free. */
export function nodeOf(w: World, enodeId: string): Node | undefined {
  return w.nodes.find((node) => node.enodeId === enodeId);
}

/** The role of this name in the organisation itself, active or not. */
export function roleIn(w: World, name: string, org: Org | undefined): Role | undefined {
  return w.roles.find((role) => role.name === name && role.org === org);
}

export function adminOrgId(w: World): string {
  return w.policy?.adminOrg ?? "";
}

export function isAdminOrg(w: World, org: Org): boolean {
  return org === w.orgs[0];
}

export function ultimateOf(org: Org): Org {
  return org.parent === undefined ? org : ultimateOf(org.parent);
}

/** Whether what a vote has taken from `lostBy` was taken from this organisation, or from one above or below it. */
export function isLostBy(org: Org | undefined, lostBy: Org | undefined): boolean {
  return org !== undefined && lostBy === ultimateOf(org);
}

/** The organisation itself, its parent, and so on up. */
export function lineOf(org: Org | undefined): Org[] {
  return org === undefined ? [] : [org, ...lineOf(org.parent)];
}

export function subOrgsOf(w: World, org: Org): Org[] {
  return w.orgs.filter(({ parent }) => parent === org);
}

/** Whether a setting is on. */
export function isOn(w: World, setting: bigint): boolean {
  return w.settings.get(setting) === 1n;
}
