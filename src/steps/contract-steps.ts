import type { ContractModule, Known } from "../../deploy/contract-module.js";
import type { ContractName, ModuleName } from "../model/contracts.js";
import { type Chain, getCode } from "../chain/chain.js";
import { isCreationOf } from "../network/creation.js";
import { refusal } from "../errors/refusal.js";
import type { Step } from "./step.js";

/** Addresses as they become known. */
export class AddressBook implements Known {
  private readonly addresses = new Map<ContractName | ModuleName, string>();

  constructor(readonly guardian: string) {}

  readonly addressOf = (name: ContractName | ModuleName): string => {
    const address = this.addresses.get(name);
    if (address === undefined) throw refusal("BUG", { cause: "contractNotDeployed", name });
    return address;
  };

  set(name: ContractName | ModuleName, address: string): void {
    this.addresses.set(name, address);
  }
}

export function creationStep(name: ContractName | ModuleName): string {
  return `deploy ${name}`;
}

/** The step that creates a contract and makes sure that what is there is what was meant. */
export function contractStep(chain: Chain, module: ContractModule, book: AddressBook): Step {
  return {
    name: creationStep(module.name),
    request: async () => ({ data: await module.creation(book) }),
    isDone: async (address) =>
      address !== undefined && (await holdsCreation(chain, address, await module.creation(book), module.name)),
    created: (address) => {
      book.set(module.name, address);
    },
  };
}

async function holdsCreation(chain: Chain, address: string, creation: string, name: string): Promise<boolean> {
  if ((await getCode(chain.rpc, address)) === "0x") return false;
  if (await isCreationOf(chain, address, creation)) return true;
  throw refusal("CODE_DIFFERS", { address, name });
}
