import { MODULES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const decisionModule = contractModule("DecisionModule", (known) =>
  new MODULES.DecisionModule().getDeployTransaction(suiteAddresses(known)),
);
