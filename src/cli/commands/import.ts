import { importRecords, type Imported } from "../../actions/import/import.js";
import type { ImportPlan } from "../../actions/import/plan.js";
import { gasPriceOf } from "../../chain/fees.js";
import { refusal } from "../../errors/refusal.js";
import { type ImportEntry, subjectOf } from "../../network/import-file.js";
import { readImportFile } from "../../nodejs/network-files.js";
import { command } from "../command.js";
import { openNetwork, openSigner } from "../connection.js";
import { ACCOUNT, ENODE } from "../examples.js";
import { goesOnAfterInterruption, type Keeper } from "../interruption.js";
import { printAnswer } from "../json/print-answer.js";
import { paint, print, say } from "../output.js";
import { createProgress } from "../progress.js";
import { confirm } from "../questions.js";
import { count } from "../show/table.js";
import { fileName } from "../specs.js";
import { gasTogether, whoAndWhere, WRITE_OPTIONS } from "../write-command.js";

const KINDS = ["role", "account", "node"] as const;

/** "2 roles and 1 node", with those of each kind that there are. */
function counted(entries: readonly ImportEntry[]): string {
  const counts = KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind).length] as const);
  const words = counts.flatMap(([kind, number]) => (number === 0 ? [] : [count(number, kind)]));
  return words.length === 0 ? "nothing" : words.join(", ").replace(/, ([^,]*)$/, " and $1");
}

function remainder(there: readonly ImportEntry[]): string {
  if (there.length === 0) return "nothing of the file is there yet";
  return `${counted(there)} ${there.length === 1 ? "is" : "are"} there already`;
}

function tell({ entry, outcome, error }: Imported): void {
  const colour = outcome === "added" ? "green" : outcome === "refused" || outcome === "not sent" ? "red" : "dim";
  const mark = paint(colour, outcome.padEnd(8));
  print(`${mark}  ${subjectOf(entry)}${entry.kind === "role" ? "" : ` in ${entry.org}`}`);
  if (error !== null) print(`          ${error.message}`);
}

function answerOf({ entry, outcome, done, error }: Imported) {
  const { kind, org } = entry;
  const name = kind === "node" ? entry.node.enodeId : kind === "role" ? entry.role : entry.account;
  const refused = error === null ? null : { code: error.code, message: error.message };
  return { kind, org, name, outcome, done, refused };
}

const FORMAT = `  roles:
    - { org: ORG1, role: CLERK, access: transfer+call, admin: false }
  accounts:
    - { org: ORG1, role: CLERK,
        account: "${ACCOUNT}" }
  nodes:
    - { org: ORG1, node: "${ENODE}" }`;

export default command(
  {
    name: "import",
    does: "Add the roles, accounts and nodes of a file, and leave alone what is there already. Admins of their organisations or above.",
    args: { file: fileName("YAML or JSON: lists of roles, accounts and nodes") },
    options: WRITE_OPTIONS,
    examples: ["import org1.yaml", "import org1.yaml --dry-run"],
    format: FORMAT,
  },
  async (given) => {
    const file = readImportFile(given.file);
    const network = await openNetwork(given, given.gasPrice);
    const signer = await openSigner(network.chain, given);
    const progress = createProgress();
    let keeper: Keeper | undefined;
    const approve = async ({ there, first, then, gas }: ImportPlan): Promise<boolean> => {
      progress.stop();
      const missing = [...first, ...then];
      say(paint("bold", `Add ${counted(missing)}; ${remainder(there)}.`, process.stderr));
      for (const line of whoAndWhere(network.chain, signer, given)) say(line);
      say(gasTogether(gas, missing.length, await gasPriceOf(network.chain)));
      const send =
        given.dryRun || given.yes || (await confirm({ ask: "Send them?", otherwise: "--dry-run to stop here" }));
      if (send && !given.dryRun) {
        keeper = goesOnAfterInterruption();
        progress.start("Waiting for the blocks");
      }
      return send;
    };
    const report = (imported: Imported): void => {
      progress.stop();
      if (!given.json) tell(imported);
    };
    try {
      progress.start("Reading the network");
      const all = await importRecords({ network, signer, dryRun: given.dryRun, approve, report }, file);
      if (given.dryRun) say("Nothing was sent.");
      if (given.json) printAnswer("import", all.map(answerOf));
      const refused = all.filter(({ outcome }) => outcome === "refused").length;
      if (refused > 0) throw refusal("IMPORT_INCOMPLETE", { refused, count: all.length });
    } finally {
      progress.stop();
      keeper?.end();
    }
  },
);
