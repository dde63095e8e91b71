import { checkNetworkFile, checkNodeList } from "../../check/check-files.js";
import { fileAt } from "../../nodejs/files.js";
import { PortcullisError } from "../../errors/error.js";
import { checkInit, initNetworkFile, inWords, type ValueMistake } from "../../nodejs/init-network-file.js";
import { command, dashed } from "../command.js";
import { ACCOUNT } from "../examples.js";
import { hasHostName } from "../../model/enode.js";
import { readStaticNodes } from "../../nodejs/network-files.js";
import { paint, print, say } from "../output.js";
import { askText } from "../questions.js";
import { findingOnOneLine } from "../show/finding.js";
import { address, fileName, many, oneOf, optional, text, toAddress, wholeNumber } from "../specs.js";
import { UsageError } from "../usage-error.js";

/** Asks for what was not given, if someone is there to answer. */
async function askGuardian(): Promise<string | undefined> {
  const given = await askText("Account of the guardian, who links and upgrades the contracts", toAddress);
  return given === undefined ? undefined : toAddress(given);
}

function separate(given: string): string[] {
  const accounts = given.split(/[\s,]+/).filter((each) => each !== "");
  if (accounts.length === 0) throw new UsageError("No account is named.", "Give at least one, better three or more.");
  return accounts.map(toAddress);
}

async function askAccounts(): Promise<string[] | undefined> {
  const given = await askText("Accounts of the first network admins, three or more, separated by spaces", separate);
  return given === undefined ? undefined : separate(given);
}

const ON_OFF = ["on", "off"] as const;

/** A value that is not allowed is a mistake at its option. */
function atOptions<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.code !== "VALUES_NOT_ALLOWED") throw error;
    const mistakes = error.facts.mistakes as ValueMistake[];
    const [first, ...others] = mistakes.map((each) => ({ ...each, says: inWords(each, `--${dashed(each.key)}`) }));
    if (first === undefined || others.length === 0) throw new UsageError(first?.says ?? "", first?.hint ?? "");
    const list = [first, ...others].map(({ says, hint }) => `${says} ${hint}`);
    throw new UsageError(list.join("\n"), error.hint ?? "");
  }
}

function areNames(hosts: readonly string[]): string {
  return `${hosts.join(", ")} ${hosts.length === 1 ? "is a host name" : "are host names"}`;
}

export default command(
  {
    name: "init",
    does: "Create a network file from the nodes' static-nodes.json, with a comment on every key.",
    args: { staticNodes: fileName("path of a static-nodes.json") },
    options: {
      out: optional(fileName("file to write (default: network.yaml)")),
      guardian: optional(address("account that links and upgrades the contracts")),
      accounts: many(address("accounts of the first network admins, three or more")),
      adminOrg: optional(text("id of the admin organisation (default: ADMINORG)", "id")),
      networkAdminRole: optional(text("name of the network admin role (default: ADMIN)", "name")),
      orgAdminRole: optional(text("name of the organisation admin role (default: ORGADMIN)", "name")),
      subOrgBreadth: optional(wholeNumber("sub-organisations that an organisation may have (default: 3)")),
      subOrgDepth: optional(wholeNumber("levels of organisations (default: 4)")),
      ipCheck: optional(
        oneOf(
          "whether a node's IP must be the recorded one; off on Kubernetes (default: on, unless a node has a host name)",
          ON_OFF,
        ),
      ),
    },
    examples: [
      "init static-nodes.json",
      `init static-nodes.json --guardian ${ACCOUNT}`,
      "init static-nodes.json --out consortium.yaml --admin-org PORTS --ip-check off",
    ],
  },
  async ({ out: file = "network.yaml", ...given }) => {
    const values = { ...given, file, ipCheck: given.ipCheck && given.ipCheck === "on" };
    // Before anything is asked: what has been typed would be lost.
    atOptions(() => {
      checkInit(values);
    });
    const guardian = given.guardian ?? (await askGuardian());
    const accounts = given.accounts ?? (await askAccounts());
    atOptions(() => initNetworkFile({ ...values, guardian, accounts }));
    const hosts = readStaticNodes(given.staticNodes).flatMap(({ node }) => (hasHostName(node) ? [node.ip] : []));
    if (hosts.length > 0 && given.ipCheck === undefined)
      say(`IPs are not compared (ipCheck: off), because ${areNames(hosts)}: nodes ask with IPs, never with names.`);
    if (guardian === undefined || accounts === undefined) {
      say("Fill in the guardian and the accounts where it says REPLACE THIS.");
    }
    const doubts = [...checkNodeList(fileAt(given.staticNodes)), ...checkNetworkFile(fileAt(file))];
    for (const each of doubts)
      if (each.level === "warning") say(paint("yellow", findingOnOneLine(each), process.stderr));
    say(`Read it, then rehearse it with: portcullis deploy ${file} --rehearse`);
    print(file);
  },
);
