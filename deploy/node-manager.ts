import { NodeManager__factory } from "../typechain-types/index.js";
import { contractModule } from "./contract-module.js";

export const nodeManager = contractModule("NodeManager", (known) =>
  new NodeManager__factory().getDeployTransaction(known.addressOf("PermissionsUpgradable")),
);
