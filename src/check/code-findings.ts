import { SUITE } from "../../deploy/suite.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import type { Network } from "../network/network.js";
import { codeOfOthers } from "../network/own-code.js";

/** Whether the code is what this version's compiler made of the contracts, with this suite's addresses in it. */
export async function* codeFindings(network: Network): AsyncGenerator<Finding> {
  const contracts = (await codeOfOthers(network, SUITE)).map(({ name, address }) => `${name} at ${address}`);
  yield contracts.length === 0
    ? ok("The contracts are those of this version.")
    : finding("CODE_OF_OTHER_VERSION", { contracts });
}
