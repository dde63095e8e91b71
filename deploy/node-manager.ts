import { FACTORIES } from "../src/model/factories.js";
import { contractModule } from "./contract-module.js";

export const nodeManager = contractModule("NodeManager", (known) =>
  new FACTORIES.NodeManager().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
