import { operationCode, operationInWords } from "../model/codes.js";
import { isFirstPolicy, isOfNetworkAdmins, isSelf } from "../model/policy.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import type { Network } from "../network/network.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import { compareFounders, type FoundersCompared } from "../read/founders.js";
import type { NetworkSettings, Proposal, VotingRule } from "../model/records.js";
import { readRules } from "../read/policies.js";
import { readOpenProposals } from "../read/read-proposals.js";
import { readVoters } from "../read/read-records.js";
import { electorateReader } from "../read/voices.js";
import { agreementFindings } from "./agreement-findings.js";
import { fundsFindings, type Sender } from "./fee-findings.js";

interface Known {
  settings: NetworkSettings;
  config: PermissionConfig;
  now: Date;
}

/** How close to its expiry an open proposal gets a warning, in milliseconds: a week. */
const SOON = 7 * 24 * 3600 * 1000;

/** Who decides in a network, whether they can, and what waits for them. */
export async function* electorateFindings(network: Network, { settings, config, now }: Known): AsyncGenerator<Finding> {
  const admins = await readVoters(network);
  yield howMany(admins);
  yield* await fundsFindings(network.chain, sendersAmong(settings, admins));
  const rules = await readRules(network);
  yield* rules.flatMap((rule) => ruleFindings(rule, admins.length));
  const readVoices = electorateReader(network);
  for (const rule of rules.filter((each) => !isSelf(each))) yield* await reachFindings(network, rule, readVoices);
  yield* agreementFindings(rules, admins.length);
  yield* guardianFindings(settings, admins);
  const founders = await compareFounders(network, { adminOrg: settings.adminOrg, named: config.accounts });
  yield* foundersFindings(founders);
  yield* config.accounts.filter((account) => ![...admins, ...founders.missing].includes(account)).map(noLonger);
  yield* (await readOpenProposals(network)).filter((each) => endsSoon(each, now)).map(expires);
}

function sendersAmong({ guardian }: NetworkSettings, admins: readonly string[]): Sender[] {
  const governing = admins.map((account) => ({ who: "network admin", account, needs: "vote" }) as const);
  return admins.includes(guardian) ? governing : [{ who: "guardian", account: guardian, needs: "vote" }, ...governing];
}

function howMany(admins: readonly string[]): Finding {
  if (admins.length > 1) return ok(`There are ${admins.length} network admins.`);
  return finding("ONE_NETWORK_ADMIN", { cause: "inOffice", account: admins[0] ?? "No one" });
}

function ruleFindings(rule: VotingRule, admins: number): Finding[] {
  const { kind, operation, count } = rule;
  const words = operationInWords(operation);
  if (isFirstPolicy(operation, rule)) return [];
  if (kind === "forbidden") return [finding("RULE_FORBIDS", { operation: words })];
  if (kind !== "count" || count <= admins || !isOfNetworkAdmins(rule)) return [];
  return [finding("RULE_ASKS_TOO_MUCH", { operation: words, count, admins })];
}

/** Organisations may vote that have nobody with the roles. */
async function reachFindings(
  network: Network,
  rule: VotingRule,
  readVoices: ReturnType<typeof electorateReader>,
): Promise<Finding[]> {
  const { operation, policy, electorate } = rule;
  if (isOfNetworkAdmins(rule) || electorate === 0) return [];
  const speakers = (await readVoices(rule)).flatMap(({ accounts }) => accounts.slice(0, 1));
  if (await network.contracts.rules.wouldPass(operationCode(operation), speakers)) return [];
  return [finding("POLICY_NOT_MET", { operation: operationInWords(operation), policy })];
}

function guardianFindings({ guardian, proposedGuardian }: NetworkSettings, admins: readonly string[]): Finding[] {
  return [
    ...(admins.includes(guardian) ? [finding("GUARDIAN_IS_NETWORK_ADMIN", { cause: "inOffice", guardian })] : []),
    ...(proposedGuardian === null ? [] : [finding("GUARDIAN_TRANSFER_OPEN", { successor: proposedGuardian })]),
  ];
}

function noLonger(account: string): Finding {
  return finding("ADMIN_NO_LONGER", { account });
}

/** Someone else may have booted the network. */
function foundersFindings({ strangers, missing }: FoundersCompared): Finding[] {
  return [
    ...strangers.map(({ account, active }) =>
      finding("ADMINS_DIFFER", { cause: active ? "stranger" : "formerStranger", account }),
    ),
    ...missing.map((account) => finding("ADMINS_DIFFER", { cause: "missing", account })),
  ];
}

/** By the later of two clocks: a network without new blocks stands still, and so does its clock. */
function endsSoon({ expiresAt }: Proposal, now: Date): boolean {
  return new Date(expiresAt).getTime() - Math.max(now.getTime(), Date.now()) < SOON;
}

function expires({ id, operation, expiresAt }: Proposal): Finding {
  return finding("PROPOSAL_EXPIRES_SOON", { id, operation: operationInWords(operation), expiresAt });
}
