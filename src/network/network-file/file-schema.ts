import * as z from "zod";
import { LIMITS, MAX_LIMIT, SWITCHES } from "../../model/codes.js";

const name = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** What each organisation may add, where the file does not say it. */
export const DEFAULT_LIMITS = {
  nodeLimit: LIMITS["node-limit"],
  accountLimit: LIMITS["account-limit"],
  roleLimit: LIMITS["role-limit"],
  subOrgLimit: LIMITS["sub-org-limit"],
  moveLimit: LIMITS["move-limit"],
};

/** What is on and what is off, where the file does not say it. */
export const DEFAULT_SWITCHES = {
  ipCheck: SWITCHES["ip-check"],
  hostNames: SWITCHES["host-names"],
  registeredOnly: SWITCHES["registered-only"],
  restrictDeploying: SWITCHES["restrict-deploying"],
};

const limit = (key: keyof typeof DEFAULT_LIMITS) => z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMITS[key]);

/** YAML 1.2 takes on and off for texts, and JSON has only true and false. */
const onOff = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(?:on|off)$/i)
    .transform(isOn),
]);

/** Whether a switch of a network file is on, in either spelling. */
export function isOn(written: unknown): boolean {
  return written === true || (typeof written === "string" && written.toLowerCase() === "on");
}

const LIMIT_HINT = `Give a whole number from 1 to ${MAX_LIMIT}, without quotes.`;

/** What a network file says before enodes and addresses are looked at. */
export const networkFileSchema = z.strictObject({
  guardian: z.string(),
  adminOrg: name,
  networkAdminRole: name,
  orgAdminRole: name,
  accounts: z.array(z.string()).min(1),
  subOrgBreadth: z.int().min(1).max(4_294_967_295),
  subOrgDepth: z.int().min(1).max(32),
  nodes: z.union([z.string(), z.array(z.string()).min(1)]),
  bootOperators: z.array(z.string()).default([]),
  ipCheck: onOff.default(DEFAULT_SWITCHES.ipCheck),
  hostNames: onOff.default(DEFAULT_SWITCHES.hostNames),
  registeredOnly: onOff.default(DEFAULT_SWITCHES.registeredOnly),
  restrictDeploying: onOff.default(DEFAULT_SWITCHES.restrictDeploying),
  nodeLimit: limit("nodeLimit"),
  accountLimit: limit("accountLimit"),
  roleLimit: limit("roleLimit"),
  subOrgLimit: limit("subOrgLimit"),
  moveLimit: limit("moveLimit"),
});

export const KEYS = Object.keys(networkFileSchema.shape);

/** What to write instead, for each key. */
export const HINTS: Readonly<Record<string, string>> = {
  guardian: "Give the account that links and upgrades the contracts, in quotes.",
  adminOrg: "Give a name of 1 to 64 characters of A-Z a-z 0-9 _ -",
  networkAdminRole: "Give a name of 1 to 64 characters of A-Z a-z 0-9 _ -",
  orgAdminRole: "Give a name of 1 to 64 characters of A-Z a-z 0-9 _ -",
  accounts: "Give a list with at least one network admin, each address in quotes.",
  subOrgBreadth: "Give a whole number from 1 on, without quotes.",
  subOrgDepth: "Give a whole number from 1 to 32, without quotes.",
  nodes: "Give a list of enode URLs, or the path of a static-nodes.json.",
  bootOperators: "Give a list of addresses, each in quotes.",
  ipCheck: "Write on or off.",
  hostNames: "Write on or off.",
  registeredOnly: "Write on or off.",
  restrictDeploying: "Write on or off.",
  nodeLimit: LIMIT_HINT,
  accountLimit: LIMIT_HINT,
  roleLimit: LIMIT_HINT,
  subOrgLimit: LIMIT_HINT,
  moveLimit: LIMIT_HINT,
};
