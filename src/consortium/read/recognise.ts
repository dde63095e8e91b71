import { parse as parseIni } from "ini";
import { refusal } from "../../errors/refusal.js";
import { Source } from "../../network/network-file/source.js";
import type { TextSource } from "../../util/text-source.js";
import { CHAIN_FILE } from "./chainmaker/chain-file.js";
import { NODE_FILE } from "./chainmaker/node-file.js";
import { CHAIN_SHAPE, NODE_SHAPE } from "./chainmaker/shapes.js";
import { GENESIS_FILE } from "./ethereum/genesis-file.js";
import { NODE_LIST } from "./ethereum/node-list.js";
import { FISCO_FILES } from "./fisco.js";
import { recoverIndentation } from "./indentation.js";
import type { Format } from "./input.js";

/** A file that is of a kind that can be read. */
export interface Recognised {
  from: TextSource;
  format: Format;
  value: unknown;
  /** Its text with the indentation that it had lost, and without passwords; undefined where it had lost none. */
  recovered: string | undefined;
}

const FORMATS: readonly Format[] = [NODE_LIST, GENESIS_FILE, CHAIN_FILE, NODE_FILE, ...FISCO_FILES];

/** Finds out what a file is. Throws what reading it throws, and INPUT_NOT_RECOGNISED. */
export function recognise(from: TextSource): Recognised {
  const text = from.read().replace(/^\ufeff/, "");
  const recovered = isIni(text) ? undefined : recoveredIn(text);
  const { value, flaw } = isIni(text) ? iniIn(text) : yamlIn(from, recovered ?? text);
  const format = flaw === "" ? FORMATS.find((each) => each.fits(value, from)) : undefined;
  if (format !== undefined) return { from, format, value, recovered: recovered?.replaceAll(PASSWORDS, "$1…") };
  throw refusal("INPUT_NOT_RECOGNISED", { file: from.name, flaw, known: FORMATS.map(({ name }) => name) });
}

/** Of a database, in chainmaker.yml. */
const PASSWORDS = /^(\s*dsn: ).*$/gm;

/** Its first line is a section; a list in JSON holds texts. */
function isIni(text: string): boolean {
  const first = text.split("\n").find((line) => !/^\s*(?:[#;]|$)/.test(line)) ?? "";
  return /^\s*\[[\w.-]+\]\s*$/.test(first);
}

/** The parser lets the last of two sections, or of two values, stand for both. */
function iniIn(text: string): { value: unknown; flaw: string } {
  const known = new Set<string>();
  let section = "";
  for (const [index, line] of text.split("\n").entries()) {
    const [, head, key] = /^\s*(?:\[([^\]]+)\]|([^;#=\s][^=]*?)\s*=)/.exec(line) ?? [];
    section = head ?? section;
    const what = head === undefined ? key && `${section}.${key}` : `[${head}]`;
    if (what !== undefined && known.has(what))
      return { value: undefined, flaw: ` ${index + 1}:1 ${what} is there twice.` };
    if (what !== undefined) known.add(what);
  }
  return { value: parseIni(text), flaw: "" };
}

function recoveredIn(text: string): string | undefined {
  return recoverIndentation(text, CHAIN_SHAPE) ?? recoverIndentation(text, NODE_SHAPE);
}

/** YAML, and JSON, which is YAML. */
function yamlIn({ name }: TextSource, text: string): { value: unknown; flaw: string } {
  const source = new Source(name, text);
  const [mistake] = source.mistakes;
  return {
    value: source.value,
    flaw: mistake === undefined ? "" : ` ${mistake.line}:${mistake.column} ${mistake.message}`,
  };
}
