import { accessModule } from "./access-module.js";
import { accountManager } from "./account-manager.js";
import { accountModule } from "./account-module.js";
import { contractManager } from "./contract-manager.js";
import type { ContractModule } from "./contract-module.js";
import { decisionModule } from "./decision-module.js";
import { emergencyModule } from "./emergency-module.js";
import { nodeModule } from "./node-module.js";
import { nodeManager } from "./node-manager.js";
import { orgManager } from "./org-manager.js";
import { organisationModule } from "./organisation-module.js";
import { permissionsImplementation } from "./permissions-implementation.js";
import { permissionsInterface } from "./permissions-interface.js";
import { permissionsUpgradable } from "./permissions-upgradable.js";
import { policyModule } from "./policy-module.js";
import { resolutionModule } from "./resolution-module.js";
import { roleManager } from "./role-manager.js";
import { settingModule } from "./setting-module.js";
import { ballotModule } from "./ballot-module.js";
import { voterManager } from "./voter-manager.js";

/** What an implementation runs. */
export const MODULES_OF_IMPLEMENTATION = [
  organisationModule,
  accountModule,
  decisionModule,
  settingModule,
  ballotModule,
  resolutionModule,
  policyModule,
  emergencyModule,
  nodeModule,
  accessModule,
] as const;

/** All contracts, each after those that its constructor names. */
export const SUITE: readonly ContractModule[] = [
  permissionsUpgradable,
  permissionsInterface,
  orgManager,
  roleManager,
  accountManager,
  voterManager,
  nodeManager,
  contractManager,
  ...MODULES_OF_IMPLEMENTATION,
  permissionsImplementation,
];
