import { FACTORIES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";

export const orgManager = contractModule("OrgManager", (known) =>
  new FACTORIES.OrgManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
