import { operationInWords } from "../codes.js";
import type { Proposal, Subject } from "./model.js";
import { shortId } from "../enode.js";

/** The things that a proposal is about. */
export function subjectWords({ org, node, account, role, rule, ipCheck }: Subject): string[] {
  const named = [
    org,
    account,
    role === null ? null : `role ${role}`,
    node === null ? null : `node ${shortId(node.enodeId)}`,
    rule === null ? null : `${rule.operation}: ${rule.rule}`,
    ipCheck === null ? null : ipCheck ? "on" : "off",
  ];
  return named.filter((name) => name !== null);
}

/** "proposal 7 to add an organisation (ORG1, 0x…, node ab12cd34…)". */
export function describeProposal(proposal: Proposal): string {
  return `proposal ${proposal.id} to ${operationInWords(proposal.operation)} (${subjectWords(proposal.about).join(", ")})`;
}
