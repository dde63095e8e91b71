import { IAccountManager__factory } from "../../typechain-types/factories/interfaces/IAccountManager__factory.js";
import { IContractManager__factory } from "../../typechain-types/factories/interfaces/IContractManager__factory.js";
import { INodeManager__factory } from "../../typechain-types/factories/interfaces/INodeManager__factory.js";
import { IOrgManager__factory } from "../../typechain-types/factories/interfaces/IOrgManager__factory.js";
import { IPermissionsImplementation__factory } from "../../typechain-types/factories/interfaces/IPermissionsImplementation__factory.js";
import { IPermissionsInterface__factory } from "../../typechain-types/factories/interfaces/IPermissionsInterface__factory.js";
import { IPermissionsUpgradable__factory } from "../../typechain-types/factories/interfaces/IPermissionsUpgradable__factory.js";
import { IRoleManager__factory } from "../../typechain-types/factories/interfaces/IRoleManager__factory.js";
import { IVoterManager__factory } from "../../typechain-types/factories/interfaces/IVoterManager__factory.js";

/** The nine contracts as their interfaces declare them, for whoever reads and calls them: ABI and types, without the code that
 *  creates them, which takes long to load. Imported one by one, as is the whole of typechain's index. */
export const INTERFACES = {
  PermissionsUpgradable: IPermissionsUpgradable__factory,
  PermissionsInterface: IPermissionsInterface__factory,
  PermissionsImplementation: IPermissionsImplementation__factory,
  OrgManager: IOrgManager__factory,
  RoleManager: IRoleManager__factory,
  AccountManager: IAccountManager__factory,
  VoterManager: IVoterManager__factory,
  NodeManager: INodeManager__factory,
  ContractManager: IContractManager__factory,
} as const;

export type ContractName = keyof typeof INTERFACES;

export const CONTRACT_NAMES = Object.keys(INTERFACES) as readonly ContractName[];

export type SuiteAddresses = Readonly<Record<ContractName, string>>;

/** The code that an implementation runs, in the order in which it names its modules. */
export const MODULE_NAMES = [
  "OrganisationModule",
  "AccountModule",
  "DecisionModule",
  "SettingModule",
  "BallotModule",
  "ResolutionModule",
  "PolicyModule",
  "EmergencyModule",
  "NodeModule",
  "AccessModule",
] as const;

export type ModuleName = (typeof MODULE_NAMES)[number];

export type ModuleAddresses = Readonly<Record<ModuleName, string>>;
