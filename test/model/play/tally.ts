/** How often which calls succeeded, and what they were refused with. */
export class Tally {
  calls = 0;
  readonly successes = new Map<string, number>();
  readonly refusals = new Map<string, number>();

  succeeded(operation: string): void {
    this.calls++;
    this.successes.set(operation, (this.successes.get(operation) ?? 0) + 1);
  }

  refused(error: string): void {
    this.calls++;
    this.refusals.set(error, (this.refusals.get(error) ?? 0) + 1);
  }

  /** The figures, the rarest last. */
  toString(): string {
    return [table("allowed", this.successes), table("refused", this.refusals)].join("\n");
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
