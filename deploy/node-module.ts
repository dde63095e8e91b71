import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const nodeModule = contractModule("NodeModule", (known) =>
  new FACTORIES.NodeModule().getDeployTransaction(suiteAddresses(known)),
);
