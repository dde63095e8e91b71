import { PermissionsImplementation__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const permissionsImplementation = contractModule("PermissionsImplementation", (known) =>
  new PermissionsImplementation__factory().getDeployTransaction(
    known.addressOf("PermissionsUpgradable"),
    known.addressOf("OrgManager"),
    known.addressOf("RoleManager"),
    known.addressOf("AccountManager"),
    known.addressOf("VoterManager"),
    known.addressOf("NodeManager"),
  ),
);
