import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const signatureModule = contractModule("SignatureModule", (known) =>
  new FACTORIES.SignatureModule().getDeployTransaction(suiteAddresses(known)),
);
