import type { Known } from "./contract-module.js";

/** The contracts whose addresses never change, as the implementation and its modules are created with them. */
export function suiteAddresses({ addressOf }: Known) {
  return {
    upgradable: addressOf("PermissionsUpgradable"),
    permInterface: addressOf("PermissionsInterface"),
    orgManager: addressOf("OrgManager"),
    roleManager: addressOf("RoleManager"),
    accountManager: addressOf("AccountManager"),
    voterManager: addressOf("VoterManager"),
    nodeManager: addressOf("NodeManager"),
    contractManager: addressOf("ContractManager"),
  };
}
