import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";
import { suiteAddresses } from "./suite-addresses.js";

export const ballotModule = contractModule("BallotModule", (known) =>
  new FACTORIES.BallotModule().getDeployTransaction(suiteAddresses(known)),
);
