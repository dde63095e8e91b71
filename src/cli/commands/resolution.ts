import { collectChanges, proposeResolution } from "../../actions/resolutions.js";
import { PortcullisError } from "../../errors/error.js";
import type { Network } from "../../network/network.js";
import { readResolutionFile } from "../../nodejs/network-files.js";
import { rightsTakenTogether } from "../../read/rights-by-call.js";
import { typedChange } from "../changes.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { fileName } from "../specs.js";
import type { Note, Warnings } from "../warnings.js";

/** What a command of a file would change, and what it warns of. */
interface Change {
  readonly data: readonly string[];
  readonly warnings: Warnings;
}

/** The changes of a file. All that is wrong is told at once, where it stands. */
async function changesIn(network: Network, file: string): Promise<Change[]> {
  const { changes, refuse } = readResolutionFile(file);
  const done: Change[] = [];
  const mistakes: Parameters<typeof refuse>[0][number][] = [];
  for (const { path, command } of changes) {
    try {
      const { make, warnings } = await typedChange(command);
      done.push({ data: await collectChanges(network, make), warnings });
    } catch (error) {
      if (!(error instanceof PortcullisError)) throw error;
      mistakes.push({ path, message: error.message, hint: error.hint ?? "" });
    }
  }
  refuse(mistakes);
  return done;
}

async function warningsOf(network: Network, changes: readonly Change[]): Promise<(string | Note)[]> {
  const found: (string | Note)[] = [];
  for (const [index, { warnings }] of changes.entries()) {
    const place = `Change ${index + 1}`;
    for (const each of await warnings(network))
      found.push(typeof each === "string" ? `${place}: ${each}` : { note: `${place}: ${each.note}` });
  }
  return found;
}

function dataOf(changes: readonly Change[]): string[] {
  return changes.flatMap(({ data }) => data);
}

const propose = proposeCommand({
  name: "resolution propose",
  does: "Propose several changes that are decided as one, and made together or not at all. Network admins.",
  args: { file: fileName("YAML or JSON: a list of changes, each written as the command that would make it") },
  examples: ["resolution propose resolution.yaml", "resolution propose resolution.yaml --dry-run"],
  about: (network, { file }) => changesIn(network, file),
  propose: (actor, changes) => proposeResolution(actor, dataOf(changes)),
  warnings: (network, _given, changes) => warningsOf(network, changes),
  takesRights: { by: "resolve", change: (changes) => rightsTakenTogether(dataOf(changes)) },
});

export default group("resolution", "resolutions: several changes that are decided as one", [propose]);
