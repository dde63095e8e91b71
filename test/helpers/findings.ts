import { expect } from "chai";
import type { Finding } from "../../src/errors/finding.js";

/** Level and code of what is not fine; every finding says a sentence and has a way out. */
export function codesOf(findings: readonly Finding[]): string[] {
  const wrong = findings.filter(({ level }) => level !== "ok");
  for (const { what, wayOut } of wrong) {
    expect(what).to.match(/\.$/);
    expect(wayOut?.hint, what).to.match(/^[A-Z].*[.]$/);
  }
  return wrong.map(({ level, code }) => `${level} ${code}`);
}

/** What the first finding of a code says. */
export function sentenceOf(findings: readonly Finding[], code: string): string | undefined {
  return findings.find((finding) => finding.code === code)?.what;
}
