import path from "node:path";
import { command } from "../src/cli/command.js";
import { paint, print, thousands } from "../src/cli/output.js";
import { run } from "../src/cli/run-program.js";
import { table } from "../src/cli/show/table.js";
import { optional, text } from "../src/cli/specs.js";
import { readNetworkFile } from "../src/nodejs/network-files.js";
import * as daily from "./story/daily-work.js";
import { organisationsDecide } from "./story/deciding.js";
import { found, introduce, lookAround, writeConfig } from "./story/founding.js";
import * as orgs from "./story/organisations.js";
import { Teller } from "./story/teller.js";
import { implementationIsReplaced } from "./story/upgrading.js";

const EXAMPLE = path.join(import.meta.dirname, "../examples/four-nodes/network.yaml");

const CHAPTERS = [
  lookAround,
  orgs.orgJoins,
  orgs.subOrgIsAdded,
  daily.clerkGetsRole,
  daily.nodeIsDeactivated,
  daily.clerkIsBlacklisted,
  orgs.orgIsSuspended,
  orgs.orgIsRejected,
  daily.adminIsAppointed,
  organisationsDecide,
  implementationIsReplaced,
];

function showCosts(tell: Teller): void {
  const chapters = [...new Set(tell.ledger.map((line) => line.chapter))];
  const rows = chapters.map((chapter) => {
    const lines = tell.ledger.filter((line) => line.chapter === chapter);
    const gas = lines.reduce((sum, line) => sum + line.gas, 0);
    return [chapter, String(lines.length), thousands(gas)];
  });
  print(`\n${table(["chapter", "transactions", "gas"], rows)}`);
}

const story = command(
  {
    name: "story",
    does: "Run the life of a network in process.",
    options: { out: optional(text("where to write its files", "directory")) },
    examples: [],
  },
  async ({ out }) => {
    const directory = out ?? `build/story-${process.pid}`;
    const tell = new Teller();
    const file = readNetworkFile(EXAMPLE);
    print(paint("bold", "The life of a permissioned network, run in process\n"));
    introduce(tell, file);
    const stage = await found(tell, file, directory);
    writeConfig(stage, directory);
    for (const chapter of CHAPTERS) await chapter(stage);
    showCosts(tell);
    tell.end();
  },
);

process.exitCode = await run(() => story, process.argv.slice(2));
