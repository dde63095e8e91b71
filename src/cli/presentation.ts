/** How a command shows things to people: said once, when it begins. */
interface Presentation {
  /** Whether everything is shown in full; not there where the command has no --wide. */
  wide?: boolean | undefined;
  /** What people call accounts, by address in lower case. */
  labels: ReadonlyMap<string, string>;
}

let current: Presentation = { labels: new Map() };

export function present(wanted: Partial<Presentation>): void {
  current = { ...current, ...wanted };
}

/** The columns that a table may take; undefined where nothing is shortened: with --wide, and where no one looks at a screen. */
export function tableWidth(): number | undefined {
  if (current.wide === true || !process.stdout.isTTY) return undefined;
  return process.stdout.columns > 0 ? process.stdout.columns : USUAL_WIDTH;
}

const USUAL_WIDTH = 80;

/** The columns to which text is folded, where nothing of it is shortened: the usual ones where no one looks at a screen. */
export function textWidth(): number {
  return tableWidth() ?? USUAL_WIDTH;
}

/** Whether --wide would show more. */
export function canBeWide(): boolean {
  return "wide" in current && current.wide !== true;
}

/** An address that no label follows yet. */
const ADDRESS = /\b0x[0-9a-fA-F]{40}\b(?! \()/g;

/** A text with people's names for accounts behind their addresses; what stands in a command is left to be copied. */
export function labelled(text: string): string {
  if (current.labels.size === 0) return text;
  return text
    .split("\n")
    .map((line) => {
      const command = line.indexOf("portcullis ");
      const told = command < 0 ? line : line.slice(0, command);
      return told.replaceAll(ADDRESS, withLabel) + line.slice(told.length);
    })
    .join("\n");
}

function withLabel(address: string): string {
  const label = current.labels.get(address.toLowerCase());
  return label === undefined ? address : `${address} (${label})`;
}
