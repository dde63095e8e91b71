import type { ContractModule, Known } from "../../deploy/contract-module.js";
import type { ContractName } from "../contracts.js";
import { call } from "../chain/call.js";
import { type Chain, getCode } from "../chain/chain.js";
import { PortcullisError } from "../errors/error.js";
import type { Step } from "./step.js";

/** Addresses as they become known. */
export class AddressBook implements Known {
  private readonly addresses = new Map<ContractName, string>();

  constructor(readonly guardian: string) {}

  addressOf(name: ContractName): string {
    const address = this.addresses.get(name);
    if (address === undefined) throw new PortcullisError("BUG", `${name} is asked for before it is deployed.`);
    return address;
  }

  set(name: ContractName, address: string): void {
    this.addresses.set(name, address);
  }
}

/** The step that creates a contract and makes sure that what is there is what was meant. */
export function contractStep(chain: Chain, module: ContractModule, book: AddressBook): Step {
  return {
    name: `deploy ${module.name}`,
    request: async () => ({ data: await module.creation(book) }),
    isDone: async (address) =>
      address !== undefined && (await holdsCreation(chain, address, await module.creation(book), module.name)),
    created: (address) => {
      book.set(module.name, address);
    },
  };
}

/** Whether the code at an address is what the creation code would leave there now. */
export async function isCreationOf(chain: Chain, address: string, creation: string): Promise<boolean> {
  return (await getCode(chain.rpc, address)) === (await call(chain.rpc, { data: creation }));
}

async function holdsCreation(chain: Chain, address: string, creation: string, name: string): Promise<boolean> {
  if ((await getCode(chain.rpc, address)) === "0x") return false;
  if (await isCreationOf(chain, address, creation)) return true;
  throw new PortcullisError("CODE_DIFFERS", `The contract at ${address} is not the ${name} that was to be deployed.`, {
    facts: { address, name },
    hint: "Deploy with the version that the deployment was begun with, or begin anew in another output directory.",
  });
}
