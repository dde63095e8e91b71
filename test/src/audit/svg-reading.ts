import { SaxesParser } from "saxes";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Seen {
  /** Attributes of the outermost element. */
  root: Record<string, string>;
  /** All letters, also of what shows only under the pointer. */
  texts: string[];
  /** The cards, where they are on the page. */
  cards: Box[];
  /** The lines of text, as wide as the usual monospaced fonts draw them, where they are on the page. */
  lines: Box[];
}

/** Letters of 12 pixels: what the widest of the usual monospaced fonts needs. */
const LETTER = { width: 12 * 0.62, above: 12, below: 4 } as const;

/** Reads a drawing as a strict XML parser does, and adds up its transforms. Throws when it is not well-formed. */
export function readSvg(svg: string): Seen {
  const parser = new SaxesParser({ xmlns: true });
  const seen: Seen = { root: {}, texts: [], cards: [], lines: [] };
  const places: { x: number; y: number }[] = [];
  let line: Box | undefined;
  parser.on("opentag", ({ name, attributes }) => {
    const given = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const above = places.at(-1) ?? { x: 0, y: 0 };
    const [, x = 0, y = 0] = /^translate\((\S+) (\S+)\)$/.exec(given.transform ?? "")?.map(Number) ?? [];
    const place = { x: above.x + x, y: above.y + y };
    places.push(place);
    if (name === "svg") seen.root = given;
    if (given.class === "card") seen.cards.push({ ...place, width: Number(given.width), height: Number(given.height) });
    if (name === "text") {
      line = { x: place.x + Number(given.x), y: place.y + Number(given.y) - LETTER.above, width: 0, height: 16 };
      seen.lines.push(line);
    }
  });
  parser.on("text", (text) => {
    if (text.trim() !== "") seen.texts.push(text);
    if (line !== undefined) line.width += text.length * LETTER.width;
  });
  parser.on("closetag", ({ name }) => {
    places.pop();
    if (name === "text") line = undefined;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return seen;
}

export function overlap(one: Box, other: Box): boolean {
  const apart = (from: number, length: number, next: number, nextLength: number): boolean =>
    from + length <= next || next + nextLength <= from;
  return !apart(one.x, one.width, other.x, other.width) && !apart(one.y, one.height, other.y, other.height);
}

export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
