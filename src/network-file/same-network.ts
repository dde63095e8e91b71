import type { PermissionConfig } from "../permission-config.js";
import type { NetworkFile } from "./network-file.js";

/** What a network file and a permission-config.json both say, by the network file's keys. */
const SHARED = {
  adminOrg: "nwAdminOrg",
  networkAdminRole: "nwAdminRole",
  orgAdminRole: "orgAdminRole",
  accounts: "accounts",
  subOrgBreadth: "subOrgBreadth",
  subOrgDepth: "subOrgDepth",
} as const satisfies Partial<Record<keyof NetworkFile, keyof PermissionConfig>>;

/** The keys of a network file that a permission-config.json contradicts. */
export function differentSettings(network: NetworkFile, config: PermissionConfig): (keyof NetworkFile)[] {
  const keys = Object.keys(SHARED) as (keyof typeof SHARED)[];
  return keys.filter((key) => JSON.stringify(network[key]) !== JSON.stringify(config[SHARED[key]]));
}
