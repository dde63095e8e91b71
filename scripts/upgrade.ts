import { actorScript } from "../src/cli/network-script.js";
import { describeDone, print, printJson } from "../src/cli/output.js";
import { toAddress } from "../src/cli/values.js";
import { PortcullisError } from "../src/errors/error.js";
import { type Upgrade, upgrade } from "../src/upgrade.js";

function requireUnchanged({ changed }: Upgrade): void {
  if (changed.length === 0) return;
  throw new PortcullisError("ANSWERS_DIFFER", `The new implementation answers differently:\n${changed.join("\n")}`, {
    facts: { changed },
    hint: "If this was not meant, confirm the implementation of before with --implementation.",
  });
}

await actorScript(
  {
    does: "Replace the implementation, and compare every answer of before and after. The guardian.",
    settings: { implementation: "one that is deployed already (default: deploy this version's)" },
  },
  async (actor, { flags, settings }) => {
    const { implementation } = settings;
    const result = await upgrade(actor, implementation === undefined ? undefined : toAddress(implementation));
    const { deployed, confirmed, questions, changed } = result;
    if (flags.json) printJson({ deployed, confirmed, questions, changed });
    else {
      for (const done of [deployed, confirmed]) if (done !== undefined) print(describeDone(done));
      if (changed.length === 0) print(`All ${questions} answers are the same as before.`);
    }
    requireUnchanged(result);
  },
);
