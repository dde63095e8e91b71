import type { RuleKind } from "../../src/model/codes.js";
import { ofNetworkAdmins, ofOrganisations, type Policy, type VotesNeeded } from "../../src/model/policy.js";
import type { PolicyOfCase } from "./cases.js";

/** What is counted in a mode of ChainMaker. */
export type Mode = "organisations" | "accounts";

/** A policy of ChainMaker in the words of this network; or why there is none. */
export type Translated = Policy | "no such rule" | "not of network admins";

const WORDS: ReadonlyMap<string, RuleKind> = new Map([
  ["MAJORITY", "majority"],
  ["ALL", "all"],
  ["ANY", "any"],
  ["FORBIDDEN", "forbidden"],
]);

/** Only admins act for their organisation there, whatever roles are listed. */
const SELF: Policy = { ...ofOrganisations({ kind: "self", count: 0, outOf: 0 }), roles: ["any admin"] };

/** ChainMaker ignores the lists of MAJORITY, whose voters are the admins of all organisations, and what a list of roles says of the
 *  case of letters. In public mode it looks at roles for ANY, and when it accepts MAJORITY. */
export function translated([rule, orgs, roles]: PolicyOfCase, mode: Mode): Translated {
  if (rule === "SELF") return SELF;
  const needed = votesNeededBy(rule);
  if (needed === undefined) return "no such rule";
  if (needed.kind === "forbidden") return ofNetworkAdmins(needed);
  const all = { orgs: listed(orgs).map(orgNamed), roles: listed(roles).map(roleNamed) };
  if (mode === "organisations") {
    const lists = needed.kind === "majority" ? { orgs: [], roles: ["any admin"] } : all;
    return { ...ofOrganisations(needed), ...lists };
  }
  const looksAtRoles = needed.kind === "any" || needed.kind === "majority";
  const others = looksAtRoles && all.roles.some((role) => role !== "any admin");
  return others || all.orgs.length > 0 ? "not of network admins" : ofNetworkAdmins(needed);
}

/** The first organisation stands for the admin organisation. */
export function orgNamed(number: string): string {
  return number === "1" ? "ADMINORG" : `ORG${number}`;
}

export function listed(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}

function roleNamed(role: string): string {
  return role.toUpperCase() === "ADMIN" ? "any admin" : role.toUpperCase();
}

function votesNeededBy(rule: string): VotesNeeded | undefined {
  const kind = WORDS.get(rule);
  if (kind !== undefined) return { kind, count: 0, outOf: 0 };
  const [, count, outOf] = /^\+?(\d{1,9})(?:\/\+?(\d{1,9}))?$/.exec(rule) ?? [];
  if (count === undefined) return undefined;
  return { kind: outOf === undefined ? "count" : "fraction", count: Number(count), outOf: Number(outOf ?? 0) };
}
