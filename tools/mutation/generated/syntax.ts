/** A node of the compiler's syntax tree, with what the operators read in it. */
export interface Node {
  readonly nodeType: string;
  /** Where it begins and how long it is, in bytes, and the number of its file. */
  readonly src: string;
  readonly [field: string]: unknown;
}

/** Part of a source, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly becomes: string;
}

/** A node with those around it, the nearest first. */
export interface Place {
  readonly node: Node;
  readonly around: readonly Node[];
}

/** A source of which parts are asked for by their nodes, whose positions are in bytes. */
export class Text {
  private readonly bytes: Buffer;

  constructor(source: string) {
    this.bytes = Buffer.from(source);
  }

  of({ src }: Node): string {
    const [start, end] = span(src);
    return this.between(start, end);
  }

  between(start: number, end?: number): string {
    return this.bytes.subarray(start, end).toString();
  }

  lineAt(position: number): number {
    return this.between(0, position).split("\n").length;
  }

  /** The same edit, of a node that it is part of. */
  around(node: Node, { start, end, becomes }: Edit): Edit {
    const [from, to] = span(node.src);
    return { start: from, end: to, becomes: this.between(from, start) + becomes + this.between(end, to) };
  }

  with({ start, end, becomes }: Edit): string {
    return this.between(0, start) + becomes + this.between(end);
  }
}

export function span(src: string): [start: number, end: number] {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return [start, start + length];
}

export function replaced(node: Node, becomes: string): Edit {
  const [start, end] = span(node.src);
  return { start, end, becomes };
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "nodeType" in value && "src" in value;
}

export function child(node: Node, field: string): Node | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

export function children(node: Node, field: string): readonly Node[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** All nodes below one, and itself. */
export function* placesIn(node: Node, around: readonly Node[] = []): Generator<Place> {
  yield { node, around };
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(each)) yield* placesIn(each, [node, ...around]);
    }
  }
}

/** What the compiler calls the type, wherever the value is kept; a literal fits where a number does. */
export function typeOf(node: Node): string {
  const { typeIdentifier = "" } = (node.typeDescriptions ?? {}) as { typeIdentifier?: string };
  if (typeIdentifier.startsWith("t_rational")) return "t_uint256";
  return typeIdentifier.replace(/_(?:memory|calldata|storage)(?:_ptr|_slice)?(?:_ptr)?$/, "");
}
