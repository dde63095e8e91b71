import { expect } from "chai";
import { COMMAND_AREAS } from "../../src/cli/command-registry.js";
import { allCommands } from "../helpers/commands.js";
import { runCommand } from "../../tools/shared/processes.js";

/** What is offered after these words, without what is said about it. */
async function offered(...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await runCommand(["complete", "--", ...words]);
  expect([code, stderr]).to.deep.equal([0, ""]);
  return stdout
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith(":"))
    .map((line) => line.split("\t")[0] ?? "");
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

  it("says what bash needs for it", async () => {
    const { stdout } = await runCommand(["completion", "--help"]);
    expect(stdout).to.match(/^bash needs the package bash-completion for it\.$/m);
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
});
