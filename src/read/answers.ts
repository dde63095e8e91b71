import { toJson } from "../files.js";
import type { Network } from "../network.js";
import { maySend, TRANSACTION_KINDS } from "./checks.js";
import { whole } from "./pages.js";
import { readRules } from "./proposals.js";
import * as raw from "./raw.js";

/** Every answer of a network, each under the question that it answers. */
export type Answers = ReadonlyMap<string, string>;

/** Asks everything that can be asked about everything that is known. */
export async function takeAnswers(network: Network): Promise<Answers> {
  const lists = {
    organisations: await whole(raw.rawOrgs(network)),
    roles: await whole(raw.rawRoles(network)),
    accounts: await whole(raw.rawAccounts(network)),
    nodes: await whole(raw.rawNodes(network)),
    voters: await whole(raw.rawVoters(network)),
    proposals: await whole(raw.rawProposals(network)),
    "open proposals": await whole(raw.rawOpenProposals(network)),
  };
  const answers = new Map(Object.entries(lists).map(([name, list]) => [name, toJson(list)]));
  await askNetwork(network, answers);
  await askVotes(network, lists["open proposals"], lists.voters, answers);
  await askAccounts(network, lists.accounts, answers);
  await askNodes(network, lists.nodes, answers);
  return answers;
}

/** The questions whose answers differ. */
export function differences(before: Answers, after: Answers): string[] {
  const questions = new Set([...before.keys(), ...after.keys()]);
  return [...questions].filter((question) => before.get(question) !== after.get(question));
}

async function askNetwork(network: Network, answers: Map<string, string>): Promise<void> {
  const { rules, nodes, orgs } = network.contracts;
  const policy = await rules.getPolicyDetails();
  answers.set("policy", toJson(policy));
  answers.set("boot status", toJson(await rules.getNetworkBootStatus()));
  answers.set("pending operation", toJson(await rules.getPendingOp(policy[0])));
  answers.set("ip check", toJson(await nodes.getIpCheck()));
  answers.set("limits", toJson(await orgs.getLimits()));
  answers.set("voting rules", toJson(await readRules(network)));
}

async function askVotes(
  { contracts: { voters } }: Network,
  open: readonly { id: bigint }[],
  listed: readonly { account: string }[],
  answers: Map<string, string>,
): Promise<void> {
  for (const { id } of open) {
    for (const { account } of listed) {
      answers.set(`how has ${account} voted on ${id}`, toJson(await voters.getVote(id, account)));
    }
  }
}

const SOMEBODY = "0x00000000000000000000000000000000000000ff";

async function askAccounts(
  network: Network,
  accounts: readonly { account: string; orgId: string }[],
  answers: Map<string, string>,
): Promise<void> {
  const { rules } = network.contracts;
  for (const { account, orgId } of [...accounts, { account: SOMEBODY, orgId: "" }]) {
    for (const kind of TRANSACTION_KINDS) {
      answers.set(`may ${account} ${kind}`, toJson(await maySend(network, { account, kind, to: SOMEBODY })));
    }
    answers.set(`is ${account} network admin`, toJson(await rules.isNetworkAdmin(account)));
    answers.set(`is ${account} admin of ${orgId}`, toJson(await rules.isOrgAdmin(account, orgId)));
    answers.set(`is ${account} valid in ${orgId}`, toJson(await rules.validateAccount(account, orgId)));
  }
}

async function askNodes(
  { contracts }: Network,
  nodes: readonly { enodeId: string; ip: string; port: bigint }[],
  answers: Map<string, string>,
): Promise<void> {
  const { rules } = contracts;
  for (const { enodeId, ip, port } of nodes) {
    for (const from of [ip, "192.0.2.1"]) {
      answers.set(`may ${enodeId} connect from ${from}`, toJson(await rules.connectionAllowed(enodeId, from, port)));
    }
  }
}
