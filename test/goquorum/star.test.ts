import { rmSync } from "node:fs";
import { makeScratch } from "../../tools/shared/scratch.js";
import { GETH, gethVersion } from "./geth.js";
import { certifying } from "./star/certifying.js";
import { deciding } from "./star/deciding.js";
import { founding } from "./star/founding.js";
import { joining } from "./star/joining.js";
import { losing } from "./star/losing.js";
import { moving } from "./star/moving.js";
import { Star } from "./star/star.js";

const CHAPTERS = { founding, deciding, certifying, joining, losing, moving };

if (GETH === "") {
  describe("a star of agencies with GoQuorum nodes", () => {
    it("skipped: PORTCULLIS_GETH names no GoQuorum geth", function () {
      this.skip();
    });
  });
} else live();

/** Each step stands on those before it, so the first failure ends it. */
function live(): void {
  describe("a star of agencies with GoQuorum nodes", function () {
    this.timeout(600_000);

    let directory: string;
    let star: Star | undefined;
    let failed = false;

    before(async () => {
      console.log(`    ${await gethVersion()}`);
      directory = makeScratch();
      star = await Star.begin(directory);
    });

    beforeEach(function () {
      if (failed) this.skip();
    });

    afterEach(function () {
      if (this.currentTest?.state !== "failed") return;
      failed = true;
      console.log(`${star?.all.map((agency) => agency.tails()).join("\n") ?? ""}\nAll is in ${directory}.`);
    });

    after(async () => {
      for (const agency of star?.all ?? []) await agency.stop();
      if (!failed) rmSync(directory, { recursive: true, force: true });
    });

    for (const [name, chapter] of Object.entries(CHAPTERS)) {
      describe(name, () => {
        chapter(() => star ?? missing());
      });
    }
  });
}

function missing(): never {
  throw new Error("The star has not begun.");
}
