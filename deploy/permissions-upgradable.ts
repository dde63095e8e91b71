import { PermissionsUpgradable__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const permissionsUpgradable = contractModule("PermissionsUpgradable", (known) =>
  new PermissionsUpgradable__factory().getDeployTransaction(known.guardian),
);
