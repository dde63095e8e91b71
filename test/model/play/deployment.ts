import type { network } from "hardhat";
import type { ContractName } from "../../../src/model/contracts.js";
import { deployImplementation, deployManagers } from "../../helpers/contract-suite.js";
import type { Deployed, ImplementationKind } from "../rules/world.js";
import { GUARDIAN, PEOPLE } from "./values.js";

export type Connection = Awaited<ReturnType<typeof network.create>>;

/** What is on the chain. */
export interface Contracts {
  addresses: ReadonlyMap<ContractName, string>;
  deployed: Deployed;
  /** Who asks many questions in one call. */
  asker: string;
}

const MANAGERS = ["orgs", "roles", "accounts", "voters", "nodes", "contracts"] as const;

/** The fault of BrokenImplementation by which it reverts. */
const REVERTS = 1;

/** A suite, implementations that fit it or not, and an interface of another. Anyone may call without a key. */
export async function deploy(connection: Connection): Promise<Contracts> {
  const { ethers, provider } = connection;
  const upgradable = await ethers.deployContract("PermissionsUpgradable", [GUARDIAN]);
  const managers = await deployManagers(ethers, upgradable);
  const permInterface = await ethers.deployContract("PermissionsInterface", [upgradable]);
  const other = await ethers.deployContract("PermissionsUpgradable", [GUARDIAN]);
  const others = await deployManagers(ethers, other);
  const broken = await ethers.deployContract("BrokenImplementation", [
    await upgradable.getAddress(),
    await permInterface.getAddress(),
    await Promise.all(MANAGERS.map((name) => managers[name].getAddress())),
  ]);
  await broken.setFault(REVERTS);
  const otherInterface = await ethers.deployContract("PermissionsInterface", [other]);
  const asker = await ethers.deployContract("ManyQuestions");
  const implementations: [contract: { getAddress(): Promise<string> }, kind: ImplementationKind][] = [
    [await deployImplementation(ethers, upgradable, permInterface, managers), "good"],
    [await deployImplementation(ethers, upgradable, permInterface, managers), "good"],
    [await deployImplementation(ethers, other, otherInterface, managers), "other suite"],
    [await deployImplementation(ethers, upgradable, permInterface, others), "other suite"],
    [broken, "mute"],
  ];
  const known = await Promise.all(
    implementations.map(async ([contract, kind]) => [await contract.getAddress(), kind] as const),
  );
  const { orgs, roles, accounts, voters, nodes, contracts } = managers;
  const addresses = new Map<ContractName, string>();
  for (const [name, contract] of [
    ["PermissionsUpgradable", upgradable],
    ["PermissionsInterface", permInterface],
    ["OrgManager", orgs],
    ["RoleManager", roles],
    ["AccountManager", accounts],
    ["VoterManager", voters],
    ["NodeManager", nodes],
    ["ContractManager", contracts],
  ] as const) {
    addresses.set(name, await contract.getAddress());
  }
  for (const address of [...PEOPLE, ...known.map(([implementation]) => implementation)]) {
    await provider.request({ method: "hardhat_impersonateAccount", params: [address] });
  }
  const deployed: Deployed = {
    upgradable: await upgradable.getAddress(),
    permInterface: await permInterface.getAddress(),
    otherInterface: await otherInterface.getAddress(),
    implementations: new Map(known),
  };
  return { addresses, deployed, asker: await asker.getAddress() };
}
