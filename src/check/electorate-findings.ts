import { operationInWords } from "../model/codes.js";
import { usualHint } from "../errors/refusal.js";
import type { Network } from "../network/network.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import { compareFounders, type FoundersCompared } from "../read/founders.js";
import type { NetworkSettings, Proposal, VotingRule } from "../model/records.js";
import { readOpenProposals, readRules } from "../read/read-proposals.js";
import { readVoters } from "../read/read-records.js";
import { type Finding, ok } from "./finding.js";

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
  const rules = await readRules(network);
  yield* rules.flatMap((rule) => ruleFindings(rule, admins.length));
  yield* guardianFindings(settings, admins);
  const founders = await compareFounders(network, { adminOrg: settings.adminOrg, named: config.accounts });
  yield* foundersFindings(founders);
  yield* config.accounts.filter((account) => ![...admins, ...founders.missing].includes(account)).map(noLonger);
  yield* (await readOpenProposals(network)).filter((each) => endsSoon(each, now)).map(expires);
}

function howMany(admins: readonly string[]): Finding {
  if (admins.length > 1) return ok(`There are ${admins.length} network admins.`);
  return {
    level: "warning",
    code: "ONE_NETWORK_ADMIN",
    what: `${admins[0] ?? "No one"} is the only network admin; if its key is lost, nothing can be decided.`,
    wayOut: "Appoint at least two more by vote, of different people.",
  };
}

function ruleFindings({ kind, operation, count }: VotingRule, admins: number): Finding[] {
  if (kind === "forbidden") {
    const what = `The voting rules forbid this operation: ${operationInWords(operation)}.`;
    return [{ level: "info", code: "RULE_FORBIDS", what, wayOut: "If that is not intended, change the rule by vote." }];
  }
  if (kind !== "count" || count <= admins) return [];
  return [
    {
      level: "warning",
      code: "RULE_ASKS_TOO_MUCH",
      what: `The rule to ${operationInWords(operation)} requires ${count} votes, more than there are network admins (${admins}): all must agree.`,
      wayOut: "Appoint more network admins, or change the rule by vote.",
    },
  ];
}

function guardianFindings({ guardian, proposedGuardian }: NetworkSettings, admins: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  if (admins.includes(guardian)) {
    findings.push({
      level: "info",
      code: "GUARDIAN_IS_NETWORK_ADMIN",
      what: `The guardian ${guardian} is also a network admin, so its key is in daily use.`,
      wayOut: "Hand the guardian's office to an account whose key is kept separately.",
    });
  }
  if (proposedGuardian !== null) {
    findings.push({
      level: "info",
      code: "GUARDIAN_TRANSFER_OPEN",
      what: `${proposedGuardian} is proposed as the next guardian, but has not accepted.`,
      wayOut: "Let it accept, or let the guardian propose itself or another account.",
    });
  }
  return findings;
}

function noLonger(account: string): Finding {
  return {
    level: "info",
    code: "ADMIN_NO_LONGER",
    what: `"accounts" names ${account}, which is no longer a network admin.`,
    wayOut: "Nothing needs to be done: nodes use the list only to boot.",
  };
}

/** Someone else may have booted the network. */
function foundersFindings({ strangers, missing }: FoundersCompared): Finding[] {
  const wayOut = usualHint("ADMINS_DIFFER");
  return [
    ...strangers.map(({ account, active }): Finding => {
      const what = `"accounts" does not name ${account}, which the boot made a network admin`;
      if (active) return { level: "error", code: "ADMINS_DIFFER", what: `${what}.`, wayOut };
      return { level: "warning", code: "ADMINS_DIFFER", what: `${what}; it has been removed since.`, wayOut };
    }),
    ...missing.map((account): Finding => {
      const what = `"accounts" names ${account}, which never was a network admin: the boot left it out.`;
      return { level: "error", code: "ADMINS_DIFFER", what, wayOut };
    }),
  ];
}

/** By the later of two clocks: a network without new blocks stands still, and so does its clock. */
function endsSoon({ expiresAt }: Proposal, now: Date): boolean {
  return new Date(expiresAt).getTime() - Math.max(now.getTime(), Date.now()) < SOON;
}

function expires({ id, operation, expiresAt }: Proposal): Finding {
  return {
    level: "info",
    code: "PROPOSAL_EXPIRES_SOON",
    what: `Proposal ${id} (to ${operationInWords(operation)}) expires at ${expiresAt}.`,
    wayOut: "Vote on it, or let it expire.",
  };
}
