import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { programFile } from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";
import { hasTerminals, onTerminal } from "../helpers/terminal.js";

const TAB = "\t";
const TO_BEGINNING = "\u0001";
const DROP_LINE = "\u0015";
const ENTER = "\r";

/** In a bash without the package bash-completion, where `portcullis` is the program and nothing else. */
describe("the completion in bash", function () {
  this.timeout(120_000);

  let directory: string;

  before(function () {
    if (!hasTerminals()) this.skip();
    directory = makeScratch();
    const program = `'${process.execPath}' '${programFile()}'`;
    writeFileSync(
      inside("bashrc"),
      [
        "PS1='ready> '",
        `cd '${directory}'`,
        `portcullis() { ${program} "$@"; }`,
        // Twice, as whoever reads ~/.bashrc again.
        "source <(portcullis completion bash)",
        "source <(portcullis completion bash)",
        "",
      ].join("\n"),
    );
  });
  after(() => {
    if (hasTerminals()) removeScratch(directory);
  });

  const inside = (name: string): string => path.join(directory, name);

  async function press(keys: string): Promise<string> {
    const bash = `bash --noprofile --rcfile '${inside("bashrc")}' -i`;
    const { screen } = await onTerminal(bash, { TERM: "dumb" }, [
      { after: /ready> /, type: `${keys}${ENTER}exit${ENTER}` },
    ]);
    return screen;
  }

  /** What the line has become after TAB: instead of running it, bash prints its words. */
  async function completed(line: string): Promise<string[]> {
    const screen = await press(`${line}${TAB}${TO_BEGINNING}printf '<%s>\\n' `);
    return [...screen.matchAll(/^<(.*)>\r?$/gm)].map(([, word = ""]) => word);
  }

  it("completes a noun, a verb and an option", async () => {
    expect(await completed("portcullis prof")).to.deep.equal(["portcullis", "profile"]);
    expect(await completed("portcullis node dea")).to.deep.equal(["portcullis", "node", "deactivate"]);
    expect(await completed("portcullis node list --sta")).to.deep.equal(["portcullis", "node", "list", "--status"]);
  });

  it("completes a value after what bash takes apart", async () => {
    const before = ["portcullis", "node", "list", "--network", "http://127.0.0.1:22000"];
    expect(await completed(`${before.join(" ")} --status appr`)).to.deep.equal([...before, "--status", "approved"]);
    expect(await completed(`${before.join(" ")} --status=appr`)).to.deep.equal([...before, "--status=approved"]);
  });

  it("completes the name of a file, and quotes it, where one is wanted and nowhere else", async () => {
    writeFileSync(inside("my network.yaml"), "");
    expect(await completed("portcullis deploy my")).to.deep.equal(["portcullis", "deploy", "my network.yaml"]);
    expect(await completed("portcullis deploy 'my n")).to.deep.equal(["portcullis", "deploy", "my network.yaml"]);
    expect(await completed("portcullis status --config my")).to.include("my network.yaml");
    expect(await completed("portcullis status my")).to.deep.equal(["portcullis", "status", "my"]);
  });

  it("runs nothing of what was typed", async () => {
    for (const typed of ["$(touch ran)", "`touch ran`", '"$(touch ran)"', "'x;touch ran'"]) {
      await press(`portcullis node show ${typed} --js${TAB}${DROP_LINE}`);
      expect(existsSync(inside("ran")), typed).to.equal(false);
    }
  });
});
