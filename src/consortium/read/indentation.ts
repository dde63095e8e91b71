/** What is known of the shape of a file: keys with what is below them. */
export type Shape = { readonly [Key in string]: Shape | Below };

/** "scalar", or a list of scalars or of records. */
type Below = null | readonly [Shape | null];

interface Line {
  key: string | undefined;
  item: boolean;
  hasValue: boolean;
  text: string;
}

/** A text whose indentation is lost, as of a page of the web, with the one that the known keys give it; undefined where nothing is
 *  lost, where a key is unknown, or where one could stand in several places. Comments of their own lines are left out. */
export function recoverIndentation(text: string, shape: Shape): string | undefined {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .map(lineOf);
  if (lines.some((line) => line === undefined || /^\s/.test(line.text))) return undefined;
  const root: Open = { shape, seen: new Set(), indent: 0, list: false };
  const open = [root];
  const written: string[] = [];
  for (const line of lines as Line[]) {
    const place = placeFor(line, open);
    if (place === undefined) return undefined;
    open.length = place + 1;
    written.push(write(line, open, open.at(-1) ?? root));
  }
  // What was not lost stays as it is.
  return written.join("\n") === lines.map((line) => line?.text).join("\n") ? undefined : `${written.join("\n")}\n`;
}

/** A record or a list that is being written. */
interface Open {
  shape: Shape | Below;
  /** Keys that a record has already; another one of them begins the next record. */
  seen: Set<string>;
  indent: number;
  list: boolean;
}

function lineOf(text: string): Line | undefined {
  const [, dash, key, value] = /^\s*(- )?(?:([\w{}.]+):(?:\s+(.*))?|\S.*)$/.exec(text) ?? [];
  if (dash === undefined && key === undefined) return undefined;
  return { key, item: dash !== undefined, hasValue: value !== undefined && !/^(?:#.*)?$/.test(value), text };
}

/** The number of the open record or list that a line belongs to, if there is exactly one: what follows directly on a key that holds
 *  something belongs to that, if it can. */
function placeFor({ key, item }: Line, open: readonly Open[]): number | undefined {
  const fitting = open.flatMap(({ shape, seen, list }, index) => {
    if (list !== item) return [];
    if (item) {
      const [of] = shape as readonly [Shape | null];
      const fits = key === undefined ? of === null : of !== null && Object.hasOwn(of, key);
      return fits ? [index] : [];
    }
    return key !== undefined && shape !== null && Object.hasOwn(shape, key) && !seen.has(key) ? [index] : [];
  });
  const [place, another] = fitting;
  const innermost = open.length - 1;
  const isFirst = open.at(-1)?.seen.size === 0 && open.at(-1)?.list === false;
  if (isFirst && fitting.includes(innermost)) return innermost;
  return another === undefined ? place : undefined;
}

function write({ key, item, hasValue, text }: Line, open: Open[], within: Open): string {
  const line = " ".repeat(within.indent) + text.trim();
  let record = within;
  if (item) {
    const [of] = within.shape as readonly [Shape | null];
    if (of === null) return line;
    record = { shape: of, seen: new Set(), indent: within.indent + 2, list: false };
    open.push(record);
  }
  if (key === undefined) return line;
  record.seen.add(key);
  const below = (record.shape as Shape)[key] ?? null;
  if (below !== null && !hasValue)
    open.push({ shape: below, seen: new Set(), indent: record.indent + 2, list: Array.isArray(below) });
  return line;
}
