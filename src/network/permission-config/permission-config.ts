import type { TextSource } from "../../util/text-source.js";
import { NodeJson } from "../node-json/node-json.js";
import { issuesOf } from "./issues.js";
import { rawConfigOf, withBothSpellings } from "./raw-config.js";
import { type AddressKey, configSchema, CONTRACTS, type PermissionConfig } from "./config-schema.js";
import { chainNaming, type Whereabouts } from "./chain-naming.js";
import type { SuiteAddresses } from "../../model/contracts.js";
import { type Finding, finding, hasErrors, isError } from "../../errors/finding.js";
import { refusal } from "../../errors/refusal.js";
import type { NetworkFile } from "../network-file/network-file.js";

export type { PermissionConfig } from "./config-schema.js";

interface DeployedNetwork extends Whereabouts {
  readonly addresses: SuiteAddresses;
}

/** What nodes need to know, and what tells the network from others. */
export function permissionConfig(network: NetworkFile, deployed: DeployedNetwork): PermissionConfig {
  const { addresses } = deployed;
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
    ...chainNaming(deployed),
  };
}

export function addressesOf(config: PermissionConfig): SuiteAddresses {
  return Object.fromEntries(CONTRACTS.map(([name, key]) => [name, config[key]])) as SuiteAddresses;
}

export function deploymentBlockIn({ deploymentBlock }: PermissionConfig): bigint | undefined {
  return deploymentBlock === undefined ? undefined : BigInt(deploymentBlock);
}

/** Reads the file. Throws CONFIG_NOT_ALLOWED, MODEL_NOT_SUPPORTED or FORMAT_NEWER. */
export function parsePermissionConfig(from: TextSource): PermissionConfig {
  const { config, issues } = inspectPermissionConfig(from.read());
  if (config !== undefined) return config;
  const errors = issues.filter(isError);
  const graver = (["MODEL_NOT_SUPPORTED", "FORMAT_NEWER"] as const).find((code) =>
    errors.some((each) => each.code === code),
  );
  const code = graver ?? "CONFIG_NOT_ALLOWED";
  const facts = { cause: "file", file: from.name, what: errors.map(({ what }) => what) } as const;
  throw refusal(code, facts, errors.find((each) => each.code === code)?.wayOut);
}

/** What a file says, unless an error is in it, and everything that is wrong with it. */
export function inspectPermissionConfig(text: string): { config: PermissionConfig | undefined; issues: Finding[] } {
  const json = new NodeJson("permission-config.json", text);
  const flaws = json.flaws.map(({ line, column, what, wayOut }) =>
    finding("CONFIG_NOT_ALLOWED", { cause: "noJson", line, column, flaw: what, remedy: wayOut }),
  );
  const raw = rawConfigOf(json);
  if (raw === undefined) {
    const noObject = finding("CONFIG_NOT_ALLOWED", { cause: "noObject" });
    return { config: undefined, issues: flaws.length > 0 ? flaws : [noObject] };
  }
  const issues = [...flaws, ...issuesOf(raw)];
  const config = hasErrors(issues) ? undefined : configSchema.parse(withBothSpellings(raw.values));
  return { config, issues };
}
