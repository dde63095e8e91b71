import { PermissionsInterface__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const permissionsInterface = contractModule("PermissionsInterface", (known) =>
  new PermissionsInterface__factory().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
