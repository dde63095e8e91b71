import { MODULE_NAMES, type ModuleAddresses, type ModuleName, type SuiteAddresses } from "../model/contracts.js";
import type { Network } from "./network.js";

/** A module of an implementation: what it decides, in words, and the code that does. */
export interface Module {
  name: string;
  decides: string;
  address: string;
  /** Keccak-256 of its code. */
  codeHash: string;
}

/** The modules of the current implementation. One of another version may have more or fewer. */
export async function readModules({ contracts }: Network): Promise<Module[]> {
  const modules = await contracts.implementation.getModules();
  return modules.map(({ decides, module, codeHash }, index) => ({
    name: MODULE_NAMES[index] ?? decides,
    decides,
    address: module,
    codeHash,
  }));
}

/** Where every contract of a network is, for whatever is created with their addresses. */
export function addressBook(addresses: SuiteAddresses, modules: ModuleAddresses) {
  return (name: keyof SuiteAddresses | ModuleName): string => ({ ...addresses, ...modules })[name];
}

/** The addresses of this version's modules among those of an implementation; undefined if it has others. */
export function moduleAddresses(modules: readonly Module[]): ModuleAddresses | undefined {
  if (modules.length !== MODULE_NAMES.length || !MODULE_NAMES.every((name, index) => modules[index]?.name === name))
    return undefined;
  return Object.fromEntries(modules.map(({ name, address }) => [name, address])) as ModuleAddresses;
}
