import { expect } from "chai";
import { CommandNetwork } from "../helpers/command-network.js";
import { allCommands } from "../helpers/commands.js";
import { accounts } from "./life/accounts.js";
import { audit } from "./life/audit.js";
import { certificates } from "./life/certificates.js";
import { contracts } from "./life/contracts.js";
import { consortium } from "./life/consortium.js";
import { elsewhere } from "./life/elsewhere.js";
import { groups } from "./life/groups.js";
import { guardian } from "./life/guardian.js";
import { nodes } from "./life/nodes.js";
import { organisations } from "./life/organisations.js";
import { setup } from "./life/setup.js";
import { star } from "./life/star.js";
import { votes } from "./life/votes.js";

describe("the commands, in the order of a network's life", function () {
  this.timeout(120_000);
  // What follows builds on what went before.
  this.bail(true);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
  });

  after(() => network.stop());

  for (const chapter of [
    organisations,
    nodes,
    accounts,
    contracts,
    certificates,
    elsewhere,
    votes,
    guardian,
    audit,
    setup,
    consortium,
    star,
    groups,
  ])
    chapter(() => network);

  it("emergency, proposal veto, org end-suspension: refused where nothing allows them", async () => {
    const { admin1 } = network.people;
    expect(await network.read("emergency list")).to.match(/^policy +forbidden/m);
    const account = admin1.address;
    for (const line of [
      "emergency org ORG1",
      `emergency account ${account}`,
      `emergency node ${"0".repeat(8)}`,
      "emergency admissions",
      `emergency end ${"0".repeat(8)}`,
      "proposal veto 1",
      "org end-suspension ORG1",
    ])
      expect((await network.run(`${line} --yes`, admin1)).code, line).to.equal(1);
  });

  // Mocha runs a suite's own tests before those of suites in it, such as some chapters have.
  describe("all of these", () => {
    it("leave none out", async () => {
      const wasRun = ({ name }: { name: string }): boolean =>
        network.lines.some((line) => `${line} `.startsWith(`${name} `));
      const missing = (await allCommands()).filter((each) => !wasRun(each)).map(({ name }) => name);
      expect(missing, "commands without a test").to.deep.equal([]);
    });
  });
});
