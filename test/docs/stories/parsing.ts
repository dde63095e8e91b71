import type { Command } from "commander";
import { buildProgram } from "../../../src/cli/program.js";

/** The commands of a block, one a line; a line that ends in "\" goes on. */
export function commandsIn(text: string): string[] {
  const lines = text.replaceAll(/\\\n\s*/g, "").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line.startsWith("portcullis "));
}

/** Parses a command and runs nothing; what is wrong with it is thrown. Its words hold no blanks. */
export async function parseOnly(line: string): Promise<void> {
  const program = await buildProgram(() => true);
  disarm(program);
  await program.parseAsync(line.split(/\s+/).slice(1), { from: "user" });
}

function disarm(command: Command): void {
  if (command.commands.length === 0) command.action(() => undefined);
  for (const each of command.commands) disarm(each);
}
