import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const policyModule = contractModule("PolicyModule", (known) =>
  new FACTORIES.PolicyModule().getDeployTransaction(suiteAddresses(known)),
);
