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

/** What a permission-config.json says otherwise than the contracts, in sentences. */
export function configDifferences(settings: NetworkSettings, config: PermissionConfig): string[] {
  return (Object.keys(NAMES) as (keyof typeof NAMES)[])
    .filter((key) => config[key] !== settings[NAMES[key]])
    .map((key) => {
      const [inFile, inContracts] = [config[key], settings[NAMES[key]]].map((value) => JSON.stringify(value));
      return `"${key}" is ${inFile} in the file and ${inContracts} in the contracts.`;
    });
}
