import type { Sight } from "./sights.js";

/** How often which calls succeeded, what they were refused with, and what came about besides. */
export class Tally {
  calls = 0;
  readonly successes = new Map<string, number>();
  readonly refusals = new Map<string, number>();
  readonly sights = new Map<Sight, number>();

  succeeded(operation: string): void {
    this.calls++;
    this.successes.set(operation, (this.successes.get(operation) ?? 0) + 1);
  }

  refused(error: string): void {
    this.calls++;
    this.refusals.set(error, (this.refusals.get(error) ?? 0) + 1);
  }

  saw(sights: readonly Sight[]): void {
    for (const sight of sights) this.sights.set(sight, (this.sights.get(sight) ?? 0) + 1);
  }

  /** The figures, the rarest last. */
  toString(): string {
    return [table("allowed", this.successes), table("refused", this.refusals), table("seen", this.sights)].join("\n");
  }

  get allowed(): number {
    return total(this.successes);
  }
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function table(title: string, counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return [`${total(counts)} ${title}`, ...rows.map(([name, count]) => `${String(count).padStart(8)}  ${name}`)].join(
    "\n",
  );
}
