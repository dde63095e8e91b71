import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const voterManager = contractModule("VoterManager", (known) =>
  new FACTORIES.VoterManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
