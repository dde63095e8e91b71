/** Why a text is not JSON as GoQuorum nodes read it, in the words of someone who edits files: what is wrong, and what to do. */
const TEXTS = {
  byteOrderMark: ["The file begins with a byte order mark (BOM), which is no JSON.", "Save it as UTF-8 without BOM."],
  encoding: [
    "The file is not in UTF-8, and nodes read nothing else.",
    "Save it as UTF-8; what PowerShell redirects with > is UTF-16.",
  ],
  empty: ["The file is empty.", "Use the file that was written for the node."],
  cut: ["The file ends in the middle.", "Use the whole file."],
  comment: ["There is a comment, and JSON has none.", "Remove it."],
  trailingComma: ["A comma follows the last value.", "Remove the comma."],
  missingComma: ["Something follows a value without a comma.", "Write a comma between the two, or remove one of them."],
  quotes: ["There is a quote that JSON does not know.", 'Write every text in straight double quotes: "…".'],
  blank: ["There is a blank that is none in JSON, such as a no-break space.", "Write an ordinary space, or nothing."],
  control: ["There is a line break or a tab inside a text.", "Remove it, or close the quote before it."],
  yaml: ["The file is YAML, and nodes read JSON only.", "Write it as JSON."],
  other: ["The file is not JSON from here on.", "Correct it: nodes read strict JSON only."],
} as const satisfies Readonly<Record<string, readonly [what: string, wayOut: string]>>;

/** Why nodes do not read a text, and where that shows. */
export interface JsonFlaw {
  line: number;
  column: number;
  what: string;
  wayOut: string;
}

interface Place {
  line: number;
  column: number;
}

export const BYTE_ORDER_MARK = "\ufeff";

export function flaw(name: keyof typeof TEXTS, { line, column }: Place): JsonFlaw {
  const [what, wayOut] = TEXTS[name];
  return { line, column, what, wayOut };
}

/** What is wrong with a text that cannot be read from an offset on. */
export function flawAt(text: string, offset: number): keyof typeof TEXTS {
  const [before, next] = [text.slice(0, offset).trimEnd(), text.charAt(offset)];
  if (text.trim() === "") return "empty";
  if (/^(?:---|\s*-\s|\s*[\w-]+:\s)/.test(text)) return "yaml";
  if (next === "/" || next === "#") return "comment";
  if (/['`\u00b4\u2018-\u201f]/.test(next)) return "quotes";
  if (/[^\S \t\r\n]/.test(next)) return "blank";
  if (/[\]}]/.test(next) && before.endsWith(",")) return "trailingComma";
  if (isCut(text)) return "cut";
  return isOpen(before) && /["[{]/.test(next) && /["\]}\w]$/.test(before) ? "missingComma" : "other";
}

/** Whether a text ends before what it began. */
function isCut(text: string): boolean {
  return isOpen(text) && !/[\]}]\s*$/.test(text);
}

/** Whether more brackets are opened than closed. */
function isOpen(text: string): boolean {
  const outside = text.replaceAll(/"(?:[^"\\]|\\.)*"?/gs, "");
  return outside.replaceAll(/[^[{]/g, "").length > outside.replaceAll(/[^\]}]/g, "").length;
}
