import type { network } from "hardhat";
import type { ContractName } from "../../../src/contracts.js";
import { deployImplementation, deployManagers } from "../../helpers/suite.js";
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

const MANAGERS = ["orgs", "roles", "accounts", "voters", "nodes"] as const;

/** The fault of BrokenImplementation by which it reverts. */
const REVERTS = 1;

/** A suite, implementations that fit it or not, and an interface of another. Everybody may call without a key. */
export async function deploy(connection: Connection): Promise<Contracts> {
  const { ethers, provider } = connection;
  const upgradable = await ethers.deployContract("PermissionsUpgradable", [GUARDIAN]);
  const managers = await deployManagers(ethers, upgradable);
  const face = await ethers.deployContract("PermissionsInterface", [upgradable]);
  const other = await ethers.deployContract("PermissionsUpgradable", [GUARDIAN]);
  const others = await deployManagers(ethers, other);
  const broken = await ethers.deployContract("BrokenImplementation", [
    await upgradable.getAddress(),
    await Promise.all(MANAGERS.map((name) => managers[name].getAddress())),
  ]);
  await broken.setFault(REVERTS);
  const otherFace = await ethers.deployContract("PermissionsInterface", [other]);
  const asker = await ethers.deployContract("ManyQuestions");
  const implementations: [contract: { getAddress(): Promise<string> }, kind: ImplementationKind][] = [
    [await deployImplementation(ethers, upgradable, managers), "good"],
    [await deployImplementation(ethers, upgradable, managers), "good"],
    [await deployImplementation(ethers, other, managers), "other suite"],
    [await deployImplementation(ethers, upgradable, others), "other suite"],
    [broken, "mute"],
  ];
  const known = await Promise.all(
    implementations.map(async ([contract, kind]) => [await contract.getAddress(), kind] as const),
  );
  const { orgs, roles, accounts, voters, nodes } = managers;
  const addresses = new Map<ContractName, string>();
  for (const [name, contract] of [
    ["PermissionsUpgradable", upgradable],
    ["PermissionsInterface", face],
    ["OrgManager", orgs],
    ["RoleManager", roles],
    ["AccountManager", accounts],
    ["VoterManager", voters],
    ["NodeManager", nodes],
  ] as const) {
    addresses.set(name, await contract.getAddress());
  }
  for (const address of [...PEOPLE, ...known.map(([implementation]) => implementation)]) {
    await provider.request({ method: "hardhat_impersonateAccount", params: [address] });
  }
  const deployed: Deployed = {
    upgradable: await upgradable.getAddress(),
    permInterface: await face.getAddress(),
    otherInterface: await otherFace.getAddress(),
    implementations: new Map(known),
  };
  return { addresses, deployed, asker: await asker.getAddress() };
}
