import { admitOrg, type Admittance } from "../actions/admit-org.js";
import { toEndpoint } from "../chain/endpoint.js";
import type { Signer } from "../chain/signers.js";
import { type Founding, isFounder, type LeftToMember } from "../consortium/founding/founding.js";
import { formatEnode } from "../model/enode.js";
import type { GroupPlan } from "../nodejs/deployment/group-founding.js";
import { writeUnlessSame } from "../nodejs/files.js";
import { runDeployment } from "./deployment.js";
import { say } from "./output.js";
import { withProgress } from "./progress.js";
import { count, table } from "./show/table.js";

/** What is about to be done in each group. */
export function showGroupPlans(plans: readonly GroupPlan[], signer: Signer): string {
  const rows = plans.map(({ founding, network, steps, missing }) => {
    const open = steps.filter(({ done }) => !done).length;
    const { group, url } = founding;
    const contracts = open === 0 ? "there" : `${count(open, "step")} of ${steps.length}`;
    const votes = missing.length === 0 ? "there" : missing.join(", ");
    return [group.name, String(group.chainId), toEndpoint(url).shown, contracts, votes, network.guardian];
  });
  const columns = ["group", "chain", "node", "contracts", "members to admit", ["guardian", "middle"]] as const;
  return `${table(columns, rows)}\n\nsigned by ${signer.address}`;
}

export function isLeftToDo({ steps, missing }: GroupPlan): boolean {
  return missing.length > 0 || steps.some(({ done }) => !done);
}

/** Deploys and boots a group's network, and admits its other members by vote. Answers whether all of them are in. */
export async function runGroup(plan: GroupPlan, signer: Signer): Promise<boolean> {
  const { founding, files, chain, source, network: file, booted } = plan;
  say(`\n${founding.group.name}`);
  const network = booted ?? (await deployGroup());
  if (!isFounder(founding, signer.address)) {
    if (plan.missing.length > 0)
      say(`An admin of ${file.adminOrg} now does the same again, and admits ${plan.missing.join(", ")}.`);
    return plan.missing.length === 0;
  }
  let isComplete = true;
  for (const other of founding.others) {
    const outcome = await withProgress(`Admitting ${other.org}`, () => admitOrg({ network, signer }, other));
    say(OUTCOMES[outcome](other.org));
    if (outcome === "awaits votes") isComplete = false;
  }
  return isComplete;

  async function deployGroup() {
    writeUnlessSame(files.networkFile, source.read());
    return (await runDeployment({ chain, signers: [signer], file, directory: files.directory })).network;
  }
}

const OUTCOMES: Readonly<Record<Admittance, (org: string) => string>> = {
  "was there": (org) => `${org} is an organisation of the network.`,
  admitted: (org) => `${org} is an organisation of the network now.`,
  "awaits votes": (org) =>
    `${org} is proposed. Other admins do the same again, each with the own key, until it has passed.`,
};

/** What is still to be typed by the members' admins for their other nodes, and by network admins for other admins. */
export function showLeftToMembers(all: readonly Founding[]): string[] {
  return all.flatMap(({ group, left }) =>
    left.flatMap((each) => commandsOf(each).map((line) => `${group.name}: ${line}`)),
  );
}

function commandsOf({ org, nodes, accounts }: LeftToMember): string[] {
  return [
    ...nodes.map((node) => `portcullis node add ${org} "${formatEnode(node)}"`),
    ...accounts.map((account) => `portcullis admin propose ${org} ${account}`),
  ];
}
