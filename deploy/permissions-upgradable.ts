import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const permissionsUpgradable = contractModule("PermissionsUpgradable", (known) =>
  new FACTORIES.PermissionsUpgradable().getDeployTransaction(known.guardian),
);
