import { type Block, getBlock } from "../chain/chain.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { type Network, networkAt } from "../network/network.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import type { NetworkSettings, NodeRecord } from "../model/records.js";
import { type CacheUse, isNearlyFull, readCacheUse, useInWords } from "../read/cache-use.js";
import { configDifferences } from "../read/config-differences.js";
import { nodeWithHost, readHostNamed } from "../read/host-names.js";
import { readSettings } from "../read/read-settings.js";
import { electorateFindings } from "./electorate-findings.js";
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
  const differences = configDifferences(settings, config);
  if (differences.length > 0) yield* differences.map((each) => finding("CONFIG_DIFFERS", each));
  else yield ok("The permission-config.json agrees with the contracts.");
  if (settings.ipCheck) yield* hostNameFindings(await readHostNamed(then));
  yield* cacheFindings(await readCacheUse(then, settings.limits));
  yield* electorateFindings(then, { settings, config, now: block.time });
  return settings;
}

function hostNameFindings(nodes: readonly NodeRecord[]): Finding[] {
  if (nodes.length === 0) return [];
  return [finding("HOST_NAMES_COMPARED", { cause: "listed", nodes: nodes.map(nodeWithHost) })];
}

/** What a node has no room for it forgets, and then it refuses the transactions of those who need it. */
function cacheFindings(uses: readonly CacheUse[]): Finding[] {
  const full = uses.filter(isNearlyFull);
  if (full.length > 0) return full.map((use) => finding("CACHE_NEARLY_FULL", { use: useInWords(use) }));
  return [ok(`The caches of GoQuorum nodes hold ${uses.map(useInWords).join(", ")}.`)];
}

function notBooted({ gasLimit }: Block): Finding[] {
  const waiting = finding("NOT_BOOTED", {});
  const room = roomForNodes(gasLimit);
  return room.level === "ok" ? [waiting] : [waiting, room];
}
