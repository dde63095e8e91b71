import type { Signer } from "ethers";
import type { ContractModule } from "../../deploy/contract-module.js";
import type { ContractName, ModuleName } from "../../src/model/contracts.js";
import { permissionsImplementation } from "../../deploy/permissions-implementation.js";
import { SUITE } from "../../deploy/suite.js";
import {
  PermissionsInterface__factory,
  PermissionsUpgradable__factory,
  type PermissionsInterface,
  type PermissionsUpgradable,
} from "../../typechain-types/index.js";
import { AddressBook } from "../../src/steps/contract-steps.js";

export interface BenchSuite {
  upgradable: PermissionsUpgradable;
  entry: PermissionsInterface;
  implementation: string;
  /** Deploys one more implementation over the same managers. */
  deployImplementation(): Promise<string>;
  /** Bytes of deployed code of each contract. */
  sizes(): Promise<Record<string, number>>;
}

/** Deploys all contracts, not linked yet; tells what each deployment used. */
export async function deploySuite(
  guardian: Signer,
  tell: (name: string, gasUsed: bigint) => void = () => undefined,
): Promise<BenchSuite> {
  const book = new AddressBook(await guardian.getAddress());
  const deploy = async (module: ContractModule): Promise<string> => {
    const receipt = await (await guardian.sendTransaction({ data: await module.creation(book) })).wait();
    if (receipt?.contractAddress == null) throw new Error(`${module.name} was not deployed`);
    tell(module.name, receipt.gasUsed);
    book.set(module.name, receipt.contractAddress);
    return receipt.contractAddress;
  };
  for (const module of SUITE) await deploy(module);
  const at = (name: ContractName | ModuleName): string => book.addressOf(name);
  tell = (): void => undefined;

  const code = async (address: string): Promise<string> => (await guardian.provider?.getCode(address)) ?? "0x";
  return {
    upgradable: PermissionsUpgradable__factory.connect(at("PermissionsUpgradable"), guardian),
    entry: PermissionsInterface__factory.connect(at("PermissionsInterface"), guardian),
    implementation: at("PermissionsImplementation"),
    deployImplementation: () => deploy(permissionsImplementation),
    sizes: async () => {
      const sizes: Record<string, number> = {};
      for (const { name } of SUITE) sizes[name] = ((await code(at(name))).length - 2) / 2;
      return sizes;
    },
  };
}
