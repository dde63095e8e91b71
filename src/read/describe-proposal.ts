import { operationInWords, settingInWords } from "../model/codes.js";
import type { Proposal, Subject } from "../model/records.js";
import { shortId } from "../model/enode.js";

type NodeWords = (node: NonNullable<Subject["node"]>) => string;

const shortly: NodeWords = ({ enodeId }) => shortId(enodeId);

/** The things that a proposal is about. */
export function subjectWords(
  { org, node, account, role, roleOrg, rule, setting, change }: Subject,
  nodeWords: NodeWords = shortly,
): string[] {
  const named = [
    org,
    account,
    role === null ? null : `role ${role}${roleOrg === null || roleOrg === org ? "" : ` of ${roleOrg}`}`,
    node === null ? null : `node ${nodeWords(node)}`,
    rule === null ? null : `${rule.rule} to ${operationInWords(rule.operation)}`,
    setting === null ? null : settingInWords(setting),
    change === "move" ? `move to ${addressOf(node?.url ?? "")}` : change,
  ];
  return named.filter((name) => name !== null);
}

/** What follows the enode id in a URL. */
function addressOf(url: string): string {
  return url.slice(url.indexOf("@") + 1);
}

/** "proposal 7 to add an organisation (ORG1, 0x…, node ab12cd34…)". */
export function describeProposal({ id, operation, about }: Proposal, nodeWords?: NodeWords): string {
  return `proposal ${id} to ${operationInWords(operation)} (${subjectWords(about, nodeWords).join(", ")})`;
}

/** The same with whole URLs, for what is signed: an enode id with given first digits can be found by trying. */
export function describeInFull(proposal: Proposal): string {
  return describeProposal(proposal, ({ url }) => url);
}
