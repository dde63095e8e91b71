import { initNetworkFile } from "../../nodejs/init-network-file.js";
import { command } from "../command.js";
import { ACCOUNT } from "../examples.js";
import { print, say } from "../output.js";
import { askText } from "../questions.js";
import { address, many, optional, text, toAddress, wholeNumber } from "../specs.js";

/** Asks for what was not given, if someone is there to answer. */
async function askGuardian(): Promise<string | undefined> {
  const given = await askText("Account of the guardian, who links and upgrades the contracts", toAddress);
  return given === undefined ? undefined : toAddress(given);
}

const separate = (given: string): string[] =>
  given
    .split(/[\s,]+/)
    .filter((each) => each !== "")
    .map(toAddress);

async function askAccounts(): Promise<string[] | undefined> {
  const given = await askText("Accounts of the first network admins, separated by spaces", separate);
  return given === undefined ? undefined : separate(given);
}

export default command(
  {
    name: "init",
    does: "Create a network file from the nodes' static-nodes.json, with a comment on every key.",
    args: { staticNodes: text("path of a static-nodes.json") },
    options: {
      out: optional(text("file to write (default: network.yaml)", "file")),
      guardian: optional(address("account that links and upgrades the contracts")),
      accounts: many(address("accounts of the first network admins")),
      adminOrg: optional(text("id of the admin organisation (default: ADMINORG)", "id")),
      networkAdminRole: optional(text("name of the network admin role (default: ADMIN)", "name")),
      orgAdminRole: optional(text("name of the organisation admin role (default: ORGADMIN)", "name")),
      subOrgBreadth: optional(wholeNumber("sub-organisations that an organisation may have (default: 3)")),
      subOrgDepth: optional(wholeNumber("levels of organisations (default: 4)")),
    },
    examples: [
      "init static-nodes.json",
      `init static-nodes.json --guardian ${ACCOUNT} --accounts ${ACCOUNT}`,
      "init static-nodes.json --out consortium.yaml --admin-org PORTS",
    ],
  },
  async ({ out: file = "network.yaml", ...given }) => {
    const guardian = given.guardian ?? (await askGuardian());
    const accounts = given.accounts ?? (await askAccounts());
    initNetworkFile({ ...given, file, guardian, accounts });
    if (guardian === undefined || accounts === undefined) {
      say("Fill in the guardian and the accounts where it says REPLACE THIS.");
    }
    say(`Read it, then rehearse it with: portcullis deploy ${file}`);
    print(file);
  },
);
