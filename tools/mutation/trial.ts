import { paint, print } from "../../src/cli/output.js";
import { PortcullisError } from "../../src/errors/error.js";
import { faultySource, type Fault } from "./fault.js";
import { readReport } from "./report.js";
import type { Workshop } from "./workshop.js";

export interface Trial {
  readonly fault: Fault;
  readonly verdict: Verdict;
  /** The test that found it, or why none did. */
  readonly because: string;
}

const COLOURS = { found: "green", SURVIVED: "red", VOID: "red" } as const;

type Verdict = keyof typeof COLOURS;

/**
 * A fault is found when a test fails, by assertion or because something that must work is refused. It must be a test and not
 * a hook: then the contracts compiled, the file was loaded, and its fixture, which a hook loads, went through. A run that
 * broke off before says nothing.
 */
export function judge(output: string): Omit<Trial, "fault"> {
  const report = readReport(output);
  if (report === undefined) return { verdict: "VOID", because: output.trim() };
  const [test] = report.failed;
  if (test !== undefined) return { verdict: "found", because: test };
  const [hook] = report.hooks;
  if (hook !== undefined) return { verdict: "VOID", because: hook };
  return { verdict: "SURVIVED", because: `${report.passed.length} tests pass` };
}

/** What tests say of a fault is worth something only if they pass without it. */
export async function requirePassing(workshop: Workshop, tests: readonly string[]): Promise<void> {
  const output = await workshop.run(tests);
  const report = readReport(output);
  if (report !== undefined && report.passed.length > 0 && report.failed.length + report.hooks.length === 0) {
    print(`Without a fault ${report.passed.length} tests in ${tests.length} files pass.`);
    return;
  }
  const hint = report === undefined ? output : [...report.failed, ...report.hooks].join("\n  ");
  throw new PortcullisError("DEV_TESTS_FAIL", "The tests do not pass without a fault.", { hint });
}

/** The contracts with one fault. */
export interface Mutant {
  readonly fault: Fault;
  readonly source: string;
}

export const mutantOf = (fault: Fault): Mutant => ({ fault, source: faultySource(fault) });

/** Each workshop takes the next mutant when it is done with the one before. */
export async function tryAll(workshops: readonly Workshop[], mutants: readonly Mutant[]): Promise<Trial[]> {
  const trials: Trial[] = [];
  const queue = mutants.entries();
  const work = async (workshop: Workshop): Promise<void> => {
    for (const [i, { fault, source }] of queue) {
      const start = performance.now();
      const trial = { fault, ...judge(await workshop.run(fault.tests, { file: fault.file, source })) };
      tell(trial, `${i + 1}/${mutants.length}`, (performance.now() - start) / 1000);
      trials.push(trial);
    }
  };
  await Promise.all(workshops.map(work));
  return trials;
}

function tell({ fault, verdict, because }: Trial, number: string, seconds: number): void {
  print(`${number.padStart(7)}  ${paint(COLOURS[verdict], verdict)}, ${seconds.toFixed(0)} s: ${fault.says}`);
  print(`         ${because}`);
}
