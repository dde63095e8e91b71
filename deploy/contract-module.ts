import type { ContractDeployTransaction } from "ethers";
import type { ContractName } from "../src/contracts.js";

/** What is known when a contract's turn comes. */
export interface Known {
  guardian: string;
  addressOf(name: ContractName): string;
}

/** How one contract of the suite comes to be. */
export interface ContractModule {
  readonly name: ContractName;
  /** Creation code with the constructor's arguments. */
  creation(known: Known): Promise<string>;
}

/** `deployment` is typechain's getDeployTransaction, so the compiler checks the constructor's arguments. */
export function contractModule(
  name: ContractName,
  deployment: (known: Known) => Promise<ContractDeployTransaction>,
): ContractModule {
  return { name, creation: async (known) => (await deployment(known)).data };
}
