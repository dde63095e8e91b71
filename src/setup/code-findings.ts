import { SUITE } from "../../deploy/suite.js";
import { isCreationOf } from "../deploy/contract-steps.js";
import type { Network } from "../network.js";
import { ask } from "../chain/ask.js";
import { type Finding, ok } from "./finding.js";

/** Whether the code is what this version's compiler made of the contracts, with this suite's addresses in it. */
export async function* codeFindings({ chain, addresses, contracts }: Network): AsyncGenerator<Finding> {
  const known = {
    guardian: await contracts.upgradable.getGuardian(),
    addressOf: (name: keyof typeof addresses) => addresses[name],
  };
  const others: string[] = [];
  for (const module of SUITE) {
    const same = await ask(isCreationOf(chain, addresses[module.name], await module.creation(known)));
    if (same !== true) others.push(`${module.name} at ${addresses[module.name]}`);
  }
  if (others.length === 0) yield ok("The contracts are those of this version.");
  else {
    yield {
      level: "warning",
      code: "CODE_OF_OTHER_VERSION",
      what: `Not the code of this version, and so another version's or anybody's: ${others.join(", ")}.`,
      wayOut: "Check with the tools of the version that was deployed; the guardian can upgrade the implementation.",
    };
  }
}
