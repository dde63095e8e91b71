import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const orgManager = contractModule("OrgManager", (known) =>
  new FACTORIES.OrgManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
