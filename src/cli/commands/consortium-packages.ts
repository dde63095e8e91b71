import { compareGenesisFiles } from "../../nodejs/consortium-files.js";
import { checkPackage, writePackages } from "../../nodejs/package-files.js";
import { PASSWORD_OPTION } from "../certificate-options.js";
import { command } from "../command.js";
import { print, say } from "../output.js";
import { askPassword } from "../questions.js";
import { printSections, sectionOf } from "../show/sections.js";
import { fileName, flag, many, optional, text } from "../specs.js";

export const nodePackage = command(
  {
    name: "consortium package",
    does: "Write a folder for each process of an agency's nodes: genesis, lists, start script, systemd unit, manifest. No secrets.",
    args: { file: fileName("the consortium file"), agency: text("name of the agency", "agency") },
    options: {
      config: many(fileName("permission-config.json of the groups whose contracts are deployed")),
      tls: many(fileName("certificates of the nodes for TLS, each with those above it")),
      out: optional(fileName("directory for the folders (default: packages)", "directory")),
    },
    examples: [
      "consortium package consortium.yaml A",
      "consortium package consortium.yaml A --config group1/permission-config.json group2/permission-config.json",
    ],
  },
  ({ file, agency, config, tls, out: directory = "packages" }) => {
    const folders = writePackages({ file, agency, directory, configs: config, certificates: tls });
    for (const folder of folders) print(folder);
    say("Bring each to the machine of its node; the README.txt in it says how it is started.");
    return Promise.resolve();
  },
);

export const checkPackages = command(
  {
    name: "consortium check-package",
    does: "Find what was changed in packages of nodes, and whether they are of this consortium, and for the keys on this machine.",
    args: { directories: { ...many(fileName("folders of the packages", "directory")), required: true } },
    options: {
      consortium: optional(fileName("the consortium file that all have agreed on")),
      nodekey: optional(fileName("the node's key, as geth reads it; only its public key is looked at")),
      tlsKey: optional(fileName("the key of its certificate for TLS")),
      ...PASSWORD_OPTION,
      json: flag("print JSON"),
    },
    examples: [
      "consortium check-package packages/node0/group1 --consortium consortium.yaml",
      "consortium check-package packages/node0/group1 --nodekey nodes/node0/group1/nodekey",
    ],
  },
  async ({ directories = [], consortium: file, nodekey: nodeKey, tlsKey: keyFile, passwordFile, json }) => {
    const tlsKey = keyFile === undefined ? undefined : { file: keyFile, passwordFile, askPassword };
    const sections = [];
    for (const directory of directories) {
      const findings = await checkPackage(directory, { file, nodeKey, tlsKey });
      sections.push(sectionOf(`The package ${directory}`, findings));
    }
    printSections("consortium check-package", sections, { json });
  },
);

export const compare = command(
  {
    name: "consortium compare",
    does: "Say in what two genesis files differ for nodes, such as in validators, in their order, or in the chain id.",
    args: { genesis: fileName("one genesis.json"), other: fileName("the other one") },
    options: { json: flag("print JSON") },
    examples: ["consortium compare genesis.json genesis-of-B.json"],
  },
  ({ genesis, other, json }) => {
    const sections = [sectionOf(`${genesis} and ${other}`, compareGenesisFiles(genesis, other))];
    printSections("consortium compare", sections, { json });
    return Promise.resolve();
  },
);
