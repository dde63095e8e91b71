import { checkConsortiumFile } from "../../consortium/check/check-consortium.js";
import { readConsortium } from "../../consortium/read/read-consortium.js";
import { refusal } from "../../errors/refusal.js";
import { readGroupGenesis, writeGenesis } from "../../nodejs/consortium-files.js";
import { consortiumInputs } from "../../nodejs/consortium-inputs.js";
import { fileAt, writeNew } from "../../nodejs/files.js";
import { command, group } from "../command.js";
import { printAnswer } from "../json/print-answer.js";
import { print } from "../output.js";
import { confirm } from "../questions.js";
import { showGenesis, showReading } from "../show/consortium.js";
import { printSections, sectionOf } from "../show/sections.js";
import { fileName, flag, many, optional, text } from "../specs.js";
import { answer, gather, invite, keys } from "./consortium-cards.js";
import { deployGroups } from "./consortium-deploy.js";
import { admit, inviteAgency } from "./consortium-joining.js";
import { checkPackages, compare, nodePackage } from "./consortium-packages.js";

const read = command(
  {
    name: "consortium read",
    does: "Read files of ChainMaker, FISCO BCOS, GoQuorum or Besu, say what becomes of each value, and write a consortium file.",
    args: {
      files: { ...many(fileName("files, or folders that tools for GoQuorum and Besu have written")), required: true },
    },
    options: {
      out: optional(fileName("consortium file to write, with what is missing marked")),
      yes: flag("the indentation that was found for a file is right"),
      json: flag("print JSON"),
    },
    examples: ["consortium read bc.yml chainmaker.yml", "consortium read mchain.ini mgroup.ini --out consortium.yaml"],
  },
  async ({ files = [], out, yes, json }) => {
    const { sources, skipped } = consortiumInputs(files);
    const reading = readConsortium(sources);
    if (!json) print(showReading(reading, skipped));
    if (out !== undefined) {
      if (!yes && reading.files.some(({ recovered }) => recovered !== null)) await requireRightIndentation();
      writeNew(out, reading.text);
      if (!json) print(`\n${out}`);
    }
    const { gaps, notes, text } = reading;
    if (json) printAnswer("consortium read", { files: reading.files, skipped, gaps, notes, text, out: out ?? null });
  },
);

/** What the tools make of a text without indentation is right only if its author says so. */
async function requireRightIndentation(): Promise<void> {
  const question = { ask: "Is the indentation right?", verb: "write it", otherwise: "leave out --out to look only" };
  if (!(await confirm(question))) throw refusal("CANCELLED", { cause: "notWritten" });
}

const check = command(
  {
    name: "consortium check",
    does: "Find everything that is wrong with a consortium file, before any of its nodes is started.",
    args: { file: fileName("the consortium file") },
    options: { json: flag("print JSON") },
    examples: ["consortium check consortium.yaml"],
  },
  ({ file, json }) => {
    const sections = [sectionOf(`The consortium file ${file}`, checkConsortiumFile(fileAt(file)))];
    printSections("consortium check", sections, { json });
    return Promise.resolve();
  },
);

const genesis = command(
  {
    name: "consortium genesis",
    does: "Make the genesis of a group: the same file for each agency, and the hashes by which they compare it. No secrets.",
    args: { file: fileName("the consortium file"), group: text("name of the group", "group") },
    options: { out: optional(fileName("genesis.json to write")), json: flag("print JSON") },
    examples: [
      "consortium genesis consortium.yaml group1",
      "consortium genesis consortium.yaml group1 --out genesis.json",
    ],
  },
  ({ file, group: name, out, json }) => {
    const made = readGroupGenesis(file, name);
    if (out !== undefined) writeGenesis(out, made);
    const { group, validators, hash, fileHash } = made;
    const { chainId, consensus } = group;
    const answer = { group: name, chainId, consensus, validators, hash, fileHash, file: out ?? null };
    if (json) printAnswer("consortium genesis", answer);
    else print(showGenesis(made, out));
    return Promise.resolve();
  },
);

export default group("consortium", "several networks that the same agencies run together", [
  read,
  check,
  invite,
  keys,
  answer,
  gather,
  genesis,
  compare,
  nodePackage,
  checkPackages,
  deployGroups,
  inviteAgency,
  admit,
]);
