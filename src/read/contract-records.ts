import { askEach } from "../chain/ask-each.js";
import type { ContractMethod, RegisteredContract } from "../model/records.js";
import type { Network } from "../network/network.js";
import { whole } from "./pages.js";
import { contractPages, readMethods } from "./read-contracts.js";

/** A contract with the methods of which something is said. */
export interface ContractRecord extends Omit<RegisteredContract, "methods"> {
  methods: ContractMethod[];
}

/** All contracts that are registered, with their methods, page by page. */
export async function* contractRecordPages(network: Network): AsyncGenerator<ContractRecord[]> {
  for await (const page of contractPages(network))
    yield await askEach(page, async ({ methods, ...contract }) => ({
      ...contract,
      methods: methods === 0 ? [] : await readMethods(network, contract.address),
    }));
}

export const readContractRecords = (network: Network) => whole(contractRecordPages(network));
