import type { PermissionConfig } from "./permission-config.js";
import { refusal } from "../../errors/refusal.js";
import type { NetworkFile } from "../network-file/network-file.js";

/** What a network file and a permission-config.json both say, by the network file's keys. */
const SHARED = {
  adminOrg: "nwAdminOrg",
  networkAdminRole: "nwAdminRole",
  orgAdminRole: "orgAdminRole",
  accounts: "accounts",
  subOrgBreadth: "subOrgBreadth",
  subOrgDepth: "subOrgDepth",
} as const satisfies Partial<Record<keyof NetworkFile, keyof PermissionConfig>>;

/** Throws FILES_DIFFER when the two are not of the same network. */
export function requireSameNetwork(network: NetworkFile, config: PermissionConfig): void {
  const different = differentSettings(network, config);
  if (different.length === 0) return;
  throw refusal("FILES_DIFFER", { different });
}

/** The keys of a network file that a permission-config.json contradicts. */
function differentSettings(network: NetworkFile, config: PermissionConfig): (keyof NetworkFile)[] {
  const keys = Object.keys(SHARED) as (keyof typeof SHARED)[];
  return keys.filter((key) => JSON.stringify(network[key]) !== JSON.stringify(config[SHARED[key]]));
}
