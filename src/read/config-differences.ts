import type { NetworkSettings } from "../model/records.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";

/** The keys that contracts know too, under the names of the settings. */
const NAMES = {
  nwAdminOrg: "adminOrg",
  nwAdminRole: "networkAdminRole",
  orgAdminRole: "orgAdminRole",
  subOrgBreadth: "breadth",
  subOrgDepth: "depth",
} as const satisfies Partial<Record<keyof PermissionConfig, keyof NetworkSettings>>;

/** A key with its two values, as JSON. */
type ConfigDifference = Readonly<Record<"key" | "inFile" | "inContracts", string>>;

/** What a permission-config.json says otherwise than the contracts. */
export function configDifferences(settings: NetworkSettings, config: PermissionConfig): ConfigDifference[] {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[])
    .filter((key) => config[key] !== settings[NAMES[key]])
    .map((key) => ({
      key,
      inFile: JSON.stringify(config[key]),
      inContracts: JSON.stringify(settings[NAMES[key]]),
    }));
}
