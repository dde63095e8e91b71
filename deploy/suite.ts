import { accountManager } from "./account-manager.js";
import type { ContractModule } from "./contract-module.js";
import { nodeManager } from "./node-manager.js";
import { orgManager } from "./org-manager.js";
import { permissionsImplementation } from "./permissions-implementation.js";
import { permissionsInterface } from "./permissions-interface.js";
import { permissionsUpgradable } from "./permissions-upgradable.js";
import { roleManager } from "./role-manager.js";
import { voterManager } from "./voter-manager.js";

/** The eight contracts, each after those that its constructor names. */
export const SUITE: readonly ContractModule[] = [
  permissionsUpgradable,
  permissionsInterface,
  orgManager,
  roleManager,
  accountManager,
  voterManager,
  nodeManager,
  permissionsImplementation,
];
