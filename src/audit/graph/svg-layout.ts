import type { TreeEntry } from "./tree-entry.js";
import type { TreeBranch } from "./tree.js";

/** Pixels. Letters are of one width, so that lines can be measured without drawing them; the widest of the usual
 *  monospaced fonts needs 0.62 of its size. */
export const LETTER = { width: 12 * 0.62, line: 17 } as const;
export const CARD = { padding: 12, indent: 20, between: 8, head: 21 } as const;
const GAP = { below: 16, right: 40, indent: 36 } as const;

/** A record's lines of text in a card: its title, what there is to say, and the proposal about it. */
export interface Paragraph {
  entry: TreeEntry;
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
  /** Where the line from the organisation above it begins: at that card's lower edge. */
  link: { x: number; y: number } | null;
}

interface Block {
  cards: readonly Card[];
  width: number;
  height: number;
}

/** Places all cards without overlap. Each organisation stands below the one above it, further to the right; the branches
 *  fill columns from left to right, which makes the drawing about as wide as high. */
export function layOut(branches: readonly TreeBranch[]): Block {
  const blocks = branches.map(blockOf);
  const area = blocks.reduce((sum, { width, height }) => sum + (width + GAP.right) * (height + GAP.below), 0);
  const limit = blocks.reduce((tallest, { height }) => Math.max(tallest, height), Math.sqrt(area));
  const cards: Card[] = [];
  let [x, y, width, height] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (y > 0 && y + block.height > limit) [x, y] = [width + GAP.right, 0];
    cards.push(...block.cards.map((card) => moved(card, x, y)));
    width = Math.max(width, x + block.width);
    height = Math.max(height, y + block.height);
    y += block.height + GAP.below;
  }
  return { cards, width, height };
}

/** The cards of one branch, which all end at the same right edge. */
function blockOf(branch: TreeBranch): Block {
  const cards = stack(branch, 0, 0, null);
  const width = cards.reduce((right, card) => Math.max(right, card.x + card.width), 0);
  const height = cards.reduce((bottom, card) => Math.max(bottom, card.y + card.height), 0);
  return { cards: cards.map((card) => ({ ...card, width: width - card.x })), width, height };
}

function stack({ entry, items, branches }: TreeBranch, x: number, y: number, link: Card["link"]): Card[] {
  const card = { x, y, link, ...contentOf([entry, ...items]) };
  const cards: Card[] = [card];
  const edge = y + card.height;
  let bottom = edge;
  for (const below of branches) {
    const added = stack(below, x + GAP.indent, bottom + GAP.below, { x: x + GAP.indent / 2, y: edge });
    bottom = added.reduce((lowest, each) => Math.max(lowest, each.y + each.height), bottom);
    cards.push(...added);
  }
  return cards;
}

function contentOf(entries: readonly TreeEntry[]): Pick<Card, "paragraphs" | "width" | "height"> {
  const paragraphs: Paragraph[] = [];
  let [y, letters]: [number, number] = [CARD.padding, 0];
  for (const entry of entries) {
    const { title, notes, status, proposal } = entry;
    const words = [...(entry === entries[0] ? [] : [entry.kind]), ...notes, status].join(" · ");
    paragraphs.push({ entry, words, y });
    letters = Math.max(letters, title.length, words.length, proposal?.length ?? 0);
    y += (proposal === null ? 2 : 3) * LETTER.line + CARD.between;
  }
  const width = Math.ceil(2 * CARD.padding + CARD.indent + letters * LETTER.width);
  return { paragraphs, width, height: y - CARD.between + CARD.padding };
}

function moved(card: Card, x: number, y: number): Card {
  const link = card.link && { x: card.link.x + x, y: card.link.y + y };
  return { ...card, x: card.x + x, y: card.y + y, link };
}
