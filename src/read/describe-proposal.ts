import { operationInWords, settingInWords } from "../model/codes.js";
import type { Proposal, ResolutionChange, Subject } from "../model/records.js";
import { shortId } from "../model/enode.js";
import { durationInWords } from "../util/duration.js";

type NodeWords = (node: NonNullable<Subject["node"]>) => string;

const shortly: NodeWords = ({ enodeId }) => shortId(enodeId);

/** The things that a proposal is about. */
export function subjectWords(
  { org, node, account, role, roleOrg, rule, setting, change, resolution, hold }: Subject,
  nodeWords: NodeWords = shortly,
): string[] {
  const named = [
    resolution === null ? org : null,
    account,
    role === null ? null : `role ${role}${roleOrg === null || roleOrg === org ? "" : ` of ${roleOrg}`}`,
    node === null ? null : `node ${nodeWords(node)}`,
    rule === null ? null : `${rule.rule} to ${operationInWords(rule.operation)}`,
    setting === null ? null : settingInWords(setting),
    resolution === null ? null : shortlyOf(resolution),
    hold === null ? null : (org === null ? "admissions, " : "") + holdInWords(hold),
    change === "move" ? `move to ${addressOf(node?.url ?? "")}` : change,
  ];
  return named.filter((name) => name !== null);
}

/** For how long an emergency measure holds. */
function holdInWords(seconds: number): string {
  return seconds === 0 ? "no longer" : `for ${durationInWords(seconds)}`;
}

function shortlyOf(changes: readonly ResolutionChange[]): string {
  const [first, ...others] = changes;
  return first === undefined || others.length > 0 ? `${changes.length} changes` : inWords(first);
}

function inWords({ does, data }: ResolutionChange): string {
  return does ?? `what this version cannot read: ${data}`;
}

/** What follows the enode id in a URL. */
function addressOf(url: string): string {
  return url.slice(url.indexOf("@") + 1);
}

/** "proposal 7 to add an organisation (ORG1, 0x…, node ab12cd34…)". */
export function describeProposal({ id, operation, about }: Proposal, nodeWords?: NodeWords): string {
  return `proposal ${id} to ${operationInWords(operation)} (${subjectWords(about, nodeWords).join(", ")})`;
}

/** The same with whole URLs, for what is signed: an enode id with given first digits can be found by trying. Of a resolution,
 *  all changes. */
export function describeInFull(proposal: Proposal): string {
  const { resolution } = proposal.about;
  if (resolution === null || resolution.length === 1) return describeProposal(proposal, ({ url }) => url);
  return `proposal ${proposal.id} to ${operationInWords(proposal.operation)}: ${numbered(resolution).join("; ")}`;
}

/** "1. suspend ORG1" for each change of a resolution. */
export function numbered(resolution: readonly ResolutionChange[]): string[] {
  return resolution.map((change, place) => `${place + 1}. ${inWords(change)}`);
}
