import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const permissionsInterface = contractModule("PermissionsInterface", (known) =>
  new FACTORIES.PermissionsInterface().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
