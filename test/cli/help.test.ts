import { expect } from "chai";
import type { Command } from "commander";
import { run } from "../../src/cli/run-program.js";
import { COMMAND_AREAS } from "../../src/cli/command-registry.js";
import { buildProgram } from "../../src/cli/program.js";
import { MEANT } from "../../src/cli/unknown-command.js";
import { VERSION } from "../../src/cli/version.js";
import { wordsOf } from "../helpers/command-network.js";
import { allCommands, leavesOf } from "../helpers/commands.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import { runCommand } from "../../tools/shared/processes.js";

/** What a command writes when it is asked for help: its help and what stands after it. */
function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({ writeOut: (written) => (text += written) });
  command.outputHelp();
  return text;
}

/** What stands after "$ portcullis" in a help. */
function examplesIn(help: string): string[] {
  const whole = help.replaceAll(/ \\\n +/g, " ").replaceAll("$ENODE", enodeUrl("c3", 21_000));
  return [...whole.matchAll(/^ {2}\$ portcullis (.+)$/gm)].map(([, line = ""]) => line);
}

/** The name of the command that would run, which does nothing here. */
async function parsed(line: string): Promise<string | undefined> {
  let ran: string | undefined;
  const program = await buildProgram(() => true);
  for (const { name, command } of leavesOf(program, [])) command.action(() => void (ran = name));
  expect(await run(() => program, wordsOf(line)), line).to.equal(0);
  return ran;
}

describe("the help", function () {
  this.timeout(60_000);

  it("explains every command in one sentence or more, with examples of this command", async () => {
    for (const { name, command } of await allCommands()) {
      expect(command.description(), name).to.match(/^[A-Z].*\.$/);
      const examples = examplesIn(helpOf(command));
      expect(examples, name).to.not.deep.equal([]);
      for (const line of examples) expect(await parsed(line), line).to.equal(name);
    }
  });

  it("explains every argument and every option", async () => {
    for (const { name, command } of await allCommands()) {
      const about = [...command.registeredArguments, ...command.options].map(({ description }) => description);
      expect(about, name).to.not.include("");
    }
  });

  it("begins with commands that exist", async () => {
    const examples = examplesIn(helpOf(await buildProgram(() => false)));
    expect(examples.length).to.be.greaterThan(1);
    for (const line of examples) expect(await parsed(line), line).to.equal(wordsOf(line)[0]);
  });

  it("names every noun with what it is about, and loads each under its name", async () => {
    const help = helpOf(await buildProgram(() => false));
    for (const nouns of Object.values(COMMAND_AREAS)) {
      for (const [name, { does, load }] of Object.entries(nouns)) {
        expect(help).to.match(new RegExp(`^ {2}${name} +${does.replaceAll(/[()]/g, "\\$&").slice(0, 40)}`, "m"));
        expect((await load()).default.name()).to.equal(name);
      }
    }
  });

  it("fits into 80 columns", async () => {
    const program = await buildProgram(() => true);
    const nouns = program.commands.map((command) => ({ name: command.name(), command }));
    for (const { name, command } of [{ name: "all", command: program }, ...nouns, ...(await allCommands())]) {
      for (const line of helpOf(command).split("\n")) expect(line.length, `${name}: ${line}`).to.be.at.most(80);
    }
  });

  it("comes where people ask for it with a word", async () => {
    const rows = [
      ["help", "--help"],
      ["help org", "org --help"],
      ["help org list", "org list --help"],
      ["org help", "org --help"],
      ["org help list", "org list --help"],
      ["help approve", "proposal approve --help"],
    ];
    for (const [line = "", same = ""] of rows) {
      const [asked, usual] = await Promise.all([line, same].map((each) => runCommand(wordsOf(each))));
      expect(asked, line).to.deep.equal(usual);
      expect(asked?.code).to.equal(0);
    }
  });

  it("tells what looks, what changes something at once, and what starts a vote", async () => {
    const program = await buildProgram(() => true);
    const sectionOf = new Map<string, string>();
    for (const noun of program.commands) {
      for (const each of noun.commands) sectionOf.set(`${noun.name()} ${each.name()}`, each.helpGroup());
    }
    expect(sectionOf.get("org list")).to.equal("Look:");
    expect(sectionOf.get("org suspend")).to.equal("Start a vote:");
    expect(sectionOf.get("account suspend")).to.equal("Change at once, or by vote where a policy says so:");
    for (const [name, section] of sectionOf) {
      const command = program.commands.find((each) => each.name() === name.split(" ")[0]);
      const does = command?.commands.find((each) => each.name() === name.split(" ")[1])?.description() ?? "";
      if (section === "Start a vote:") expect(does, name).to.match(/^Propose /);
    }
  });

  it("takes the words that people type: ls for list, suspend and activate of whatever can be", async () => {
    for (const noun of ["org", "node", "account", "role", "admin", "proposal"]) {
      expect(await parsed(`${noun} ls`), noun).to.equal(`${noun} list`);
    }
    expect(await parsed("node suspend 0123abcd")).to.equal("node deactivate");
    expect(await parsed("org activate ORG1")).to.equal("org restore");
    expect(await parsed("account add ORG1 0x0fbdc686b912d7722dc86510934589e0aaf3b55a CLERK")).to.equal(
      "account assign",
    );
  });

  it("says which command is meant by a word that is none", async () => {
    const rows = [
      ["vote 7", "portcullis inbox, or portcullis proposal approve, or portcullis proposal reject"],
      ["add node", "portcullis node add"],
      ["add org", "portcullis org propose, or portcullis org add-sub"],
      ["list org", "portcullis org list"],
      ["ls node", "portcullis node list"],
      ["org add", "portcullis org propose, or portcullis org add-sub"],
      ["admin add", "portcullis admin propose"],
      ["account remove", "portcullis account release, or portcullis account suspend"],
      ["node delete", "portcullis node release, or portcullis node deactivate"],
      ["delete node 0123abcd", "portcullis node release, or portcullis node deactivate"],
      ["role rm", "portcullis role remove"],
      ["org create", "portcullis org propose, or portcullis org add-sub"],
      ["profile update production", "portcullis profile remove, or portcullis profile add"],
      ["profile edit production", "portcullis profile remove, or portcullis profile add"],
      ["edit profile", "portcullis profile remove, or portcullis profile add"],
      ["node change", "portcullis node move"],
      ["account modify", "portcullis account assign"],
      ["cert create", "portcullis cert request, or portcullis cert root"],
      ["certificate", "portcullis cert show, or portcullis cert request, or portcullis cert issue"],
      ["guardian change", "portcullis guardian transfer"],
      ["rule update", "portcullis rule set"],
      ["setting change", "portcullis setting set"],
      [
        "create",
        "portcullis node add, or portcullis account assign, or portcullis role add, or portcullis org propose, or portcullis admin propose",
      ],
    ];
    const outcomes = await Promise.all(rows.map(([line = ""]) => runCommand(wordsOf(line))));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      expect([code, stdout]).to.deep.equal([2, ""]);
      expect(stderr).to.include(`(Did you mean ${rows[index]?.[1] ?? ""}?)`);
    }
  });

  it("is not that of all where it is asked of a word that is no command", async () => {
    const rows = [
      ["nosuch --help", "nosuch"],
      ["help nosuch", "nosuch"],
      ["org nosuch -h", "org nosuch"],
      ["org help nosuch", "org nosuch"],
      ["orgs --help", "orgs"],
      ["node lst --network http://127.0.0.1:1 --help", "node lst"],
      ["add node --help", "add node"],
      ["vote 7 --help", "vote 7"],
    ];
    for (const [line = "", same = ""] of rows) {
      const [asked, usual] = await Promise.all([line, same].map((each) => runCommand(wordsOf(each))));
      expect(asked, line).to.deep.equal(usual).and.to.include({ code: 2, stdout: "" });
    }
  });

  it("suggests a command for two words of which the first is one that takes a file", async () => {
    for (const line of ["check package", "check package nodes/node1", "check package --json"]) {
      const { code, stdout, stderr } = await runCommand(wordsOf(line));
      expect([code, stdout], line).to.deep.equal([2, ""]);
      expect(stderr).to.equal(
        "error: unknown command 'check package'\n(Did you mean portcullis consortium check-package?)\n",
      );
    }
    const { stderr } = await runCommand(["check", "./package"]);
    expect(stderr).to.not.include("unknown command");
  });

  it("says no more than that a word is unknown where nothing is near", async () => {
    const rows = [
      ["fly", "fly away"],
      ["fly", "fly node"],
      ["constructor", "constructor"],
      ["constructor", "org constructor"],
    ];
    for (const [word = "", line = ""] of rows) {
      const { code, stderr } = await runCommand(wordsOf(line));
      expect([code, stderr], line).to.deep.equal([2, `error: unknown command '${word}'\n`]);
    }
  });

  it("takes approve and reject without proposal", async () => {
    for (const verb of ["approve", "reject"]) {
      const [short, long] = await Promise.all([verb, `proposal ${verb}`].map((each) => runCommand(wordsOf(each))));
      expect(short, verb).to.deep.equal(long);
      expect(short?.stderr).to.include("missing required argument 'id'");
    }
  });

  it("names only commands that there are", async () => {
    const names = (await allCommands()).map(({ name }) => name);
    for (const meant of [...MEANT.values()].flat()) expect(names).to.include(meant);
  });

  it("comes on standard output with exit code 0, for all and for one; the version as well", async () => {
    const lines = ["--help", "-h", "org --help", "org propose --help", "status -h"];
    const outcomes = await Promise.all(lines.map((line) => runCommand(wordsOf(line))));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      expect([code, stderr], lines[index]).to.deep.equal([0, ""]);
      expect(stdout, lines[index]).to.match(/^Usage: portcullis /);
    }
    const versions = await Promise.all(["--version", "-v"].map((word) => runCommand([word])));
    for (const each of versions) expect(each).to.include({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });

  it("is shown on standard error with exit code 2 where a command is missing", async () => {
    const outcomes = await Promise.all([[], ["org"]].map((words) => runCommand(words)));
    for (const { code, stdout, stderr } of outcomes) {
      expect([code, stdout]).to.deep.equal([2, ""]);
      expect(stderr).to.match(/^Usage: portcullis /);
    }
  });

  it("suggests the nearest noun and the nearest verb", async () => {
    const rows = [
      ["orgs", "portcullis org"],
      ["acount list", "portcullis account"],
      ["proposals", "portcullis proposal"],
      ["node lst", "portcullis node list"],
      ["proposal aprove 7", "portcullis proposal approve"],
      ["stat", "portcullis status"],
      ["prop", "portcullis proposal"],
      ["org sus ORG1", "portcullis org suspend"],
      ["node prop", "portcullis node propose-release"],
    ];
    const outcomes = await Promise.all(rows.map(([line = ""]) => runCommand(wordsOf(line))));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      expect([code, stdout]).to.deep.equal([2, ""]);
      expect(stderr)
        .to.match(/^error: unknown command '.*'\n/)
        .and.to.include(`(Did you mean ${rows[index]?.[1] ?? ""}?)`);
    }
  });
});
