import { PermissionsImplementation__factory } from "../../typechain-types/factories/PermissionsImplementation__factory.js";
import { PermissionsInterface__factory } from "../../typechain-types/factories/PermissionsInterface__factory.js";
import { PermissionsUpgradable__factory } from "../../typechain-types/factories/PermissionsUpgradable__factory.js";
import { AccountManager__factory } from "../../typechain-types/factories/managers/AccountManager__factory.js";
import { ContractManager__factory } from "../../typechain-types/factories/managers/ContractManager__factory.js";
import { NodeManager__factory } from "../../typechain-types/factories/managers/NodeManager__factory.js";
import { OrgManager__factory } from "../../typechain-types/factories/managers/OrgManager__factory.js";
import { RoleManager__factory } from "../../typechain-types/factories/managers/RoleManager__factory.js";
import { VoterManager__factory } from "../../typechain-types/factories/managers/VoterManager__factory.js";
import { AccessModule__factory } from "../../typechain-types/factories/modules/AccessModule__factory.js";
import { AccountModule__factory } from "../../typechain-types/factories/modules/AccountModule__factory.js";
import { DecisionModule__factory } from "../../typechain-types/factories/modules/DecisionModule__factory.js";
import { OrganisationModule__factory } from "../../typechain-types/factories/modules/OrganisationModule__factory.js";
import { EmergencyModule__factory } from "../../typechain-types/factories/modules/EmergencyModule__factory.js";
import { NodeModule__factory } from "../../typechain-types/factories/modules/NodeModule__factory.js";
import { PolicyModule__factory } from "../../typechain-types/factories/modules/PolicyModule__factory.js";
import { ResolutionModule__factory } from "../../typechain-types/factories/modules/ResolutionModule__factory.js";
import { SettingModule__factory } from "../../typechain-types/factories/modules/SettingModule__factory.js";
import { BallotModule__factory } from "../../typechain-types/factories/modules/BallotModule__factory.js";
import type { ContractName, ModuleName } from "./contracts.js";

/** All contracts as the compiler left them, for whoever creates them: creation code, and what their constructors take. */
export const FACTORIES = {
  PermissionsUpgradable: PermissionsUpgradable__factory,
  PermissionsInterface: PermissionsInterface__factory,
  PermissionsImplementation: PermissionsImplementation__factory,
  OrgManager: OrgManager__factory,
  RoleManager: RoleManager__factory,
  AccountManager: AccountManager__factory,
  VoterManager: VoterManager__factory,
  NodeManager: NodeManager__factory,
  ContractManager: ContractManager__factory,
  OrganisationModule: OrganisationModule__factory,
  AccountModule: AccountModule__factory,
  DecisionModule: DecisionModule__factory,
  SettingModule: SettingModule__factory,
  BallotModule: BallotModule__factory,
  ResolutionModule: ResolutionModule__factory,
  PolicyModule: PolicyModule__factory,
  EmergencyModule: EmergencyModule__factory,
  NodeModule: NodeModule__factory,
  AccessModule: AccessModule__factory,
} as const satisfies Record<ContractName | ModuleName, unknown>;
