import { type Finding, type FindingLevel, hasErrors } from "../../errors/finding.js";
import type { AnsweredBy } from "../json/answers.js";
import { printAnswer } from "../json/print-answer.js";
import { paint, print } from "../output.js";
import { findingInWords, type Found } from "./finding.js";
import { count } from "./table.js";

/** What was found in one of the things that were checked. */
export interface Section {
  subject: string;
  findings: Found[];
}

const MARKS = { error: ["red", "✗"], warning: ["yellow", "!"], info: ["blue", "i"], ok: ["green", "✓"] } as const;

export function sectionOf(subject: string, findings: readonly Finding[]): Section {
  return { subject, findings: findings.map(findingInWords) };
}

export function isWrong({ findings }: Section): boolean {
  return hasErrors(findings);
}

/** Prints what a check has found; the command then exits with 1 if anything is wrong. */
export function printSections(command: AnsweredBy<Section[]>, all: Section[], { json }: { json: boolean }): void {
  if (json) printAnswer(command, all);
  else print(sectionsInWords(all));
  if (all.some(isWrong)) process.exitCode = 1;
}

export function sectionsInWords(all: readonly Section[]): string {
  return [...all.map(showSection), summary(all)].join("\n\n");
}

function showSection({ subject, findings }: Section): string {
  const lines = findings.map(({ level, what, wayOut }) => {
    const [colour, mark] = MARKS[level];
    return [`  ${paint(colour, mark)} ${what}`, ...(wayOut === undefined ? [] : [`    ${wayOut}`])].join("\n");
  });
  return [paint("bold", subject), ...lines].join("\n");
}

function summary(all: readonly Section[]): string {
  const number = (wanted: FindingLevel): number =>
    all.flatMap(({ findings }) => findings).filter(({ level }) => level === wanted).length;
  return `${count(number("error"), "error")}, ${count(number("warning"), "warning")}`;
}
