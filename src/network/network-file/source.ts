import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Path, PlacedText } from "../placed-text.js";
import type { Mistake } from "./mistakes.js";
import { explainYaml } from "./yaml-errors.js";

/** A YAML or JSON text that remembers where everything stands. JSON is YAML, so one reader does for both. */
export class Source implements PlacedText {
  readonly mistakes: Mistake[] = [];
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;
  private readonly wellFormed: boolean;

  constructor(
    readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, uniqueKeys: true });
    // Further errors follow from the first one.
    const [error] = this.document.errors;
    if (error === undefined) this.refuseAliases();
    else {
      const { message, hint } = explainYaml(error);
      this.add(error.pos[0], message, hint);
    }
    this.wellFormed = this.mistakes.length === 0;
  }

  get value(): unknown {
    return this.wellFormed ? (this.document.toJS() as unknown) : undefined;
  }

  /** With it a number that should be text can be told. */
  written(path: Path): string | undefined {
    const node = this.document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  }

  /** Whether nothing at all stands there. */
  lacks(path: Path): boolean {
    return !this.document.hasIn(path);
  }

  isQuoted(path: Path): boolean {
    const node = this.document.getIn(path, true);
    return isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
  }

  /** "network.yaml:3:5" */
  placeOf(path: Path): string {
    const { line, col } = this.lines.linePos(this.offsetOf(path));
    return `${this.file}:${line}:${col}`;
  }

  mistake(path: Path, message: string, hint: string): void {
    this.add(this.offsetOf(path), message, hint);
  }

  /** Where a key itself stands, for keys that should not be there. */
  mistakeAtKey(path: Path, key: string, message: string, hint: string): void {
    const map = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    this.add(keyOffset(map, key) ?? this.offsetOf(path), message, hint);
  }

  /** A value that begins with * stands for another one; here it is a slip, and one that may stand for nothing. */
  private refuseAliases(): void {
    visit(this.document, {
      Alias: (_, node) => {
        this.add(
          rangeOf(node) ?? 0,
          `"*${node.source}" is not a value.`,
          "Write the value itself, or put it in quotes.",
        );
      },
    });
  }

  private add(offset: number, message: string, hint: string): void {
    const { line, col } = this.lines.linePos(offset);
    this.mistakes.push({ file: this.file, line, column: col, message, hint });
  }

  /** Where the value stands, or what would hold it if it is missing. */
  private offsetOf(path: Path): number {
    const node = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    const range = rangeOf(node);
    if (range !== undefined) return range;
    return path.length === 0 ? 0 : this.offsetOf(path.slice(0, -1));
  }
}

function rangeOf(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] | null } | null | undefined)?.range?.[0];
}

function keyOffset(map: unknown, key: string): number | undefined {
  const pairs = (map as { items?: { key: unknown }[] } | null)?.items ?? [];
  const found = pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  return rangeOf(found?.key);
}
