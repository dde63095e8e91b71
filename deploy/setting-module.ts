import { MODULES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const settingModule = contractModule("SettingModule", (known) =>
  new MODULES.SettingModule().getDeployTransaction(suiteAddresses(known)),
);
