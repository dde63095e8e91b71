import { collectChanges, proposeResolution } from "../../actions/resolutions.js";
import { PortcullisError } from "../../errors/error.js";
import type { Network } from "../../network/network.js";
import { readResolutionFile } from "../../nodejs/network-files.js";
import { rightsTakenTogether } from "../../read/rights-by-call.js";
import { type TypedChange, typedChange } from "../changes.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { fileName } from "../specs.js";
import type { Note } from "../warnings.js";

/** Does something with each change of a file. All that is wrong is told at once, where it stands. */
async function withEach<T>(file: string, work: (typed: TypedChange, place: number) => Promise<T>): Promise<T[]> {
  const { changes, refuse } = readResolutionFile(file);
  const done: T[] = [];
  const mistakes: Parameters<typeof refuse>[0][number][] = [];
  for (const [index, { path, command }] of changes.entries()) {
    try {
      done.push(await work(await typedChange(command), index + 1));
    } catch (error) {
      if (!(error instanceof PortcullisError)) throw error;
      mistakes.push({ path, message: error.message, hint: error.hint ?? "" });
    }
  }
  refuse(mistakes);
  return done;
}

async function warnings(network: Network, { file }: { file: string }): Promise<(string | Note)[]> {
  const found = await withEach(file, async (typed, place) =>
    (await typed.warnings(network)).map((each) =>
      typeof each === "string" ? `Change ${place}: ${each}` : { note: `Change ${place}: ${each.note}` },
    ),
  );
  return found.flat();
}

const propose = proposeCommand({
  name: "resolution propose",
  does: "Propose several changes that are decided as one, and made together or not at all. Network admins.",
  args: { file: fileName("YAML or JSON: a list of changes, each written as the command that would make it") },
  examples: ["resolution propose resolution.yaml", "resolution propose resolution.yaml --dry-run"],
  about: async (network, { file }) => (await withEach(file, (typed) => collectChanges(network, typed.make))).flat(),
  propose: proposeResolution,
  warnings,
  takesRights: { by: "resolve", change: rightsTakenTogether },
});

export default group("resolution", "resolutions: several changes that are decided as one", [propose]);
