import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const accessModule = contractModule("AccessModule", (known) =>
  new FACTORIES.AccessModule().getDeployTransaction(suiteAddresses(known)),
);
