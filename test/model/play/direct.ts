import { dummies, writes } from "../../helpers/callers.js";
import type { Call } from "../rules/call.js";
import type { Chooser } from "./chooser.js";
import { INTERFACES } from "./encoding.js";
import { PEOPLE } from "./values.js";

/** Calls that bypass the interface, and calls of functions that only the suite may call, or that do not exist. */

const INSIDE = [
  "PermissionsImplementation",
  "OrgManager",
  "RoleManager",
  "AccountManager",
  "VoterManager",
  "NodeManager",
  "ContractManager",
] as const;

const FUNCTIONS: readonly Omit<Call, "from" | "selector">[] = INSIDE.flatMap((to) =>
  writes({ interface: INTERFACES[to] }).map((fragment) => ({ to, name: fragment.name, args: dummies(fragment) })),
);

export function aDirectCall(c: Chooser): Omit<Call, "selector"> {
  const from = c.one("intruder", PEOPLE);
  if (c.chance("unknown function", 15)) return { from, to: "PermissionsInterface", name: "noSuchFunction", args: [] };
  if (c.chance("the pointer", 15)) {
    return { from, to: "PermissionsInterface", name: "setPermImplementation", args: [from] };
  }
  return { from, ...c.one("inner function", FUNCTIONS, ({ to, name }) => `${to}.${name}`) };
}
