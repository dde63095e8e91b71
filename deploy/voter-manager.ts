import { VoterManager__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const voterManager = contractModule("VoterManager", (known) =>
  new VoterManager__factory().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
