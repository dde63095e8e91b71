import { type Operation, operationInWords } from "../model/codes.js";
import { type Finding, finding } from "../errors/finding.js";
import type { VotingRule } from "../model/records.js";
import { votesNeeded } from "../read/read-proposals.js";

/** While one of these needs fewer than all, the others can free themselves of a lost key. */
const WAYS_OUT: readonly Operation[] = ["appoint-admin", "remove-admin", "change-rule"];

/** What cannot be decided without every network admin, so that one lost key prevents it. Of a single network admin other
 *  findings speak. */
export function agreementFindings(rules: readonly VotingRule[], admins: number): Finding[] {
  const allowed = rules.filter(({ kind }) => kind !== "forbidden");
  const needing = allowed.filter((rule) => votesNeeded(rule, admins) === admins);
  if (admins < 2 || needing.length === 0) return [];
  const everything = needing.length === allowed.length;
  const who = admins === 2 ? "Both" : `All ${admins}`;
  const operations = everything ? "everything" : needing.map(({ operation }) => operationInWords(operation));
  const free = allowed.some((rule) => WAYS_OUT.includes(rule.operation) && !needing.includes(rule));
  return [finding("ALL_MUST_AGREE", { cause: free ? "forNow" : "forEver", who, operations })];
}
