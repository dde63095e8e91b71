import type { ContractDeployTransaction } from "ethers";
import type { ContractName, ModuleName } from "../src/model/contracts.js";

/** What is known when a contract's turn comes. */
export interface Known {
  guardian: string;
  addressOf: (name: ContractName | ModuleName) => string;
}

/** How one contract of the suite comes to be. */
export interface ContractModule<Name extends string = ContractName | ModuleName> {
  readonly name: Name;
  /** Creation code with the constructor's arguments. */
  creation(known: Known): Promise<string>;
}

/** `deployment` is typechain's getDeployTransaction, so the compiler checks the constructor's arguments. */
export function contractModule<Name extends ContractName | ModuleName>(
  name: Name,
  deployment: (known: Known) => Promise<ContractDeployTransaction>,
): ContractModule<Name> {
  return { name, creation: async (known) => (await deployment(known)).data };
}
