import { AccountManager__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const accountManager = contractModule("AccountManager", (known) =>
  new AccountManager__factory().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
