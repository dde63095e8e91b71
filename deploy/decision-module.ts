import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const decisionModule = contractModule("DecisionModule", (known) =>
  new FACTORIES.DecisionModule().getDeployTransaction(suiteAddresses(known)),
);
