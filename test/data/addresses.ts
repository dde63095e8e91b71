import { CONTRACT_NAMES, type SuiteAddresses } from "../../src/model/contracts.js";

/** A network of such contracts on a chain that is not there either. */
export function aDeployedNetwork() {
  const chain = { chainId: 1337n, genesis: `0x${"ab".repeat(32)}` };
  return { addresses: anAddressBook(), chain, deploymentBlock: 12n };
}

/** Eight addresses that are told apart, of contracts that are nowhere. */
export function anAddressBook(): SuiteAddresses {
  return Object.fromEntries(
    CONTRACT_NAMES.map((name, index) => [name, `0x${String(index + 1).repeat(40)}`]),
  ) as SuiteAddresses;
}
