import { MODULES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const accountModule = contractModule("AccountModule", (known) =>
  new MODULES.AccountModule().getDeployTransaction(suiteAddresses(known)),
);
