import type { Path } from "../../network/placed-text.js";
import { inWords } from "../../network/path-in-words.js";

/** A value of a file that somebody has already, and what became of it. */
export interface ReadValue {
  /** Where it stands, as "consensus.nodes[0].org_id". */
  where: string;
  /** What it says in the words of the consortium file; null where it is not used. */
  becomes: string | null;
  /** Why it is not used; null where it is. */
  whyNot: string | null;
}

type Fate = Omit<ReadValue, "where">;

/** The values of a file, each of which is either used or said not to be. What is not used is never shown: it may be a secret. */
export class Leaves {
  private readonly fates = new Map<string, Fate>();
  private readonly places: readonly string[];

  constructor(readonly value: unknown) {
    this.places = [...placesIn(value, [])].map(inWords);
  }

  used(path: Path, becomes: string): void {
    this.settle(path, { becomes, whyNot: null });
  }

  /** Also for all that is below a place. */
  unused(path: Path, whyNot: string): void {
    this.settle(path, { becomes: null, whyNot });
  }

  /** Uses a value, unless another one stands for the same already. */
  given(path: Path, isTaken: boolean, becomes: string): void {
    if (isTaken) this.used(path, becomes);
    else this.unused(path, `something else is said before for ${becomes}`);
  }

  /** All values in the order of the file; why those are not used that nothing was said about is asked for. */
  told(whyNot: (where: string) => string): ReadValue[] {
    return this.places.map((where) => ({
      where,
      ...(this.fates.get(where) ?? { becomes: null, whyNot: whyNot(where) }),
    }));
  }

  private settle(path: Path, fate: Fate): void {
    const above = inWords(path);
    for (const where of this.places)
      if (where === above || where.startsWith(`${above}.`) || where.startsWith(`${above}[`))
        if (!this.fates.has(where)) this.fates.set(where, fate);
  }
}

/** The places of everything that holds nothing more: texts, numbers, and what is empty. */
function* placesIn(value: unknown, path: Path): Generator<Path> {
  const below = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (below.length === 0) {
    if (path.length > 0) yield path;
    return;
  }
  for (const [key, each] of below) yield* placesIn(each, [...path, Array.isArray(value) ? Number(key) : key]);
}
