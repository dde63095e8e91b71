/** What Mocha says of a run, by titles. */
export interface Report {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** Hooks that failed, which load the fixtures: the tests that needed them were not run. */
  readonly hooks: readonly string[];
}

const LINE = /^(ok|not ok) \d+ (.*)$/gm;
const END = /^# tests \d+$/m;
const HOOK = /"(?:before|after) (?:each|all)" hook/;

/** Reads Mocha's output in the format of TAP 12; nothing if the run broke off before its end. */
export function readReport(output: string): Report | undefined {
  if (!END.test(output)) return undefined;
  const lines = [...output.matchAll(LINE)].map(([, result = "", title = ""]) => ({ result, title }));
  const passed = lines.filter(({ result, title }) => result === "ok" && !title.includes(" # SKIP"));
  const failed = lines.filter(({ result }) => result === "not ok");
  const titles = (of: typeof lines): string[] => of.map(({ title }) => title);
  return {
    passed: titles(passed),
    failed: titles(failed.filter(({ title }) => !HOOK.test(title))),
    hooks: titles(failed.filter(({ title }) => HOOK.test(title))),
  };
}
