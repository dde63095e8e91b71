import { AssertionError } from "chai";

/** What the runs of a test that breaks things have lost: one that ends in another state than the others, sends something
 *  twice or leaves half a file has lost something. */
export class LossReport {
  private readonly found: Error[] = [];

  /** A run that is not as it must be counts as a loss. The test goes on, so that all of them are counted. */
  async judge(judgement: () => unknown): Promise<void> {
    try {
      await judgement();
    } catch (error) {
      if (!(error instanceof AssertionError)) throw error;
      this.found.push(error);
    }
  }

  /** Prints what was done and what it lost, for whoever wants to know how much it was. With any loss the test fails. */
  report(what: string, done: Readonly<Record<string, number>>): void {
    const figures = Object.entries({ ...done, losses: this.found.length });
    const words = figures.map(([name, count]) => `${count.toLocaleString("en")} ${name}`);
    console.log(`      ${what}: ${words.join(", ")}`);
    for (const { message } of this.found) console.log(`        lost: ${message}`);
    const [first] = this.found;
    if (first !== undefined) throw first;
  }
}
