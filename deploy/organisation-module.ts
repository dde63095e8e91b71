import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const organisationModule = contractModule("OrganisationModule", (known) =>
  new FACTORIES.OrganisationModule().getDeployTransaction(suiteAddresses(known)),
);
