import { rmSync } from "node:fs";
import { makeScratch } from "../../tools/shared/scratch.js";
import { CONSENSUS, type ConsensusName } from "./consensus.js";
import { GETH, gethVersion } from "./geth.js";
import { accounts } from "./life/accounts.js";
import { attacks } from "./life/attacks.js";
import { deciding } from "./life/deciding.js";
import { emergencies } from "./life/emergencies.js";
import { ending } from "./life/ending.js";
import { founding } from "./life/founding.js";
import { halting } from "./life/halting.js";
import { joining } from "./life/joining.js";
import { moving } from "./life/moving.js";
import { nodes } from "./life/nodes.js";
import { policies } from "./life/policies.js";
import { suspension } from "./life/suspension.js";
import { traffic } from "./life/traffic.js";
import { upgrading } from "./life/upgrading.js";
import { Consortium } from "./consortium.js";

const CHAPTERS = {
  founding,
  joining,
  accounts,
  suspension,
  traffic,
  nodes,
  deciding,
  policies,
  emergencies,
  upgrading,
  moving,
  attacks,
  halting,
  ending,
};

if (GETH === "") {
  describe("a network of GoQuorum nodes", () => {
    it("skipped: PORTCULLIS_GETH names no GoQuorum geth", function () {
      this.skip();
    });
  });
} else {
  for (const consensus of Object.keys(CONSENSUS) as ConsensusName[]) live(consensus);
}

/** Each step stands on those before it, so the first failure ends the life. Mocha's bail would count any other failure. */
function live(consensus: ConsensusName): void {
  describe(`the life of a network of GoQuorum nodes with ${consensus}`, function () {
    this.timeout(300_000);

    let directory: string;
    let consortium: Consortium | undefined;
    let failed = false;

    before(async () => {
      console.log(`    ${await gethVersion()}`);
      directory = makeScratch();
      consortium = await Consortium.begin(consensus, directory);
    });

    beforeEach(function () {
      if (failed) this.skip();
    });

    afterEach(function () {
      if (this.currentTest?.state !== "failed") return;
      failed = true;
      console.log(`${consortium?.nodes.tails(40) ?? ""}\nThe logs are in ${directory}.`);
    });

    after(async () => {
      await consortium?.nodes.stop();
      if (consortium !== undefined && !failed) rmSync(directory, { recursive: true, force: true });
    });

    for (const [name, chapter] of Object.entries(CHAPTERS)) {
      describe(name, () => {
        chapter(() => consortium ?? missing());
      });
    }
  });
}

function missing(): never {
  throw new Error("The network has not begun.");
}
