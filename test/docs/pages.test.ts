import { expect } from "chai";
import { allCommands } from "../helpers/commands.js";
import { type Block, readExamples } from "./stories/page.js";
import { commandsIn, parseOnly } from "./stories/parsing.js";
import { runProgram } from "./stories/program.js";
import {
  consortiumFile,
  deployedContract,
  networkFile,
  passwordFile,
  runningNetwork,
  threeNodes,
} from "./stories/settings.js";
import { runShell, STEPS } from "./stories/shell.js";
import { openSandbox, type Sandbox } from "./stories/sandbox.js";

/** Each page is a story on a network of its own, which is so far when it begins. */
const PAGES: Readonly<Record<string, (sandbox: Sandbox) => void | Promise<void>>> = {
  "README.md": threeNodes,
  "docs/network-admin.md": threeNodes,
  "docs/org-admin.md": runningNetwork,
  "docs/deciding.md": runningNetwork,
  "docs/contracts.md": deployedContract,
  "docs/guardian.md": networkFile,
  "docs/auditor.md": runningNetwork,
  "docs/library.md": runningNetwork,
  "docs/halted-network.md": runningNetwork,
  "docs/reaching-nodes.md": runningNetwork,
  "docs/consortium.md": consortiumFile,
  "docs/certificates.md": passwordFile,
};

const ofKind = (examples: readonly Block[], language: string, ...marks: string[]): Block[] =>
  examples.filter((each) => each.language === language && marks.includes(each.mark));

async function live(page: string, begin: (sandbox: Sandbox) => void | Promise<void>): Promise<void> {
  const examples = readExamples(page);
  const sandbox = await openSandbox();
  try {
    await begin(sandbox);
    await runShell(page, ofKind(examples, "sh", "", ...Object.keys(STEPS)), sandbox);
    const programs = ofKind(examples, "ts", "");
    if (programs.length > 0) await runProgram(page, programs, sandbox);
  } finally {
    await sandbox.stop();
  }
}

describe("The examples of", function () {
  this.timeout(600_000);

  let lives: Record<string, Promise<PromiseSettledResult<void>[]>>;

  // All at once: they mostly wait for processes to start.
  before(() => {
    const begun = Object.entries(PAGES).map(
      ([page, begin]) => [page, Promise.allSettled([live(page, begin)])] as const,
    );
    lives = Object.fromEntries(begun);
  });

  for (const page of Object.keys(PAGES)) {
    it(`${page} work, and print what it says`, async () => {
      const [result] = (await lives[page]) ?? [];
      if (result?.status === "rejected") throw result.reason;
    });

    it(`${page} that no test can run are commands that exist`, async () => {
      const lines = ofKind(readExamples(page), "sh", "parsed").flatMap(({ text }) => commandsIn(text));
      for (const line of lines) await parseOnly(line);
    });
  }

  it("all pages show every command", async () => {
    const shown = Object.keys(PAGES).flatMap((page) => readExamples(page).flatMap(({ text }) => commandsIn(text)));
    const missing = (await allCommands()).filter(({ name }) => !shown.some((line) => `${line} `.includes(` ${name} `)));
    expect(missing.map(({ name }) => name)).to.deep.equal([]);
  });
});
