import { rmSync } from "node:fs";
import { makeScratch } from "../../tools/shared/scratch.js";
import { gethVersion } from "./geth.js";

/** What is tried on GoQuorum nodes, chapter by chapter. */
interface Told<T> {
  title: string;
  /** For each step, in milliseconds. */
  timeout: number;
  begin: (directory: string) => Promise<T>;
  chapters: Readonly<Record<string, (subject: () => T) => void>>;
  /** The last lines that the nodes have logged. */
  tails: (subject: T) => string;
  end: (subject: T) => Promise<void>;
}

/** Each step stands on those before it, so the first failure ends it, and all is kept. Mocha's bail would count any other failure. */
export function stepByStep<T>({ title, timeout, begin, chapters, tails, end }: Told<T>): void {
  describe(title, function () {
    this.timeout(timeout);

    let directory: string;
    let subject: T | undefined;
    let failed = false;

    before(async () => {
      console.log(`    ${await gethVersion()}`);
      directory = makeScratch();
      subject = await begin(directory);
    });

    beforeEach(function () {
      if (failed) this.skip();
    });

    afterEach(function () {
      if (this.currentTest?.state !== "failed") return;
      failed = true;
      console.log(`${subject === undefined ? "" : tails(subject)}\nAll is in ${directory}.`);
    });

    after(async () => {
      if (subject === undefined) return;
      await end(subject);
      if (!failed) rmSync(directory, { recursive: true, force: true });
    });

    for (const [name, chapter] of Object.entries(chapters)) {
      describe(name, () => {
        chapter(() => subject ?? missing(title));
      });
    }
  });
}

function missing(title: string): never {
  throw new Error(`It has not begun: ${title}.`);
}
