import { printJson } from "../output.js";
import type { Answer, AnswerName } from "./answers.js";
import type { NoMoreThan } from "./no-more-than.js";

/** Prints what a command answers with --json. The command is named for the compiler alone: it takes nothing but what the schema
 *  of that command says. */
export function printAnswer<Name extends AnswerName, const Value extends Answer<Name>>(
  _: Name,
  answer: Value & NoMoreThan<Value, Answer<Name>>,
): void {
  printJson(answer);
}

/** The same, where each entry has a line of its own. */
export function answerLine<Name extends AnswerName, const Value extends Answer<Name>>(
  _: Name,
  entry: Value & NoMoreThan<Value, Answer<Name>>,
): string {
  return JSON.stringify(entry);
}
