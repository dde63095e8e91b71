import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const settingModule = contractModule("SettingModule", (known) =>
  new FACTORIES.SettingModule().getDeployTransaction(suiteAddresses(known)),
);
