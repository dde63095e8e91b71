import type { Network } from "../network.js";
import * as records from "./records.js";

const READERS = {
  organisations: records.readOrgs,
  roles: records.readRoles,
  accounts: records.readAccounts,
  nodes: records.readNodes,
  voters: records.readVoters,
  proposals: records.readProposals,
  "open proposals": records.readOpenProposals,
} as const;

/** Every answer of a network, each under the question that it answers. */
export type Snapshot = ReadonlyMap<string, string>;

/** Asks everything that can be asked about everything that is known. */
export async function takeSnapshot(network: Network): Promise<Snapshot> {
  const answers = new Map<string, string>();
  for (const [name, read] of Object.entries(READERS)) answers.set(name, toText(await read(network)));
  await askNetwork(network, answers);
  await askAccounts(network, answers);
  await askNodes(network, answers);
  return answers;
}

/** The questions whose answers differ. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  const questions = new Set([...before.keys(), ...after.keys()]);
  return [...questions].filter((question) => before.get(question) !== after.get(question));
}

async function askNetwork({ contracts }: Network, answers: Map<string, string>): Promise<void> {
  const { rules, nodes, orgs } = contracts;
  const policy = await rules.getPolicyDetails();
  answers.set("policy", toText(policy));
  answers.set("boot status", toText(await rules.getNetworkBootStatus()));
  answers.set("pending operation", toText(await rules.getPendingOp(policy[0])));
  answers.set("ip check", toText(await nodes.getIpCheck()));
  answers.set("limits", toText(await orgs.getLimits()));
}

const NOBODY = "0x0000000000000000000000000000000000000000";
const SOMEBODY = "0x00000000000000000000000000000000000000ff";

/** A transfer, a deployment and a call, as nodes ask before they take one. */
const TRANSACTIONS = [
  ["transfer", SOMEBODY, "0x"],
  ["deploy", NOBODY, "0x00"],
  ["call", SOMEBODY, "0x00"],
] as const;

async function askAccounts(network: Network, answers: Map<string, string>): Promise<void> {
  const { rules } = network.contracts;
  const accounts = (await records.readAccounts(network)).map(({ account, orgId }) => ({ account, orgId }));
  for (const { account, orgId } of [...accounts, { account: SOMEBODY, orgId: "" }]) {
    for (const [kind, target, payload] of TRANSACTIONS) {
      const allowed = await rules.transactionAllowed(account, target, 0, 0, 0, payload);
      answers.set(`may ${account} ${kind}`, toText(allowed));
    }
    answers.set(`is ${account} network admin`, toText(await rules.isNetworkAdmin(account)));
    answers.set(`is ${account} admin of ${orgId}`, toText(await rules.isOrgAdmin(account, orgId)));
    answers.set(`is ${account} valid in ${orgId}`, toText(await rules.validateAccount(account, orgId)));
  }
}

async function askNodes(network: Network, answers: Map<string, string>): Promise<void> {
  const { rules } = network.contracts;
  for (const { enodeId, ip, port } of await records.readNodes(network)) {
    for (const from of [ip, "192.0.2.1"]) {
      answers.set(`may ${enodeId} connect from ${from}`, toText(await rules.connectionAllowed(enodeId, from, port)));
    }
  }
}

function toText(answer: unknown): string {
  return JSON.stringify(answer, (_, each: unknown) => (typeof each === "bigint" ? each.toString() : each));
}
