import { FACTORIES, type SuiteAddresses } from "../../src/model/contracts.js";

/** Eight addresses that are told apart, of contracts that are nowhere. */
export function anAddressBook(): SuiteAddresses {
  return Object.fromEntries(
    Object.keys(FACTORIES).map((name, index) => [name, `0x${String(index + 1).repeat(40)}`]),
  ) as SuiteAddresses;
}
