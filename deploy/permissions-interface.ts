import { FACTORIES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";

export const permissionsInterface = contractModule("PermissionsInterface", (known) =>
  new FACTORIES.PermissionsInterface().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
