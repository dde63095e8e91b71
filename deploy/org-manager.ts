import { OrgManager__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const orgManager = contractModule("OrgManager", (known) =>
  new OrgManager__factory().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
