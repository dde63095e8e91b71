import { checkConsortiumFile } from "../../consortium/check/check-consortium.js";
import { readGroupGenesis, writeGenesis } from "../../nodejs/consortium-files.js";
import { fileAt } from "../../nodejs/files.js";
import { command, group } from "../command.js";
import { printAnswer } from "../json/print-answer.js";
import { print } from "../output.js";
import { showGenesis } from "../show/consortium.js";
import { printSections, sectionOf } from "../show/sections.js";
import { fileName, flag, optional, text } from "../specs.js";
import { answer, gather, invite, keys } from "./consortium-cards.js";
import { deployGroups } from "./consortium-deploy.js";
import { admit, inviteAgency } from "./consortium-joining.js";
import { checkPackages, compare, nodePackage } from "./consortium-packages.js";
import { read } from "./consortium-read.js";

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
