import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const accountModule = contractModule("AccountModule", (known) =>
  new FACTORIES.AccountModule().getDeployTransaction(suiteAddresses(known)),
);
