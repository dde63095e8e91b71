import type { Command } from "commander";
import { newCommand } from "./command.js";

/** "completion" writes a shell's script; what that script asks is "complete". */
const NAMES = ["completion", "complete"];

export function isCompletion(noun: string | undefined): boolean {
  return noun !== undefined && NAMES.includes(noun);
}

const COMPLETION = newCommand("completion", "command completion for bash, zsh, fish or powershell")
  .usage("<shell>")
  .helpGroup("Help:")
  .addHelpText(
    "after",
    "\nExamples:\n  $ portcullis completion bash\n\nIn ~/.bashrc: source <(portcullis completion bash)\nbash needs the package bash-completion for it.",
  );

/** Adds the completion to the whole command line; for its place in the help the name is enough. */
export async function addCompletion(program: Command, isWanted: boolean): Promise<void> {
  if (!isWanted) {
    program.addCommand(COMPLETION);
    return;
  }
  const { default: tab } = await import("@bomb.sh/tab/commander");
  tab(program, { completionCommandName: "completion" });
}
