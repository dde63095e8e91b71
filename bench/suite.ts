import type { ContractDeployTransaction, Signer } from "ethers";
import {
  AccountManager__factory,
  NodeManager__factory,
  OrgManager__factory,
  PermissionsImplementation__factory,
  PermissionsInterface__factory,
  PermissionsUpgradable__factory,
  RoleManager__factory,
  VoterManager__factory,
  type PermissionsInterface,
  type PermissionsUpgradable,
} from "../typechain-types/index.js";

export interface BenchSuite {
  upgradable: PermissionsUpgradable;
  entry: PermissionsInterface;
  implementation: string;
  /** Deploys one more implementation over the same managers. */
  deployImplementation(): Promise<string>;
  /** Bytes of deployed code of each contract. */
  sizes(): Promise<Record<string, number>>;
}

interface Factory {
  getDeployTransaction(...args: string[]): Promise<ContractDeployTransaction>;
}

/** Deploys the eight contracts, not linked yet; tells what each deployment used. */
export async function deploySuite(
  guardian: Signer,
  tell: (name: string, gasUsed: bigint) => void = () => undefined,
): Promise<BenchSuite> {
  const addresses: Record<string, string> = {};
  const deploy = async (name: string, factory: Factory, args: string[]): Promise<string> => {
    const { data } = await factory.getDeployTransaction(...args);
    const receipt = await (await guardian.sendTransaction({ data })).wait();
    if (receipt?.contractAddress == null) throw new Error(`${name} was not deployed`);
    tell(name, receipt.gasUsed);
    return (addresses[name] = receipt.contractAddress);
  };

  const upgradable = await deploy("PermissionsUpgradable", new PermissionsUpgradable__factory(guardian), [
    await guardian.getAddress(),
  ]);
  const entry = await deploy("PermissionsInterface", new PermissionsInterface__factory(guardian), [upgradable]);
  const managers: string[] = [];
  for (const [name, factory] of [
    ["OrgManager", new OrgManager__factory(guardian)],
    ["RoleManager", new RoleManager__factory(guardian)],
    ["AccountManager", new AccountManager__factory(guardian)],
    ["VoterManager", new VoterManager__factory(guardian)],
    ["NodeManager", new NodeManager__factory(guardian)],
  ] as [string, Factory][]) {
    managers.push(await deploy(name, factory, [upgradable]));
  }
  const implementation = (): Promise<string> =>
    deploy("PermissionsImplementation", new PermissionsImplementation__factory(guardian), [upgradable, ...managers]);
  const first = await implementation();
  tell = (): void => undefined;

  const code = async (address: string): Promise<string> => (await guardian.provider?.getCode(address)) ?? "0x";
  return {
    upgradable: PermissionsUpgradable__factory.connect(upgradable, guardian),
    entry: PermissionsInterface__factory.connect(entry, guardian),
    implementation: first,
    deployImplementation: implementation,
    sizes: async () => {
      const sizes: Record<string, number> = {};
      for (const [name, address] of Object.entries(addresses)) {
        sizes[name] = ((await code(address)).length - 2) / 2;
      }
      return sizes;
    },
  };
}
