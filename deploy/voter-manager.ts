import { FACTORIES } from "../src/model/contracts.js";
import { contractModule } from "./contract-module.js";

export const voterManager = contractModule("VoterManager", (known) =>
  new FACTORIES.VoterManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
