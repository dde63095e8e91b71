import { expect } from "chai";
import type { Command } from "commander";
import { run } from "../../src/cli/run-program.js";
import { COMMAND_AREAS } from "../../src/cli/command-registry.js";
import { buildProgram } from "../../src/cli/program.js";
import { VERSION } from "../../src/cli/version.js";
import { wordsOf } from "../helpers/command-network.js";
import { allCommands, leavesOf } from "../helpers/commands.js";
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
  return [...help.matchAll(/^ {2}\$ portcullis (.+)$/gm)].map(([, line = ""]) => line);
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

  it("fits into the width of a page but for names that are long", async () => {
    for (const { name, command } of await allCommands()) {
      const [text = ""] = helpOf(command).split("\nExamples:");
      for (const line of text.split("\n")) expect(line.length, `${name}: ${line}`).to.be.lessThan(100);
    }
  });

  it("comes on standard output with exit code 0, for all and for one; the version as well", async () => {
    const lines = ["--help", "-h", "org --help", "org propose --help", "status -h"];
    const outcomes = await Promise.all(lines.map((line) => runCommand(wordsOf(line))));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      expect([code, stderr], lines[index]).to.deep.equal([0, ""]);
      expect(stdout, lines[index]).to.match(/^Usage: portcullis /);
    }
    const versions = await Promise.all(["--version", "-V"].map((word) => runCommand([word])));
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
      ["orgs", "org"],
      ["acount list", "account"],
      ["proposals", "proposal"],
      ["node lst", "list"],
      ["proposal aprove 7", "approve"],
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
