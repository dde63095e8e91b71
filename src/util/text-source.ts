/** A text that is read when it is needed: a file, or whatever holds it where there are none. */
export interface TextSource {
  /** What messages call it. */
  readonly name: string;
  /** Throws when it cannot be read. */
  read(): string;
  /** Another one, by its path from the place where this one is. */
  beside(relative: string): TextSource;
}

/** A text that is at hand, with others beside it. */
export function textAtHand(name: string, text: string, others: Readonly<Record<string, string>> = {}): TextSource {
  return {
    name,
    read: () => text,
    beside: (relative) => {
      const found = others[relative];
      if (found !== undefined) return textAtHand(relative, found, others);
      return { ...textAtHand(relative, "", others), read: () => absent(relative) };
    },
  };
}

function absent(name: string): never {
  throw new Error(`There is no ${name}.`);
}
