import type { ContractName } from "../../deploy/contract-module.js";
import { toJson, writeAtomically } from "../files.js";
import type { NetworkFile } from "../network-file/network-file.js";
import type { PermissionConfig } from "../permission-config.js";

export type SuiteAddresses = Readonly<Record<ContractName, string>>;

/** What nodes need to know, in the order in which the documents print it. */
export function permissionConfig(network: NetworkFile, addresses: SuiteAddresses): PermissionConfig {
  return {
    permissionModel: "v2",
    upgrdableAddress: addresses.PermissionsUpgradable,
    upgradableAddress: addresses.PermissionsUpgradable,
    interfaceAddress: addresses.PermissionsInterface,
    implAddress: addresses.PermissionsImplementation,
    nodeMgrAddress: addresses.NodeManager,
    accountMgrAddress: addresses.AccountManager,
    roleMgrAddress: addresses.RoleManager,
    voterMgrAddress: addresses.VoterManager,
    orgMgrAddress: addresses.OrgManager,
    nwAdminOrg: network.adminOrg,
    nwAdminRole: network.networkAdminRole,
    orgAdminRole: network.orgAdminRole,
    accounts: network.accounts,
    subOrgBreadth: network.subOrgBreadth,
    subOrgDepth: network.subOrgDepth,
  };
}

/** A node that starts meanwhile finds no file, or all of it: half a file would stop it with a misleading error. */
export function writePermissionConfig(file: string, config: PermissionConfig): void {
  writeAtomically(file, toJson(config));
}
