import { evaluate, type MemberNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import type { Mistake } from "../network-file/mistakes.js";
import type { Path, PlacedText } from "../placed-text.js";
import { BYTE_ORDER_MARK, flaw, flawAt, type JsonFlaw } from "./flaws.js";

/** A text as GoQuorum nodes read their JSON files, with Go's encoding/json: strict JSON in UTF-8, and nothing before it. */
export class NodeJson implements PlacedText {
  readonly mistakes: Mistake[];
  /** Why nodes do not read it; none when they do. */
  readonly flaws: readonly JsonFlaw[];
  private readonly root: ValueNode | undefined;
  private readonly text: string;

  constructor(
    readonly file: string,
    text: string,
  ) {
    // What comes after a byte order mark is looked at as well, so that a file is put right in one go.
    const marked = text.startsWith(BYTE_ORDER_MARK);
    this.text = marked ? text.slice(1) : text;
    const { root, wrong } = read(this.text);
    this.root = root;
    this.flaws = [...(marked ? [flaw("byteOrderMark", START)] : []), ...wrong];
    this.mistakes = this.flaws.map(({ line, column, what, wayOut }) => {
      return { file, line, column, message: what, hint: wayOut };
    });
  }

  get value(): unknown {
    return this.root === undefined ? undefined : evaluate(this.root);
  }

  /** The members of the object, in the order of the text, also those of the same name; none where it is no object. */
  get members(): { name: string; value: unknown; written: string }[] {
    if (this.root?.type !== "Object") return [];
    return this.root.members.map((member) => {
      return { name: nameOf(member), value: evaluate(member.value), written: this.source(member.value) };
    });
  }

  written(path: Path): string | undefined {
    const node = this.at(path);
    return node?.type === "String" ? node.value : node && this.source(node);
  }

  mistake(path: Path, message: string, hint: string): void {
    const { line, column } = this.at(path)?.loc.start ?? START;
    this.mistakes.push({ file: this.file, line, column, message, hint });
  }

  private at(path: Path): ValueNode | undefined {
    return path.reduce<ValueNode | undefined>((node, key) => {
      if (node?.type === "Array") return node.elements[Number(key)]?.value;
      return node?.type === "Object" ? node.members.find((each) => nameOf(each) === key)?.value : undefined;
    }, this.root);
  }

  private source({ range }: ValueNode): string {
    return this.text.slice(...(range ?? []));
  }
}

const START = { line: 1, column: 1 };

function nameOf({ name }: MemberNode): string {
  return name.type === "String" ? name.value : name.name;
}

/** The parser knows places, but lets some control characters pass; JSON.parse takes exactly what Go takes. */
function read(text: string): { root?: ValueNode; wrong: JsonFlaw[] } {
  if (/^\ufffd|\0/.test(text)) return { wrong: [flaw("encoding", START)] };
  try {
    const root = parse(text, { mode: "json", ranges: true }).body;
    return isJson(text) ? { root, wrong: [] } : { wrong: [flaw("control", placeOf(text, controlIn(text)))] };
  } catch (error) {
    const { line, column, offset } = error as { line: number; column: number; offset: number };
    const name = flawAt(text, offset);
    return { wrong: [flaw(name, name === "cut" ? placeOf(text, text.trimEnd().length) : { line, column })] };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where the first control character inside a text stands. */
function controlIn(text: string): number {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const [found = ""] = /^(?:[^"]|"(?:[^"\\\0-\x1f]|\\.)*")*"(?:[^"\\\0-\x1f]|\\.)*/s.exec(text) ?? [];
  return found.length;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
