import { Argument, type Command } from "commander";
import { newCommand } from "./command.js";

/** What a shell's script calls to ask what may stand next. */
const QUESTION = "complete";

/** As the scripts of the shells know them. */
const [WITH_FILES, WITHOUT_FILES] = [":0", ":4"];

const SHELLS = ["zsh", "bash", "fish", "powershell"];

/** Adds what completes the whole command line. What scripts ask is no command for people, and only there where it is asked. */
export function addCompletion(program: Command, noun: string | undefined): void {
  program.addCommand(scriptCommand());
  if (noun === QUESTION) program.addCommand(questionCommand(program), { hidden: true });
}

function scriptCommand(): Command {
  return newCommand("completion", "command completion for bash, zsh, fish or powershell")
    .usage("<shell>")
    .helpGroup("Help:")
    .addArgument(new Argument("<shell>", "whose script to print").choices(SHELLS))
    .addHelpText(
      "after",
      "\nExamples:\n  $ portcullis completion bash\n\nIn ~/.bashrc: source <(portcullis completion bash)",
    )
    .action(async (shell: string) => {
      if (shell === "bash") {
        const { BASH_SCRIPT } = await import("./bash-script.js");
        process.stdout.write(BASH_SCRIPT);
        return;
      }
      const { script } = await import("@bomb.sh/tab");
      script(shell, "portcullis", "portcullis");
    });
}

/** Answers with a word on each line, and what is said about it after a tab. The last line says whether the shell is to offer the
 *  names of files where it has none of these words. */
function questionCommand(program: Command): Command {
  return newCommand(QUESTION, "what may stand next on a command line")
    .argument("[words...]")
    .action(async (words: string[]) => {
      const { offersFor } = await import("./offers.js");
      const { offered, files } = await offersFor(program, words);
      const lines = offered.map(({ word, about }) => `${word}\t${about}`);
      process.stdout.write([...lines, files ? WITH_FILES : WITHOUT_FILES, ""].join("\n"));
    });
}
