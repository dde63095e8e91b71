import path from "node:path";
import { paint, print } from "../../src/cli/output.js";
import { PortcullisError } from "../../src/errors/error.js";
import { withScratch } from "../shared/scratch.js";
import type { Build, Planted } from "./build.js";
import { type Fault, planted } from "./fault.js";
import { readReport } from "./report.js";
import { byLanguage, type Variables, Workshop } from "./workshop.js";

export interface Judgement {
  readonly verdict: Verdict;
  /** The test that found it, or why none did. */
  readonly because: string;
}

/** All that is told of a fault. */
interface Named {
  readonly says: string;
}

export interface Trial<F extends Named = Fault> extends Judgement {
  readonly fault: F;
}

const COLOURS = { found: "green", explained: "yellow", SURVIVED: "red", VOID: "red" } as const;

type Verdict = keyof typeof COLOURS;

/**
 * A fault is found when a test fails, by assertion or because something that must work is refused. It must be a test and not
 * a hook: then the contracts compiled, the file was loaded, and its fixture, which a hook loads, went through. A run that
 * broke off before says nothing.
 */
export function judge(output: string): Judgement {
  const report = readReport(output);
  if (report === undefined) return { verdict: "VOID", because: output.trim() };
  const [test] = report.failed;
  if (test !== undefined) return { verdict: "found", because: test };
  const [hook] = report.hooks;
  if (hook !== undefined) return { verdict: "VOID", because: hook };
  return { verdict: "SURVIVED", because: `${report.passed.length} tests pass` };
}

/** Opens so many copies of the project, and sees that the tests pass in them. */
export async function withWorkshops(
  count: number,
  variables: Variables,
  tests: readonly string[],
  work: (workshops: readonly Workshop[]) => Promise<void>,
): Promise<void> {
  await withScratch(async (directory) => {
    const places = Array.from({ length: count }, (_, i) => path.join(directory, `${i}`));
    const workshops = places.map((place) => Workshop.open(place, variables));
    const [first] = workshops;
    for (const some of byLanguage(tests)) if (first !== undefined) await requirePassing(first, some);
    await work(workshops);
  });
}

/** What tests say of a fault is worth something only if they pass without it. */
async function requirePassing(workshop: Workshop, tests: readonly string[]): Promise<void> {
  const output = await workshop.run(tests);
  const report = readReport(output);
  if (report !== undefined && report.passed.length > 0 && report.failed.length + report.hooks.length === 0) {
    print(`Without a fault ${report.passed.length} tests in ${tests.length} files pass.`);
    return;
  }
  const hint = report === undefined ? output : [...report.failed, ...report.hooks].join("\n  ");
  throw new PortcullisError("DEV_TESTS_FAIL", "The tests do not pass without a fault.", { hint });
}

/** A fault, and what it changes in what was built. */
interface Mutant {
  readonly fault: Fault;
  readonly artifacts: Planted;
}

/** Each fault is built when its turn has come. */
export function* mutantsOf(faults: readonly Fault[], build: Build): Generator<Mutant, void> {
  for (const fault of faults) yield { fault, artifacts: build.with(planted(fault)) };
}

/** What the tests that a fault names say of it. */
export async function tryNamed(workshop: Workshop, { fault, artifacts }: Mutant): Promise<Judgement> {
  if (typeof artifacts === "string") return { verdict: "VOID", because: `It ${artifacts}.` };
  return judge(await workshop.run(fault.tests, artifacts));
}

/** Each workshop takes the next mutant, of so many, when it is done with the one before. */
export async function tryAll<M extends { readonly fault: Named }>(
  workshops: readonly Workshop[],
  mutants: Iterator<M>,
  count: number,
  tryOne: (workshop: Workshop, mutant: M) => Promise<Judgement>,
): Promise<Trial<M["fault"]>[]> {
  const trials: Trial<M["fault"]>[] = [];
  let number = 0;
  const work = async (workshop: Workshop): Promise<void> => {
    for (let next = mutants.next(); next.done !== true; next = mutants.next()) {
      const place = `${++number}/${count}`;
      const fault: M["fault"] = next.value.fault;
      const start = performance.now();
      const trial = { fault, ...(await tryOne(workshop, next.value)) };
      tell(trial, place, (performance.now() - start) / 1000);
      trials.push(trial);
    }
  };
  await Promise.all(workshops.map(work));
  return trials;
}

/** The tests are enough if they find every fault that they can. */
export function requireFound(trials: readonly Trial<Named>[]): void {
  const others = trials.filter(({ verdict }) => verdict === "SURVIVED" || verdict === "VOID");
  if (others.length === 0) return;
  throw new PortcullisError("DEV_FAULTS_NOT_FOUND", `${others.length} of ${trials.length} faults were not found.`, {
    hint: others.map(({ fault, verdict }) => `${verdict}: ${fault.says}`).join("\n  "),
  });
}

function tell({ fault, verdict, because }: Trial<Named>, place: string, seconds: number): void {
  print(`${place.padStart(7)}  ${paint(COLOURS[verdict], verdict)}, ${seconds.toFixed(0)} s: ${fault.says}`);
  print(`         ${because}`);
}
