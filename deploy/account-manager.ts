import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const accountManager = contractModule("AccountManager", (known) =>
  new FACTORIES.AccountManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
