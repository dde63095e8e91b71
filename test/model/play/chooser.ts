/**
 * Choices that hang on a seed and on what is chosen from, not on how many there are: when a sequence of calls becomes shorter,
 * what remains of it stays as alike as it can.
 */
export class Chooser {
  constructor(private readonly seed: number) {}

  /** One of the candidates; `key` is what makes each of them itself. */
  pick<T>(what: string, candidates: readonly T[], key: (candidate: T) => string = String): T | undefined {
    let best: T | undefined;
    let highest = -1;
    for (const candidate of candidates) {
      const rank = this.hash(`${what}:${key(candidate)}`);
      if (rank > highest) [best, highest] = [candidate, rank];
    }
    return best;
  }

  /** Of a list that is not empty. */
  one<T>(what: string, candidates: readonly T[], key?: (candidate: T) => string): T {
    const picked = this.pick(what, candidates, key);
    if (picked === undefined) throw new Error(`There is no ${what} to choose.`);
    return picked;
  }

  /** True so many times of a hundred. */
  chance(what: string, percent: number): boolean {
    return this.hash(what) % 10_000 < percent * 100;
  }

  /** One of the names, each as often as its weight says. */
  weighted<T extends string>(what: string, weights: Readonly<Partial<Record<T, number>>>): T {
    const entries = Object.entries(weights) as [T, number][];
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.hash(what) % total;
    for (const [name, weight] of entries) {
      if (left < weight) return name;
      left -= weight;
    }
    throw new Error(`There is no ${what} to choose.`);
  }

  /** Choices of their own, for one of several things of a kind. */
  another(what: string): Chooser {
    return new Chooser(this.hash(what));
  }

  /** FNV-1a, and a finish that makes every bit hang on every other. */
  private hash(text: string): number {
    let h = 0x811c9dc5 ^ this.seed;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }
}
