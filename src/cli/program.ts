import type { Command } from "commander";
import { newCommand } from "./command.js";
import { COMMAND_AREAS } from "./command-registry.js";
import { explainingUnknown } from "./unknown-command.js";
import { VERSION } from "./version.js";

const AFTER = `
Most commands need a node: --network, or PORTCULLIS_NETWORK.
Exit codes: 0 done; 1 refused or failed, or a no of "can"; 2 wrong usage;
3 waits for a signature (--unsigned).

Start with:
  $ portcullis init static-nodes.json
  $ portcullis deploy network.yaml --rehearse
  $ portcullis deploy network.yaml --network http://127.0.0.1:22000
  $ portcullis status --network http://127.0.0.1:22000`;

/** The whole command line. Nouns that are not wanted are there by name only. */
export async function buildProgram(isWanted: (noun: string) => boolean): Promise<Command> {
  const program = newCommand("portcullis", "Permissioning for Ethereum consortium networks.")
    .version(VERSION, "-v, --version", "print the version")
    .usage("<command> [options]")
    .addHelpText("after", AFTER);
  for (const [area, nouns] of Object.entries(COMMAND_AREAS)) {
    for (const [name, { does, load }] of Object.entries(nouns)) {
      const made = isWanted(name) ? (await load()).default : newCommand(name, does);
      program.addCommand(made.helpGroup(area));
    }
  }
  return explainingUnknown(program);
}
