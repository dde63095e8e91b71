import { MODULES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const organisationModule = contractModule("OrganisationModule", (known) =>
  new MODULES.OrganisationModule().getDeployTransaction(suiteAddresses(known)),
);
