import { Interface } from "ethers";
import { FACTORIES } from "../../../src/contracts.js";
import { dummies } from "../../helpers/callers.js";
import type { Call } from "../rules/judge.js";
import { PEOPLE } from "./cast.js";
import type { Chooser } from "./chooser.js";

/** Calls past the interface, and of functions that nobody outside the suite may call, or that there are not. */

const INSIDE = [
  "PermissionsImplementation",
  "OrgManager",
  "RoleManager",
  "AccountManager",
  "VoterManager",
  "NodeManager",
] as const;

const FUNCTIONS: readonly Omit<Call, "from" | "selector">[] = INSIDE.flatMap((to) => {
  const found: Omit<Call, "from" | "selector">[] = [];
  new Interface(FACTORIES[to].abi).forEachFunction((fragment) => {
    if (!fragment.constant) found.push({ to, name: fragment.name, args: dummies(fragment) });
  });
  return found;
});

export function aDirectCall(c: Chooser): Omit<Call, "selector"> {
  const from = c.one("intruder", PEOPLE);
  if (c.chance("unknown function", 15)) return { from, to: "PermissionsInterface", name: "noSuchFunction", args: [] };
  if (c.chance("the pointer", 15)) {
    return { from, to: "PermissionsInterface", name: "setPermImplementation", args: [from] };
  }
  return { from, ...c.one("inner function", FUNCTIONS, ({ to, name }) => `${to}.${name}`) };
}
