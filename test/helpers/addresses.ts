import { SUITE } from "../../deploy/suite.js";
import type { SuiteAddresses } from "../../src/permission-config/permission-config.js";

/** Eight addresses that are told apart, of contracts that are nowhere. */
export function anAddressBook(): SuiteAddresses {
  return Object.fromEntries(
    SUITE.map(({ name }, index) => [name, `0x${String(index + 1).repeat(40)}`]),
  ) as SuiteAddresses;
}
