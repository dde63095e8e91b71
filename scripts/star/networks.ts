import path from "node:path";
import { proposeOrg, proposeOrgStatus } from "../../src/actions/orgs.js";
import type { Actor } from "../../src/actions/perform.js";
import { castVote } from "../../src/actions/votes.js";
import { nodeSigner } from "../../src/chain/signers.js";
import type { Consortium } from "../../src/consortium/file/consortium.js";
import { type Founding, foundings } from "../../src/consortium/founding/founding.js";
import { newNetworkFile } from "../../src/network/network-file/new-network-file.js";
import { parseNetworkFile } from "../../src/network/network-file/network-file.js";
import type { Network } from "../../src/network/network.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import { openInProcess } from "../../src/nodejs/in-process.js";
import { maySend } from "../../src/read/checks.js";
import { readOrg, readOrgs } from "../../src/read/read-records.js";
import { textAtHand } from "../../src/util/text-source.js";
import { opened } from "../story/stage.js";
import type { Fact } from "../story/teller.js";
import type { Agency } from "./agency.js";
import type { Star } from "./star.js";

/** A network of its own, on a chain of its own. */
export interface FoundedGroup {
  name: string;
  network: Network;
  members: string[];
  /** The admin of A, who decides at first. */
  decider: Actor;
}

/** A deploys the contracts of all groups, and votes the other members in. */
export async function networksAreFounded(star: Star, consortium: Consortium): Promise<FoundedGroup[]> {
  const { tell, agencies } = star;
  tell.chapter(
    "A founds the networks",
    "Each group has its own chain and contracts. The members become organisations by vote.",
  );
  const groups: FoundedGroup[] = [];
  for (const founding of foundings(consortium, { name: "A", admins: [agencies.A.admin] })) {
    const group = await found(star, founding);
    for (const org of founding.others) await admit(star, group, org);
    const ids = (await readOrgs(group.network)).map(({ id }) => id);
    tell.facts([`organisations of ${group.name}`, ids.join(", "), group.members.join(", ")]);
    groups.push(group);
  }
  return groups;
}

async function found({ tell, directory }: Star, founding: Founding): Promise<FoundedGroup> {
  const chain = await openInProcess();
  const [account = ""] = founding.network.accounts ?? [];
  const { name } = founding.group;
  const text = newNetworkFile({ ...founding.network, guardian: account });
  await chain.impersonate(account);
  let gas = 0;
  const network = await deployNetwork({
    chain,
    network: parseNetworkFile(textAtHand(`${name}/network.yaml`, text)),
    directory: path.join(directory, "A/deployment", name),
    signers: [nodeSigner(account)],
    report: ({ gasUsed }) => {
      gas += Number(gasUsed ?? 0n);
    },
  });
  tell.spent(`A deploys, links and boots ${name}`, gas);
  const members = ["A", ...founding.others.map(({ org }) => org)];
  return { name, network, members, decider: { network, signer: nodeSigner(account) } };
}

/** A's vote makes an agency an organisation of the network. */
export async function admit(
  { tell }: Star,
  { name, decider }: FoundedGroup,
  org: Founding["others"][number],
): Promise<void> {
  const proposed = await tell.step(`A proposes ${org.org} in ${name}`, () => proposeOrg(decider, org));
  await tell.step("A votes for it", () => castVote(decider, { id: opened(proposed), support: true }));
}

/** What is decided in one group is nothing to the others. */
export async function groupsAreApart(star: Star, groups: readonly FoundedGroup[]): Promise<FoundedGroup> {
  const { tell, agencies } = star;
  tell.chapter("The groups are apart", "A is in all of them. Who is suspended in one is what it was in the others.");
  const [first] = groups;
  if (first === undefined) throw new RangeError("There is no group.");
  const { A, B } = agencies;
  for (const group of groups) {
    const facts = Object.values(agencies).map((each) =>
      mayTransfer(group, each, group.members.includes(each.name) ? "yes" : "no"),
    );
    tell.facts(...(await Promise.all(facts)));
  }
  const proposed = await tell.step("A proposes to suspend B in group1", () =>
    proposeOrgStatus(first.decider, { org: "B", change: "suspend" }),
  );
  await tell.step("A votes for it", () => castVote(first.decider, { id: opened(proposed), support: true }));
  tell.facts(await mayTransfer(first, B, "no"), await mayTransfer(first, A, "yes"));
  for (const group of groups.slice(1)) {
    const status = (await readOrg(group.network, "B"))?.status ?? "unknown";
    tell.facts([`B in ${group.name}`, status, "unknown"], await mayTransfer(group, A, "yes"));
  }
  return first;
}

export async function mayTransfer(
  { name, network }: FoundedGroup,
  { name: who, admin }: Agency,
  expected: string,
): Promise<Fact> {
  const allowed = await maySend(network, { account: admin, kind: "transfer" });
  return [`${who} may send in ${name}`, allowed ? "yes" : "no", expected];
}
