import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const roleManager = contractModule("RoleManager", (known) =>
  new FACTORIES.RoleManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
