import type { Command } from "commander";
import { buildProgram } from "../../src/cli/program.js";

/** A command that does something, under its full name without "portcullis". */
export interface Leaf {
  name: string;
  command: Command;
}

/** Every command that does something. */
export async function allCommands(): Promise<Leaf[]> {
  return leavesOf(await buildProgram(() => true), []);
}

/** The commands below one that do something; `words` lead to it. */
export function leavesOf(command: Command, words: readonly string[]): Leaf[] {
  if (command.commands.length === 0) return [{ name: words.join(" "), command }];
  return command.commands.flatMap((each) => leavesOf(each, [...words, each.name()]));
}
