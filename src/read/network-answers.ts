import { ProposalState, WellKnownIndex } from "../model/solidity-constants.js";
import { tryCall } from "../chain/try-call.js";
import { toJson } from "../util/json.js";
import type { Network } from "../network/network.js";
import { maySend, TRANSACTION_KINDS } from "./checks.js";
import { type ContractRecord, readContractRecords } from "./contract-records.js";
import { whole } from "./pages.js";
import { readRules } from "./policies.js";
import * as raw from "./raw-records.js";
import { readContractRules } from "./read-settings.js";

/** Every answer of a network, each under the question that it answers. */
export type Answers = ReadonlyMap<string, string>;

/** Asks everything that can be asked about everything that is known. What an implementation refuses to answer is an answer too:
 *  it may be a broken one that is to be replaced. */
export async function takeAnswers(network: Network): Promise<Answers> {
  const lists = {
    organisations: await whole(raw.rawOrgs(network)),
    roles: await whole(raw.rawRoles(network)),
    accounts: await whole(raw.rawAccounts(network)),
    nodes: await whole(raw.rawNodes(network)),
    contracts: await readContractRecords(network),
    voters: await whole(raw.rawVoters(network)),
    proposals: await whole(raw.rawProposals(network)),
    "open proposals": await whole(raw.rawOpenProposals(network)),
  };
  const answers = new Map(Object.entries(lists).map(([name, list]) => [name, toJson(list)]));
  await askNetwork(network, answers);
  await askVotes(network, lists.proposals.filter(mayStillEnd), lists.voters, answers);
  await askAccounts(network, lists.accounts, answers);
  await askNodes(network, lists.nodes, answers);
  await askContracts(network, lists, answers);
  return answers;
}

function mayStillEnd({ state }: { state: bigint }): boolean {
  return state === BigInt(ProposalState.OPEN) || state === BigInt(ProposalState.PASSED);
}

/** The questions whose answers differ. */
export function differences(before: Answers, after: Answers): string[] {
  const questions = new Set([...before.keys(), ...after.keys()]);
  return [...questions].filter((question) => before.get(question) !== after.get(question));
}

async function tell(answers: Map<string, string>, question: string, asked: Promise<unknown>): Promise<void> {
  const answer = await tryCall(asked);
  answers.set(question, answer === undefined ? "no answer" : toJson(answer));
}

async function askNetwork(network: Network, answers: Map<string, string>): Promise<void> {
  const { rules, nodes, orgs, roles } = network.contracts;
  const adminOrg = await orgs.orgIdAt(WellKnownIndex.ADMIN_ORG);
  await tell(answers, "policy", rules.getPolicyDetails());
  await tell(answers, "boot status", rules.getNetworkBootStatus());
  await tell(answers, "pending operation", rules.getPendingOp(adminOrg));
  await tell(answers, "address rules", nodes.getAddressRules());
  await tell(answers, "limits", orgs.getLimits());
  await tell(answers, "admin roles", roles.adminRoleIds());
  await tell(answers, "voting rules", readRules(network));
  await tell(answers, "until when nobody is let in", orgs.admissionsResumeAt());
  await tell(answers, "held nodes", nodes.getHeldNodes());
  await tell(answers, "contract rules", readContractRules(network));
}

async function askVotes(
  { contracts: { voters } }: Network,
  undecided: readonly { id: bigint }[],
  listed: readonly { account: string }[],
  answers: Map<string, string>,
): Promise<void> {
  for (const { id } of undecided) {
    for (const { account } of listed) {
      await tell(answers, `how has ${account} voted on ${id}`, voters.getVote(id, account));
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
      await tell(answers, `may ${account} ${kind}`, maySend(network, { account, kind, to: SOMEBODY }));
    }
    await tell(answers, `is ${account} network admin`, rules.isNetworkAdmin(account));
    await tell(answers, `is ${account} admin of ${orgId}`, rules.isOrgAdmin(account, orgId));
    await tell(answers, `is ${account} valid in ${orgId}`, rules.validateAccount(account, orgId));
  }
}

/** Each contract and each of its methods is asked about for somebody else: all accounts for each would take too long. */
async function askContracts(
  network: Network,
  { contracts, accounts }: { contracts: readonly ContractRecord[]; accounts: readonly { account: string }[] },
  answers: Map<string, string>,
): Promise<void> {
  let next = 0;
  for (const { address: to, methods } of contracts) {
    for (const method of [undefined, ...methods]) {
      const member = accounts[next++ % accounts.length]?.account ?? SOMEBODY;
      for (const account of [member, SOMEBODY]) {
        const question = `may ${account} call ${method?.selector ?? "something else"} of ${to}`;
        await tell(answers, question, maySend(network, { account, kind: "call", to, method }));
      }
    }
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
      await tell(answers, `may ${enodeId} connect from ${from}`, rules.connectionAllowed(enodeId, from, port));
    }
  }
}
