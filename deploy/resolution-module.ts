import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const resolutionModule = contractModule("ResolutionModule", (known) =>
  new FACTORIES.ResolutionModule().getDeployTransaction(suiteAddresses(known)),
);
