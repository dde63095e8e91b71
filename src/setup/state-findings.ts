import { type Block, getBlock } from "../chain/chain.js";
import { type Network, networkAt } from "../network.js";
import type { PermissionConfig } from "../permission-config/permission-config.js";
import type { NetworkSettings } from "../read/model.js";
import { readSettings } from "../read/settings.js";
import { electorateFindings } from "./electorate-findings.js";
import { type Finding, ok } from "./finding.js";
import { roomForNodes } from "./node-boot.js";

/** What is set in a network: whether it has booted, what its permission-config.json says of it, who decides. Answers the
 *  settings once it has booted. */
export async function* stateFindings(
  network: Network,
  config: PermissionConfig,
): AsyncGenerator<Finding, NetworkSettings | undefined> {
  const block = await getBlock(network.chain.rpc, "latest");
  const then = networkAt(network, block.number);
  const settings = await readSettings(then);
  if (!settings.booted) {
    yield* notBooted(block);
    return undefined;
  }
  yield ok("The network has booted.");
  const differences = settingsDifferences(settings, config);
  if (differences.length > 0) yield* differences;
  else yield ok("The permission-config.json says of the network what the contracts say.");
  yield* electorateFindings(then, { settings, config, now: block.time });
  return settings;
}

function notBooted({ gasLimit }: Block): Finding[] {
  const waiting: Finding = {
    level: "warning",
    code: "NOT_BOOTED",
    what: "The network has not booted: it has no network admins, and permits everything.",
    wayOut: "Boot it with a boot operator's signature: portcullis boot.",
  };
  const room = roomForNodes(gasLimit);
  return room.level === "ok" ? [waiting] : [waiting, room];
}

/** The keys that contracts know too, under the names of the settings. */
const NAMES = {
  nwAdminOrg: "adminOrg",
  nwAdminRole: "networkAdminRole",
  orgAdminRole: "orgAdminRole",
  subOrgBreadth: "breadth",
  subOrgDepth: "depth",
} as const satisfies Partial<Record<keyof PermissionConfig, keyof NetworkSettings>>;

/** What a permission-config.json says otherwise than the contracts. */
export function settingsDifferences(settings: NetworkSettings, config: PermissionConfig): Finding[] {
  const keys = Object.keys(NAMES) as (keyof typeof NAMES)[];
  return keys
    .filter((key) => config[key] !== settings[NAMES[key]])
    .map((key) => ({
      level: "error",
      code: "CONFIG_DIFFERS",
      what: `"${key}" is ${JSON.stringify(config[key])} in the file and ${JSON.stringify(settings[NAMES[key]])} in the contracts.`,
      wayOut: "Write what the contracts say, in the file of every node.",
    }));
}
