import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { COMMAND_AREAS } from "../../src/cli/command-registry.js";
import { offersFor } from "../../src/cli/offers.js";
import { buildProgram } from "../../src/cli/program.js";
import { runCommand } from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";
import { allCommands } from "../helpers/commands.js";

/** What the scripts of the shells take for the names of files, and for nothing else than the words above. */
const [FILES, NO_FILES] = [":0", ":4"];

/** What is offered after these words, without what is said about it, and at last whether files are. */
async function answered(words: readonly string[], environment?: NodeJS.ProcessEnv): Promise<string[]> {
  const { code, stdout, stderr } = await runCommand(["complete", "--", ...words], environment && { environment });
  expect([code, stderr]).to.deep.equal([0, ""]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "");
}

/** The same where no files are. */
async function offered(...words: string[]): Promise<string[]> {
  const all = await answered(words);
  expect(all.pop()).to.equal(NO_FILES);
  return all;
}

describe("the completion", function () {
  this.timeout(60_000);

  it("has a script for each shell, and none for others", async () => {
    for (const shell of ["bash", "zsh", "fish", "powershell"]) {
      const { code, stdout, stderr } = await runCommand(["completion", shell]);
      expect([code, stderr], shell).to.deep.equal([0, ""]);
      expect(stdout, shell).to.include("portcullis");
    }
    const { code, stdout, stderr } = await runCommand(["completion", "tcsh"]);
    expect([code, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(/'tcsh' is invalid .* Allowed choices are zsh, bash, fish, powershell\./);
  });

  it("says where the script goes", async () => {
    const { stdout } = await runCommand(["completion", "--help"]);
    expect(stdout).to.match(/^In ~\/\.bashrc: source <\(portcullis completion bash\)$/m);
  });

  it("offers every noun, the verbs of a noun, and the options of a verb", async () => {
    const [nouns, verbs, options] = await Promise.all([
      offered(""),
      offered("node", ""),
      offered("node", "deactivate", "--"),
    ]);
    expect(nouns).to.include.members(Object.values(COMMAND_AREAS).flatMap((area) => Object.keys(area)));
    const known = (await allCommands()).map(({ name }) => name.split(" ")).filter(([noun]) => noun === "node");
    expect(verbs).to.have.members(known.map(([, verb]) => verb));
    expect(options).to.include.members(["--network", "--from", "--dry-run", "--yes", "--json"]);
  });

  it("offers the words among which an argument or an option chooses, and no verbs after a verb that is none", async () => {
    expect(await offered("node", "list", "--status", "appr")).to.deep.equal(["approved"]);
    expect(await offered("node", "list", "--status=appr")).to.deep.equal(["approved"]);
    expect(await offered("rule", "set", "suspend")).to.deep.equal(["suspend-org"]);
    expect(await offered("node", "nosuch", "")).to.deep.equal([]);
  });

  it("offers files wherever one is wanted, and nowhere else", async () => {
    const wanted = [
      ["deploy", ""],
      ["deploy", "netw"],
      ["proposal", "submit", "one.json", ""],
      ["node", "list", "--config", ""],
      ["node", "list", "--config=here/"],
      ["check", "--nodes", "static-nodes.json", ""],
      ["transaction", "sign", "--yes", ""],
    ];
    const others = [
      ["node", "list", ""],
      ["deploy", "network.yaml", ""],
      ["deploy", "--network", ""],
      ["profile", "add", ""],
    ];
    for (const words of wanted) expect(await answered(words), words.join(" ")).to.deep.equal([FILES]);
    for (const words of others) expect(await answered(words), words.join(" ")).to.deep.equal([NO_FILES]);
  });

  it("offers files for every option that says so in the help", async () => {
    const program = await buildProgram(() => true);
    for (const { name, command } of await allCommands())
      for (const { long, flags } of command.options.filter(({ required }) => required)) {
        const { files } = await offersFor(program, [...name.split(" "), long ?? "", ""]);
        expect(files, `${name} ${flags}`).to.equal(/<(?:file|directory|path)(?:\.\.\.)?>/.test(flags));
      }
  });

  describe("of profiles", () => {
    let directory: string;

    before(() => {
      directory = makeScratch();
    });
    after(() => {
      removeScratch(directory);
    });

    it("offers those that are stored; none where they cannot be read", async () => {
      const environment = { XDG_CONFIG_HOME: directory };
      for (const name of ["production", "preview", "test"]) {
        const { code, stderr } = await runCommand(
          ["profile", "add", name, "--network", "http://127.0.0.1:9", "--chain", "1"],
          { environment },
        );
        expect(code, stderr).to.equal(0);
      }
      const all = ["preview", "production", "test", NO_FILES];
      expect(await answered(["status", "--profile", ""], environment)).to.deep.equal(all);
      expect(await answered(["status", "--profile=pro"], environment)).to.deep.equal(["production", NO_FILES]);
      expect(await answered(["profile", "remove", "pr"], environment)).to.deep.equal(all.toSpliced(2, 1));
      writeFileSync(path.join(directory, "portcullis", "profiles.json"), "{");
      expect(await answered(["profile", "show", ""], environment)).to.deep.equal([NO_FILES]);
    });
  });
});
