import { FACTORIES } from "../src/contracts.js";
import { contractModule } from "./contract-module.js";

export const permissionsImplementation = contractModule("PermissionsImplementation", (known) =>
  new FACTORIES.PermissionsImplementation().getDeployTransaction(
    known.addressOf("PermissionsUpgradable"),
    known.addressOf("OrgManager"),
    known.addressOf("RoleManager"),
    known.addressOf("AccountManager"),
    known.addressOf("VoterManager"),
    known.addressOf("NodeManager"),
  ),
);
