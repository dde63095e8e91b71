import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const emergencyModule = contractModule("EmergencyModule", (known) =>
  new FACTORIES.EmergencyModule().getDeployTransaction(suiteAddresses(known)),
);
