import { ZeroAddress } from "ethers";
import { operationInWords, settingInWords } from "../model/codes.js";
import type { Proposal, ResolutionChange, Subject } from "../model/records.js";
import { shortId } from "../model/enode.js";
import { durationInWords } from "../util/duration.js";
import { minuteInWords } from "../util/moment.js";

/** How nodes are named: those that a proposal is about, and in the sentences that say what changes do. */
interface NodeNames {
  of: (node: NonNullable<Subject["node"]>) => string;
  within: (sentence: string) => string;
}

const SHORT: NodeNames = {
  of: ({ enodeId }) => shortId(enodeId),
  within: (sentence) =>
    sentence
      .replaceAll(/\bnode enode:\/\/([0-9a-f]{128})@\S+/g, (_, enodeId: string) => `node ${shortId(enodeId)}`)
      .replaceAll(/\b[0-9a-f]{128}\b/g, shortId),
};

const WHOLE: NodeNames = { of: ({ url }) => url, within: (sentence) => sentence };

/** The things that a proposal is about. */
export function subjectWords(
  { org, node, account, role, roleOrg, rule, setting, change, resolution, hold, suspendedUntil }: Subject,
  names = SHORT,
): string[] {
  const named = [
    resolution === null ? org : null,
    account,
    role === null ? null : `role ${role}${roleOrg === null || roleOrg === org ? "" : ` of ${roleOrg}`}`,
    node === null ? null : `node ${names.of(node)}`,
    rule === null ? null : `${rule.rule} to ${operationInWords(rule.operation)}`,
    setting === null ? null : settingInWords(setting),
    resolution === null ? null : names.within(shortlyOf(resolution)),
    hold === null ? null : (org === null ? "admissions, " : "") + holdInWords(hold),
    suspendedUntil === null ? null : `until ${minuteInWords(suspendedUntil)}`,
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

/** "add an organisation (ORG1, 0x…, node ab12cd34…)", "add the node ab12cd34… to ORG1". */
export function proposedInWords({ operation, about }: Pick<Proposal, "operation" | "about">, names = SHORT): string {
  return (
    ownWords({ operation, about }, names) ?? `${operationInWords(operation)} (${subjectWords(about, names).join(", ")})`
  );
}

/** What organisations' admins do by hand says all of itself: "add the node ab12cd34… to ORG1". */
export function ownWords(
  { operation, about }: Pick<Proposal, "operation" | "about">,
  names = SHORT,
): string | undefined {
  const [change] = about.resolution ?? [];
  return operation === "resolve" || change?.does == null ? undefined : names.within(change.does);
}

/** "proposal 7 to add an organisation (ORG1, 0x…, node ab12cd34…)". */
export function describeProposal(proposal: Proposal, names = SHORT): string {
  return `proposal ${proposal.id} to ${proposedInWords(proposal, names)}`;
}

/** The same with whole URLs, for what is signed: an enode id with given first digits can be found by trying. Of a resolution,
 *  all changes. */
export function describeInFull(proposal: Proposal): string {
  const { resolution } = proposal.about;
  if (resolution === null || resolution.length === 1) return describeProposal(proposal, WHOLE);
  return `proposal ${proposal.id} to ${operationInWords(proposal.operation)}: ${numbered(resolution).join("; ")}`;
}

/** Whether a resolution that was carried out proposed it, and approved it at once: nobody voted on it. */
export function isMadeByResolution({ proposer }: Pick<Proposal, "proposer">): boolean {
  return proposer === ZeroAddress;
}

/** "1. suspend ORG1" for each change of a resolution. */
export function numbered(resolution: readonly ResolutionChange[]): string[] {
  return resolution.map((change, place) => `${place + 1}. ${inWords(change)}`);
}
