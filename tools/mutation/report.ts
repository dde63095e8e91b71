/** What Mocha says of a run: titles, for tests that failed with the first line of the error. */
export interface Report {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** Hooks that failed, which load the fixtures: the tests that needed them were not run. */
  readonly hooks: readonly string[];
}

const LINE = /^(ok|not ok) \d+ (.*)(?:\n {2}(\S.*))?$/gm;
const END = /^# tests \d+$/m;
const HOOK = /"(?:before|after) (?:each|all)" hook/;

/** Reads Mocha's output in the format of TAP 12; nothing if the run broke off before its end. */
export function readReport(output: string): Report | undefined {
  if (!END.test(output)) return undefined;
  const lines = [...output.matchAll(LINE)].map(([, result = "", title = "", error]) => ({ result, title, error }));
  const passed = lines.filter(({ result, title }) => result === "ok" && !title.includes(" # SKIP"));
  const failed = lines.filter(({ result }) => result === "not ok");
  const titles = (of: typeof lines): string[] => of.map(({ title }) => title);
  return {
    passed: titles(passed),
    failed: failed
      .filter(({ title }) => !HOOK.test(title))
      .map(({ title, error }) => (error === undefined ? title : `${title}: ${error}`)),
    hooks: titles(failed.filter(({ title }) => HOOK.test(title))),
  };
}
