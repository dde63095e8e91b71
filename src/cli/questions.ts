import { createInterface } from "node:readline";
import { messageOf } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { requirePassword } from "../nodejs/key-files.js";
import { say } from "./output.js";
import { UsageError } from "./usage-error.js";

/** Whether someone is there to answer. */
function isTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** What is about to be done. */
export interface Question {
  /** "Send it?" */
  ask: string;
  /** What it is about, to be typed where it cannot be undone. */
  name?: string | undefined;
  /** What one may do who only wanted to look. */
  otherwise: string;
  /** What a yes does; "send" unless it is said. */
  verb?: string;
}

/** Asks for consent: yes, or the name of what cannot be undone, and Enter. No is what Enter alone says. */
export async function confirm({ ask, name, otherwise, verb = "send" }: Question): Promise<boolean> {
  if (!isTerminal()) {
    throw new UsageError(
      "No one is there to confirm it.",
      `Add --yes to ${verb} without being asked, or ${otherwise}.`,
    );
  }
  const question = name === undefined ? `${ask} (yes or no) ` : `${ask} It cannot be undone. To go on, type ${name}: `;
  const again = name === undefined ? "Type yes or no." : `Type ${name}, or nothing to stop.`;
  for (;;) {
    const answer = await askLine(question);
    const decision = answer === undefined ? false : decisionIn(answer.trim(), name);
    if (decision !== undefined) return decision;
    say(again);
  }
}

/** What an answer decides; undefined if it is no answer to the question. */
function decisionIn(answer: string, name: string | undefined): boolean | undefined {
  const small = answer.toLowerCase();
  if (["", "n", "no"].includes(small)) return false;
  if (name === undefined) return ["y", "yes"].includes(small) ? true : undefined;
  // Capitals are part of the name of anything but an address.
  const isIt = name.startsWith("0x") ? small === name.toLowerCase() : answer === name;
  return isIt ? true : undefined;
}

/** What is typed until Enter; undefined after Ctrl-C or the end of the input. */
function askLine(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    lines.once("close", () => {
      resolve(undefined);
    });
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

/** The same, and throws CANCELLED for a no. */
export async function requireConsent(question: Question): Promise<void> {
  if (!(await confirm(question))) throw refusal("CANCELLED", { cause: "notSent" });
}

/** Asks for a text until `check` accepts it; undefined if no one is there to answer. Throws CANCELLED. */
export async function askText(question: string, check: (text: string) => unknown): Promise<string | undefined> {
  if (!isTerminal()) return undefined;
  const prompts = await import("@clack/prompts");
  const answer = await prompts.text({ message: question, validate: validator(check), output: process.stderr });
  if (prompts.isCancel(answer)) throw refusal("CANCELLED", { cause: "notWritten" });
  return answer;
}

/** Asks for the password of a keystore file without showing it; undefined if no one is there to answer. Throws CANCELLED. */
export async function askPassword(file: string): Promise<string | undefined> {
  return askHidden(`Password of ${file}`, () => undefined, "notSent");
}

/** Asks twice for the password of a key that is about to be made, the second time until both are the same; undefined if no one is
 *  there to answer. Throws CANCELLED. */
export async function askNewPassword(file: string): Promise<string | undefined> {
  const first = await askHidden(`New password for ${file}`, requirePassword, "notWritten");
  if (first === undefined) return undefined;
  const requireSame = (again: string): void => {
    if (again !== first)
      throw new UsageError("It is not the same as before.", "Type it again, or press Ctrl-C to stop.");
  };
  return askHidden("The same again", requireSame, "notWritten");
}

async function askHidden(
  message: string,
  check: (text: string) => void,
  cause: "notSent" | "notWritten",
): Promise<string | undefined> {
  if (!isTerminal()) return undefined;
  const prompts = await import("@clack/prompts");
  const validate = validator(check);
  const answer = await prompts.password({ message, validate, output: process.stderr });
  if (prompts.isCancel(answer)) throw refusal("CANCELLED", { cause });
  return answer;
}

/** What is wrong with a text, as questions want to be told. */
function validator(check: (text: string) => unknown): (text: string | undefined) => string | undefined {
  return (text) => {
    try {
      check(text ?? "");
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  };
}
