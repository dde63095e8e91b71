import { SUITE } from "../../deploy/suite.js";
import type { Network } from "../network/network.js";
import { codeOfOthers } from "../network/own-code.js";
import { type Finding, ok } from "./finding.js";

/** Whether the code is what this version's compiler made of the contracts, with this suite's addresses in it. */
export async function* codeFindings(network: Network): AsyncGenerator<Finding> {
  const others = (await codeOfOthers(network, SUITE)).map(({ name, address }) => `${name} at ${address}`);
  if (others.length === 0) yield ok("The contracts are those of this version.");
  else {
    yield {
      level: "warning",
      code: "CODE_OF_OTHER_VERSION",
      what: `Not the code of this version, so from another version or from somewhere else: ${others.join(", ")}.`,
      wayOut: "Check with the tools of the version that deployed it; the guardian can upgrade the implementation.",
    };
  }
}
