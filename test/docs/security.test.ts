import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import ts from "typescript";

const ROOT = path.resolve(import.meta.dirname, "../..");

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** The claims of SECURITY.md on what taken keys can and cannot do: the points of its lists. */
function claims(): string[] {
  const [, section = ""] = /\n## What someone with a stolen key[^\n]*\n(.*?)\n## /s.exec(read("SECURITY.md")) ?? [];
  return section
    .split(/\n(?=- |#)/)
    .filter((text) => text.startsWith("- "))
    .map(oneLine);
}

/** The tests behind a claim, as it names them: `file`: "title", "title"; `file`: "title". */
function testsBehind(claim: string): { file: string; title: string }[] {
  return [...claim.matchAll(/`(test\/[^`]+)`: ("[^`]+")/g)].flatMap(([, file = "", titles = ""]) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title })),
  );
}

/** The titles of a file's tests as patterns, since some are made from values; in Solidity the names of its functions. */
function titlesOf(file: string): RegExp[] {
  const text = read(file);
  if (file.endsWith(".sol")) {
    return [...text.matchAll(/function ((?:test|invariant)\w+)/g)].map(([, name = ""]) => asPattern([name]));
  }
  const found: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "it")
      found.push(asPattern(partsOf(node.arguments[0])));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** What stands in a title around its values. */
function partsOf(title: ts.Node | undefined): string[] {
  if (title === undefined) return [];
  if (ts.isTemplateExpression(title))
    return [title.head.text, ...title.templateSpans.map(({ literal }) => literal.text)];
  return ts.isStringLiteralLike(title) ? [title.text] : [];
}

function asPattern(parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(".+")}$`);
}

describe("SECURITY.md", () => {
  it("names a test behind each claim", () => {
    const bare = claims().filter((claim) => testsBehind(claim).length === 0);
    expect(claims()).to.have.length.above(20);
    expect(bare).to.deep.equal([]);
  });

  it("names tests that there are", () => {
    const missing = claims()
      .flatMap(testsBehind)
      .filter(({ file, title }) => !titlesOf(file).some((each) => each.test(title)));
    expect(missing).to.deep.equal([]);
  });
});
