import type { TreeEntry } from "./tree-entry.js";
import { type Card, CARD, layOut, LETTER, type Paragraph } from "./svg-layout.js";
import { SIGNS, STYLE } from "./svg-style.js";
import { type Tone, TONES } from "../../model/tones.js";
import type { Tree } from "./tree.js";

const MARGIN = 24;
/** Title, summary and legend, and some room below them. */
const HEAD = 5 * LETTER.line;
/** From the top of a line to the feet of its letters. */
const BASE = 12;

/** Draws a tree as an SVG file that needs no other, with a final newline, for light and dark pages. The same tree always
 *  gives the same text. */
export function drawSvg({ title, summary, branches }: Tree): string {
  const { cards, ...size } = layOut(branches);
  const legend = drawLegend();
  const letters = Math.max(title.length, summary.length) * LETTER.width;
  const width = Math.ceil(Math.max(size.width, letters, legend.width)) + 2 * MARGIN;
  const height = size.height + HEAD + 2 * MARGIN;
  const attributes = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="portcullis" role="img" aria-labelledby="portcullis-title portcullis-summary" ${attributes}>
<title id="portcullis-title">${escapeXml(title)}</title>
<desc id="portcullis-summary">${escapeXml(summary)}</desc>
<style>${STYLE}</style>
<rect class="page" width="100%" height="100%"/>
<g transform="translate(${MARGIN} ${MARGIN})">
${drawLine(0, 0, title, "strong")}
${drawLine(0, LETTER.line, summary, "faint")}
${legend.drawn}
</g>
<g transform="translate(${MARGIN} ${MARGIN + HEAD})">
${cards.map(drawCard).join("\n")}
</g>
</svg>
`;
}

function drawLegend(): { drawn: string; width: number } {
  const y = 3 * LETTER.line;
  let x = 0;
  const drawn = (Object.keys(TONES) as Tone[]).map((tone) => {
    const entry = `${drawSign(x, y, tone)}\n${drawLine(x + CARD.indent, y, TONES[tone])}`;
    x += 2 * CARD.indent + TONES[tone].length * LETTER.width;
    return entry;
  });
  return { drawn: drawn.join("\n"), width: x };
}

function drawCard({ x, y, width, height, paragraphs, link }: Card): string {
  const [head] = paragraphs;
  return [
    ...(link === null ? [] : [`<path class="line" d="M${link.x} ${link.y}V${y + CARD.head}H${x}"/>`]),
    `<g transform="translate(${x} ${y})">`,
    `<rect class="card" width="${width}" height="${height}" rx="6"/>`,
    ...paragraphs.map((each) => drawParagraph(each, each === head)),
    "</g>",
  ].join("\n");
}

function drawParagraph({ entry, words, y }: Paragraph, isHead: boolean): string {
  const { title, inFull, tone, proposal } = entry;
  const x = CARD.padding + CARD.indent;
  const drawn = [
    ...(inFull === undefined ? [] : [`<title>${escapeXml(inFull)}</title>`]),
    drawSign(CARD.padding, y, tone),
    drawLine(x, y, title, isHead ? "strong" : undefined),
    drawLine(x, y + LETTER.line, words, "faint"),
    ...(proposal === null ? [] : [drawLine(x, y + 2 * LETTER.line, proposal, "pending")]),
  ];
  return `<g>${drawn.join("")}</g>`;
}

function drawLine(x: number, y: number, text: string, style?: "strong" | "faint" | TreeEntry["tone"]): string {
  const styled = style === undefined ? "" : ` class="${style}"`;
  return `<text${styled} x="${round(x)}" y="${round(y + BASE)}">${escapeXml(text)}</text>`;
}

function drawSign(x: number, y: number, tone: Tone): string {
  return `<path class="${tone}" transform="translate(${round(x)} ${round(y + 3)})" d="${SIGNS[tone]}"/>`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
