import { FACTORIES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";

export const roleManager = contractModule("RoleManager", (known) =>
  new FACTORIES.RoleManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
