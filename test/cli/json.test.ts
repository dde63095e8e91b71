import { expect } from "chai";
import * as z from "zod";
import { type AnswerName, ANSWERS } from "../../src/cli/json/answers.js";
import { CommandNetwork, type Person } from "../helpers/command-network.js";
import { allCommands } from "../helpers/commands.js";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";

describe("what is printed with --json", function () {
  this.timeout(120_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin, newcomer } = network.people;
    await network.propose(admin1, `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`);
    await network.voteFor(1, admin2);
    await network.act(orgAdmin, "org add-sub ORG1 SUB1");
    await network.propose(admin1, `admin propose ORG1 ${newcomer.address}`);
  });

  after(() => network.stop());

  function requireShape(command: AnswerName, value: unknown): void {
    const { error } = ANSWERS[command].safeParse(value);
    expect(error === undefined ? "" : z.prettifyError(error), command).to.equal("");
  }

  it("is known of every command that has it", async () => {
    const having = (await allCommands()).filter(({ command }) => command.options.some(({ long }) => long === "--json"));
    const answered = new Set(Object.keys(ANSWERS).map((name) => name.replace(/ --.*/, "")));
    expect(having.map(({ name }) => name)).to.have.members([...answered]);
  });

  it("has its shape for every command that only looks", async () => {
    const { admin1, admin2 } = network.people;
    const lines: [command: AnswerName, rest?: string, who?: Person][] = [
      ["status"],
      ["inbox", "", admin2],
      ["org list"],
      ["org show", "ORG1"],
      ["node list"],
      ["node show", enodeIdOf("b1")],
      ["account list"],
      ["account show", admin1.address],
      ["role list"],
      ["contract list"],
      ["role show", "ADMINORG ADMIN"],
      ["admin list"],
      ["admin show", admin1.address],
      ["policy list"],
      ["policy show", "add-org"],
      ["proposal list", "--all"],
      ["proposal show", "2"],
      ["guardian show"],
      ["can send", admin1.address],
      ["node-lists org-list"],
      ["node-lists org-details", "ORG1"],
      ["check"],
    ];
    await Promise.all(
      lines.map(async ([command, rest = "", who]) => {
        const value = await network.json(`${command} ${rest}`, who);
        expect(value, command).to.not.deep.equal([]);
        requireShape(command, value);
      }),
    );
    for (const [command, about] of [
      ["can send", network.people.clerk.address],
      ["can connect", enodeUrl("b9", 1)],
      ["can decide", `add-org ${network.people.clerk.address}`],
    ] as const) {
      requireShape(command, JSON.parse(await network.readNo(`${command} ${about} --json`)));
    }
    const history = (await network.read("history --json")).trim().split("\n");
    for (const line of history) requireShape("history", JSON.parse(line));
  });

  it("has its shape for commands that send, and after a rehearsal of them; talk stays on stderr", async () => {
    const { admin1, admin2, guardian, orgAdmin } = network.people;
    const file = `${network.directory}/network.json`;
    const vote = `${network.directory}/vote.json`;
    const lines: [command: AnswerName, rest: string, who: Person][] = [
      ["role add", "ORG1 CLERK --access full --dry-run", orgAdmin],
      ["role add", "ORG1 CLERK --access full --yes", orgAdmin],
      ["rule set", "add-org all --dry-run", admin1],
      ["rule set", "add-org all --yes", admin1],
      ["setting set", "ip-check off --without-vote --yes", admin1],
      ["proposal sign", `2 --out ${vote} --yes`, admin2],
      ["proposal submit", `${vote} ${file} --dry-run`, orgAdmin],
      ["upgrade --deploy-only", "--dry-run", admin1],
      ["upgrade", "--dry-run", guardian],
      ["upgrade", "--yes", guardian],
      ["deploy --dry-run", `${file} --out ${network.directory}/second`, guardian],
      ["deploy", `${file} --out ${network.directory}/second --without-boot --yes`, guardian],
      ["boot --dry-run", `${file} --config ${network.directory}/second/permission-config.json`, guardian],
      ["boot", `${file} --config ${network.directory}/second/permission-config.json --yes`, guardian],
    ];
    for (const [command, rest, who] of lines) {
      const { code, stdout, stderr } = await network.run(`${command} ${rest} --json`, who);
      expect(code, stderr).to.equal(0);
      expect(stderr).to.not.equal("");
      requireShape(command, JSON.parse(stdout));
    }
  });
});
