import type { Entry } from "./entries.js";
import type { Branch } from "./tree.js";

/** Pixels. Letters are of one width, so that lines can be measured without drawing them; the widest of usual monospaced
 *  fonts needs 0.62 of its size. */
export const LETTER = { size: 12, width: 12 * 0.62, line: 17 } as const;
export const CARD = { padding: 12, indent: 20, between: 8, head: 21 } as const;
const GAP = { below: 24, right: 48 } as const;

/** Lines of text about one record: its title, what there is to say, and the proposal about it. */
export interface Paragraph {
  entry: Entry;
  words: string;
  /** From the top of the card. */
  y: number;
}

/** An organisation's card at its place. */
export interface Card {
  x: number;
  y: number;
  width: number;
  height: number;
  paragraphs: readonly Paragraph[];
  below: readonly Card[];
}

export interface Size {
  width: number;
  height: number;
}

/** Places all cards without overlap: an organisation's sub-organisations stand to the right of it, one below the other.
 *  The branches fill columns from left to right that make the drawing about as wide as high. */
export function layOut(branches: readonly Branch[]): { cards: Card[]; size: Size } {
  const blocks = branches.map((branch) => place(branch));
  const area = blocks.reduce((sum, { size }) => sum + (size.width + GAP.right) * (size.height + GAP.below), 0);
  const limit = Math.max(Math.sqrt(area), ...blocks.map(({ size }) => size.height));
  const cards: Card[] = [];
  const whole = { width: 0, height: 0 };
  let [x, y, right] = [0, 0, 0];
  for (const { card, size } of blocks) {
    if (y > 0 && y + size.height > limit) [x, y] = [right + GAP.right, 0];
    cards.push(moved(card, x, y));
    right = Math.max(right, x + size.width);
    y += size.height + GAP.below;
    whole.height = Math.max(whole.height, y - GAP.below);
    whole.width = right;
  }
  return { cards, size: whole };
}

/** A card at 0,0 with those below it to its right, and how much room they take. */
function place(branch: Branch): { card: Card; size: Size } {
  const bare = cardOf(branch);
  const left = bare.width + GAP.right;
  const below: Card[] = [];
  let [width, bottom] = [bare.width, 0];
  for (const each of branch.branches) {
    const { card, size } = place(each);
    below.push(moved(card, left, bottom));
    width = Math.max(width, left + size.width);
    bottom += size.height + GAP.below;
  }
  return { card: { ...bare, below }, size: { width, height: Math.max(bare.height, bottom - GAP.below) } };
}

function cardOf({ entry, items }: Branch): Omit<Card, "below"> {
  const paragraphs: Paragraph[] = [];
  let y: number = CARD.padding;
  for (const each of [entry, ...items]) {
    const paragraph = { entry: each, words: wordsOf(each), y };
    paragraphs.push(paragraph);
    y += linesOf(paragraph).length * LETTER.line + CARD.between;
  }
  const letters = Math.max(...paragraphs.flatMap(linesOf).map((line) => line.length));
  const width = Math.ceil(CARD.padding * 2 + CARD.indent + letters * LETTER.width);
  return { x: 0, y: 0, width, height: y - CARD.between + CARD.padding, paragraphs };
}

function wordsOf({ kind, notes, status }: Entry): string {
  const named = kind === "role" || kind === "node" || kind === "account";
  return [...(named ? [kind] : []), ...notes, status].join(" · ");
}

function linesOf({ entry, words }: Pick<Paragraph, "entry" | "words">): string[] {
  return [entry.title, words, ...(entry.proposal === null ? [] : [entry.proposal])];
}

function moved(card: Card, x: number, y: number): Card {
  const below = card.below.map((each) => moved(each, x, y));
  return { ...card, x: card.x + x, y: card.y + y, below };
}
