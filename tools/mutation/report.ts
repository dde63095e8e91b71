/** What a runner says of a run: titles, for tests that failed with the first line of the error. */
export interface Report {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** Hooks that failed, which load the fixtures: the tests that needed them were not run. */
  readonly hooks: readonly string[];
}

/** How a runner prints: the end, without which the run broke off, and the tests that it ran, each with a title. */
interface Format {
  readonly end: RegExp;
  readonly passed: RegExp;
  readonly failed: RegExp;
  readonly hook: RegExp;
}

/** Mocha, in the format of TAP 12. */
const MOCHA: Format = {
  end: /^# tests \d+$/m,
  passed: /^ok \d+ (?<title>(?!.* # SKIP).*)/gm,
  failed: /^not ok \d+ (?<title>.*)(?:\n {2}(?<error>\S.*))?$/gm,
  hook: /"(?:before|after) (?:each|all)" hook/,
};

/** Hardhat's runner of tests in Solidity, which lists what failed once more at its end, with the errors. */
const SOLIDITY: Format = {
  end: /^ {2}\d+ passing$/m,
  passed: /^ {4}✔ (?<title>.*)$/gm,
  failed: /^ {2}\d+\) (?<title>.*)(?:\n {4}(?<error>\S.*))?$/gm,
  hook: /#setUp\(\)$/,
};

/** Reads what a runner printed; nothing if the run broke off before its end. */
export function readReport(output: string): Report | undefined {
  const format = [MOCHA, SOLIDITY].find(({ end }) => end.test(output));
  if (format === undefined) return undefined;
  const failed = tests(output, format.failed);
  return {
    passed: tests(output, format.passed).map(({ title }) => title),
    failed: failed
      .filter(({ title }) => !format.hook.test(title))
      .map(({ title, error }) => (error === undefined ? title : `${title}: ${error}`)),
    hooks: failed.filter(({ title }) => format.hook.test(title)).map(({ title }) => title),
  };
}

function tests(output: string, pattern: RegExp): { title: string; error?: string | undefined }[] {
  return [...output.matchAll(pattern)].map(({ groups }) => ({ title: groups?.title ?? "", error: groups?.error }));
}
