import { nodeSigner, type Signer } from "../../chain/signers.js";
import { checkNetworkFile } from "../../check/check-files.js";
import { groupFiles, type GroupPlan, planGroup, readFoundings } from "../../nodejs/deployment/group-founding.js";
import { writePackages } from "../../nodejs/package-files.js";
import { command } from "../command.js";
import { GAS_PRICE_OPTION, type IdentityOptions, IDENTITY_OPTIONS, openKey, openRemoteChain } from "../connection.js";
import { isLeftToDo, runGroup, showGroupPlans, showLeftToMembers } from "../group-deployment.js";
import { paint, print, say } from "../output.js";
import { withProgress } from "../progress.js";
import { requireConsent } from "../questions.js";
import { findingOnOneLine } from "../show/finding.js";
import { fileName, flag, many, nodeUrl, optional, text } from "../specs.js";
import { UsageError } from "../usage-error.js";

async function namedSigner(given: IdentityOptions): Promise<Signer> {
  const own = (await openKey(given)) ?? (given.from === undefined ? undefined : nodeSigner(given.from));
  if (own !== undefined) return own;
  throw new UsageError(
    "It is not said who signs.",
    "Name a file with --keystore, an account of the nodes with --from, or put a key into PORTCULLIS_PRIVATE_KEY.",
  );
}

function warnOf({ source }: GroupPlan): void {
  for (const each of checkNetworkFile(source))
    if (each.level === "warning") say(paint("yellow", findingOnOneLine(each), process.stderr));
}

export const deployGroups = command(
  {
    name: "consortium deploy",
    does: "Deploy and boot all groups of an agency, admit their other members by its vote, and write its packages anew. It can be stopped and run again at any time.",
    args: {
      file: fileName("the consortium file"),
      agency: text("name of the agency that founds the groups", "agency"),
    },
    options: {
      group: many(text("only these groups", "group")),
      network: optional(
        nodeUrl("URL or IPC socket of a node, for one group (default: the agency's own nodes, on this machine)"),
      ),
      ...IDENTITY_OPTIONS,
      ...GAS_PRICE_OPTION,
      out: optional(fileName("directory, with a folder for each group (default: deployment)", "directory")),
      packages: optional(fileName("directory of the agency's packages (default: packages)", "directory")),
      yes: flag("send without asking"),
      dryRun: flag("show what would be done, and what is done already, but send nothing"),
    },
    examples: [
      "consortium deploy consortium.yaml A --keystore admin.json",
      "consortium deploy consortium.yaml A --keystore admin.json --dry-run",
      "consortium deploy consortium.yaml A --keystore admin.json --group group2 --network http://10.0.0.5:8555",
    ],
  },
  async ({ file, agency, group, network, out = "deployment", packages = "packages", yes, dryRun, ...given }) => {
    const founded = readFoundings(file, agency, group);
    if (network !== undefined && founded.length > 1)
      throw new UsageError("A node is of one group, and several are to be deployed.", "Name its group with --group.");
    const signer = await namedSigner(given);
    const plans: GroupPlan[] = [];
    for (const each of founded) {
      const url = network ?? each.url;
      const founding = { ...each, url };
      const chain = await openRemoteChain(url, given);
      const look = () => planGroup(founding, { chain, signer, directory: out });
      plans.push(await withProgress(`Looking at ${each.group.name}`, look));
    }
    const shown = showGroupPlans(plans, signer);
    if (dryRun) print(shown);
    else say(shown);
    plans.forEach(warnOf);
    if (dryRun) {
      say("Nothing was sent.");
      return;
    }
    const isOpen = plans.some(isLeftToDo);
    if (isOpen && !yes) await requireConsent({ ask: "Deploy?", name: agency, otherwise: "--dry-run to stop here" });
    const complete: string[] = [];
    for (const plan of plans)
      if (await runGroup(plan, signer)) complete.push(groupFiles(out, plan.founding).configFile);
    for (const line of showLeftToMembers(founded)) say(line);
    if (complete.length === 0) return;
    writePackages({ file, agency, directory: packages, configs: complete });
    say(
      `\nGive each of these files to the other members of its group. The packages of ${agency} have them now: start its nodes again.`,
    );
    for (const each of complete) print(each);
  },
);
