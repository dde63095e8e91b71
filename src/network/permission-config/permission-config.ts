import type { TextSource } from "../../util/text-source.js";
import { issuesOf, type RawConfig, withBothSpellings } from "./issues.js";
import { type AddressKey, configSchema, CONTRACTS, type PermissionConfig } from "./config-schema.js";
import type { SuiteAddresses } from "../../model/contracts.js";
import { type Finding, finding } from "../../errors/finding.js";
import { refusal } from "../../errors/refusal.js";
import type { NetworkFile } from "../network-file/network-file.js";

export type { PermissionConfig } from "./config-schema.js";

/** What nodes need to know. */
export function permissionConfig(network: NetworkFile, addresses: SuiteAddresses): PermissionConfig {
  const named = Object.fromEntries(CONTRACTS.map(([name, key]) => [key, addresses[name]]));
  return {
    permissionModel: "v2",
    upgradableAddress: addresses.PermissionsUpgradable,
    ...(named as Record<AddressKey, string>),
    nwAdminOrg: network.adminOrg,
    nwAdminRole: network.networkAdminRole,
    orgAdminRole: network.orgAdminRole,
    accounts: network.accounts,
    subOrgBreadth: network.subOrgBreadth,
    subOrgDepth: network.subOrgDepth,
  };
}

export function addressesOf(config: PermissionConfig): SuiteAddresses {
  return Object.fromEntries(CONTRACTS.map(([name, key]) => [name, config[key]])) as SuiteAddresses;
}

/** Reads the file. Throws CONFIG_NOT_ALLOWED, MODEL_NOT_SUPPORTED or FORMAT_NEWER. */
export function parsePermissionConfig(from: TextSource): PermissionConfig {
  const { config, issues } = inspectPermissionConfig(from.read());
  if (config !== undefined) return config;
  const errors = issues.filter(({ level }) => level === "error");
  const graver = (["MODEL_NOT_SUPPORTED", "FORMAT_NEWER"] as const).find((code) =>
    errors.some((each) => each.code === code),
  );
  const code = graver ?? "CONFIG_NOT_ALLOWED";
  const facts = { cause: "file", file: from.name, what: errors.map(({ what }) => what) } as const;
  throw refusal(code, facts, errors.find((each) => each.code === code)?.wayOut);
}

/** What a file says, unless an error is in it, and everything that is wrong with it. */
export function inspectPermissionConfig(text: string): { config: PermissionConfig | undefined; issues: Finding[] } {
  const found = parseObject(text);
  if ("level" in found) return { config: undefined, issues: [found] };
  const issues = issuesOf(found.raw);
  const bad = issues.some(({ level }) => level === "error");
  return { config: bad ? undefined : configSchema.parse(withBothSpellings(found.raw)), issues };
}

/** What the text holds, or why it holds nothing. */
function parseObject(text: string): { raw: RawConfig } | Finding {
  const trimmed = text.trim();
  try {
    const raw = JSON.parse(trimmed) as unknown;
    if (typeof raw === "object" && raw !== null && !Array.isArray(raw)) return { raw: raw as RawConfig };
    return finding("CONFIG_NOT_ALLOWED", { cause: "noObject" });
  } catch {
    const truncated = trimmed.startsWith("{") && !trimmed.endsWith("}");
    return finding("CONFIG_NOT_ALLOWED", { cause: truncated ? "truncated" : "noJson" });
  }
}
