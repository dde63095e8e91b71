import { RoleManager__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const roleManager = contractModule("RoleManager", (known) =>
  new RoleManager__factory().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
