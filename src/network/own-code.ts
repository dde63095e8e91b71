import { ZeroAddress } from "ethers";
import type { ContractModule } from "../../deploy/contract-module.js";
import { tryCall } from "../chain/try-call.js";
import { MODULE_NAMES, type ModuleAddresses } from "../model/contracts.js";
import { isCreationOf } from "./creation.js";
import { addressBook, moduleAddresses, readModules } from "./modules.js";
import type { Network } from "./network.js";

/** What stands for the modules of an implementation that has others. */
const NO_MODULES = Object.fromEntries(MODULE_NAMES.map((name) => [name, ZeroAddress])) as ModuleAddresses;

/** Of some contracts of a network those whose code is not what this version's compiler made of them, with this suite's addresses
 *  in it. */
export async function codeOfOthers(
  network: Network,
  parts: readonly ContractModule[],
): Promise<{ name: string; address: string }[]> {
  const { chain, addresses, contracts } = network;
  const modules = moduleAddresses((await tryCall(readModules(network))) ?? []) ?? NO_MODULES;
  const addressOf = addressBook(addresses, modules);
  const known = { guardian: await contracts.upgradable.getGuardian(), addressOf };
  const others: { name: string; address: string }[] = [];
  for (const part of parts) {
    const address = addressOf(part.name);
    const same = await tryCall(isCreationOf(chain, address, await part.creation(known)));
    if (same !== true) others.push({ name: part.name, address });
  }
  return others;
}
