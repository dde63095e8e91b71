import { CONSENSUS, type ConsensusName } from "./consensus.js";
import { GETH } from "./geth.js";
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
import { stepByStep } from "./step-by-step.js";

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
  for (const consensus of Object.keys(CONSENSUS) as ConsensusName[])
    stepByStep({
      title: `the life of a network of GoQuorum nodes with ${consensus}`,
      timeout: 300_000,
      begin: (directory) => Consortium.begin(consensus, directory),
      chapters: CHAPTERS,
      tails: ({ nodes }) => nodes.tails(40),
      end: ({ nodes }) => nodes.stop(),
    });
}
