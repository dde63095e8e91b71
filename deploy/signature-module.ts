import { MODULES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const signatureModule = contractModule("SignatureModule", (known) =>
  new MODULES.SignatureModule().getDeployTransaction(suiteAddresses(known)),
);
