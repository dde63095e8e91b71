import { GETH } from "./geth.js";
import { certifying } from "./star/certifying.js";
import { deciding } from "./star/deciding.js";
import { founding } from "./star/founding.js";
import { joining } from "./star/joining.js";
import { losing } from "./star/losing.js";
import { moving } from "./star/moving.js";
import { Star } from "./star/star.js";
import { stepByStep } from "./step-by-step.js";

const CHAPTERS = { founding, deciding, certifying, joining, losing, moving };

if (GETH === "") {
  describe("a star of agencies with GoQuorum nodes", () => {
    it("skipped: PORTCULLIS_GETH names no GoQuorum geth", function () {
      this.skip();
    });
  });
} else
  stepByStep({
    title: "a star of agencies with GoQuorum nodes",
    timeout: 600_000,
    begin: (directory) => Star.begin(directory),
    chapters: CHAPTERS,
    tails: ({ all }) => all.map((agency) => agency.tails()).join("\n"),
    end: async ({ all }) => {
      for (const agency of all) await agency.stop();
    },
  });
