import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import type { ContractName } from "./contracts.js";
import { type Facts, PortcullisError } from "./errors/error.js";
import { readText, toJson, writeAtomically } from "./files.js";
import type { NetworkFile } from "./network-file/network-file.js";

export type SuiteAddresses = Readonly<Record<ContractName, string>>;

/** The key of each contract, in the order of the documents. Nodes spell the first one so; people spell it right. */
const KEYS = {
  PermissionsUpgradable: "upgrdableAddress",
  PermissionsInterface: "interfaceAddress",
  PermissionsImplementation: "implAddress",
  NodeManager: "nodeMgrAddress",
  AccountManager: "accountMgrAddress",
  RoleManager: "roleMgrAddress",
  VoterManager: "voterMgrAddress",
  OrgManager: "orgMgrAddress",
} as const satisfies Record<ContractName, string>;

const CONTRACTS = Object.entries(KEYS) as [ContractName, AddressKey][];

type AddressKey = (typeof KEYS)[ContractName];

const address = z
  .string()
  .refine((text) => isAddress(text), "is not an address")
  .transform((text) => getAddress(text));

const schema = z.object({
  permissionModel: z.literal("v2"),
  upgradableAddress: address,
  ...(Object.fromEntries(CONTRACTS.map(([, key]) => [key, address])) as Record<AddressKey, typeof address>),
  nwAdminOrg: z.string(),
  nwAdminRole: z.string(),
  orgAdminRole: z.string(),
  accounts: z.array(address).min(1),
  subOrgBreadth: z.int().min(1),
  subOrgDepth: z.int().min(1),
});

/** The file that every node reads at start. */
export type PermissionConfig = z.infer<typeof schema>;

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

/** A node that starts meanwhile finds no file, or all of it: half a file would stop it with a misleading error. */
export function writePermissionConfig(file: string, config: PermissionConfig): void {
  writeAtomically(file, toJson(config));
}

export function readPermissionConfig(file: string): PermissionConfig {
  const parsed = schema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw notAllowed(`${file} is no permission-config.json: ${issues.join("; ")}.`, { file, issues });
}

function parseJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw notAllowed(`${file} is not JSON.`, { file }, cause);
  }
}

function notAllowed(message: string, facts: Facts, cause?: unknown): PortcullisError {
  const hint = "Take the file that the deployment wrote.";
  return new PortcullisError("CONFIG_NOT_ALLOWED", message, { facts, hint, cause });
}
