import { readConsortium } from "../../consortium/read/read-consortium.js";
import { refusal } from "../../errors/refusal.js";
import { writeReading } from "../../nodejs/consortium-files.js";
import { consortiumInputs } from "../../nodejs/consortium-inputs.js";
import { command } from "../command.js";
import { printAnswer } from "../json/print-answer.js";
import { print } from "../output.js";
import { confirm } from "../questions.js";
import { showReading, showWritten } from "../show/consortium-reading.js";
import { fileName, flag, many, optional } from "../specs.js";

export const read = command(
  {
    name: "consortium read",
    does: "Read files of ChainMaker, FISCO BCOS, GoQuorum or Besu, say what becomes of each value, and write a consortium file, and a policy file for each group that has policies.",
    args: {
      files: { ...many(fileName("files, or folders that tools for GoQuorum and Besu have written")), required: true },
    },
    options: {
      out: optional(
        fileName("consortium file to write, with what is missing marked; policy files are written beside it"),
      ),
      yes: flag("the indentation that was found for a file is right"),
      json: flag("print JSON"),
    },
    examples: ["consortium read bc.yml chainmaker.yml", "consortium read mchain.ini mgroup.ini --out consortium.yaml"],
  },
  async ({ files = [], out, yes, json }) => {
    const { sources, skipped } = consortiumInputs(files);
    const reading = readConsortium(sources);
    if (!json) print(showReading(reading, skipped));
    if (out !== undefined && !yes && reading.files.some(({ recovered }) => recovered !== null))
      await requireRightIndentation();
    const policyFiles = out === undefined ? new Map<string, string>() : writeReading(out, reading);
    if (json) {
      const policies = reading.policies.map((each) => ({ ...each, out: policyFiles.get(each.group) ?? null }));
      const { gaps, notes, text } = reading;
      printAnswer("consortium read", { files: reading.files, skipped, gaps, notes, policies, text, out: out ?? null });
    } else if (out !== undefined || reading.policies.length > 0)
      print(`\n${showWritten(out, reading.policies, policyFiles)}`);
  },
);

/** What the tools make of a text without indentation is right only if its author says so. */
async function requireRightIndentation(): Promise<void> {
  const question = { ask: "Is the indentation right?", verb: "write it", otherwise: "leave out --out to look only" };
  if (!(await confirm(question))) throw refusal("CANCELLED", { cause: "notWritten" });
}
