import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const contractManager = contractModule("ContractManager", (known) =>
  new FACTORIES.ContractManager().getDeployTransaction(
    known.addressOf("PermissionsUpgradable"),
    known.addressOf("OrgManager"),
  ),
);
