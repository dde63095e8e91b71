import { messageOf } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { UsageError } from "./usage-error.js";

/** Whether someone is there to answer. */
function isTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** Asks yes or no; no is what Enter says. `otherwise` is what one may do who only wanted to look. */
export async function confirm(question: string, otherwise: string): Promise<boolean> {
  if (!isTerminal()) {
    throw new UsageError("No one is there to confirm it.", `Add --yes to send without being asked, or ${otherwise}.`);
  }
  const prompts = await import("@clack/prompts");
  return (await prompts.confirm({ message: question, initialValue: false, output: process.stderr })) === true;
}

/** Asks yes or no, and throws CANCELLED for a no. */
export async function requireConsent(question: string, otherwise: string): Promise<void> {
  if (!(await confirm(question, otherwise))) throw refusal("CANCELLED", {});
}

/** Asks for a text until `check` accepts it; undefined if no one is there to answer, or if it is cancelled. */
export async function askText(question: string, check: (text: string) => unknown): Promise<string | undefined> {
  if (!isTerminal()) return undefined;
  const prompts = await import("@clack/prompts");
  const validate = (text: string | undefined): string | undefined => {
    try {
      check(text ?? "");
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  };
  const answer = await prompts.text({ message: question, validate, output: process.stderr });
  return prompts.isCancel(answer) ? undefined : answer;
}

/** Asks for the password of a keystore file without showing it; undefined if no one is there to answer. */
export async function askPassword(file: string): Promise<string | undefined> {
  if (!isTerminal()) return undefined;
  const prompts = await import("@clack/prompts");
  const answer = await prompts.password({ message: `Password of ${file}`, output: process.stderr });
  return prompts.isCancel(answer) ? undefined : answer;
}
