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

/** Deploys the eight contracts, not linked yet; tells what each deployment used. */
export async function deploySuite(
  guardian: Signer,
  tell: (name: string, gasUsed: bigint) => void = () => undefined,
): Promise<BenchSuite> {
  const addresses: Record<string, string> = {};
  const deploy = async (name: string, request: Promise<ContractDeployTransaction>): Promise<string> => {
    const { data } = await request;
    const receipt = await (await guardian.sendTransaction({ data })).wait();
    if (receipt?.contractAddress == null) throw new Error(`${name} was not deployed`);
    tell(name, receipt.gasUsed);
    return (addresses[name] = receipt.contractAddress);
  };

  const u = await deploy("PermissionsUpgradable", new PermissionsUpgradable__factory().getDeployTransaction(guardian));
  const entry = await deploy("PermissionsInterface", new PermissionsInterface__factory().getDeployTransaction(u));
  const orgs = await deploy("OrgManager", new OrgManager__factory().getDeployTransaction(u));
  const roles = await deploy("RoleManager", new RoleManager__factory().getDeployTransaction(u));
  const accounts = await deploy("AccountManager", new AccountManager__factory().getDeployTransaction(u));
  const voters = await deploy("VoterManager", new VoterManager__factory().getDeployTransaction(u));
  const nodes = await deploy("NodeManager", new NodeManager__factory().getDeployTransaction(u));
  const implementation = (): Promise<string> => {
    const factory = new PermissionsImplementation__factory();
    return deploy("PermissionsImplementation", factory.getDeployTransaction(u, orgs, roles, accounts, voters, nodes));
  };
  const first = await implementation();
  tell = (): void => undefined;

  const code = async (address: string): Promise<string> => (await guardian.provider?.getCode(address)) ?? "0x";
  return {
    upgradable: PermissionsUpgradable__factory.connect(u, guardian),
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
