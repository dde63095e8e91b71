import { operationInWords } from "../../model/codes.js";
import type { ProposalTrail } from "../../audit/proposal-trail.js";
import type { CastVotes } from "../../read/cast-votes.js";
import { describeProposal, isMadeByResolution, numbered, subjectWords } from "../../read/describe-proposal.js";
import type { Proposal } from "../../model/records.js";
import type { VoteStanding } from "../../read/may-vote.js";
import type { Tally } from "../../read/tallies.js";
import type { Voice } from "../../read/voices.js";
import { capital } from "../../util/capital.js";
import { minuteOf } from "../../util/moment.js";
import { paint } from "../output.js";
import { outcomeInWords } from "./action-result.js";
import { facts, status, table } from "./table.js";

/** A proposal, and how it stands. */
export interface Standing extends Pick<ProposalTrail, "stoppedBy"> {
  proposal: Proposal;
  tallies: Tally[];
}

/** The same, with the votes that were cast once it is decided. */
export interface ProposalInFull extends Standing, ProposalTrail {
  cast: CastVotes[];
}

/** A table of proposals. */
export function showProposals(proposals: readonly Proposal[], none: string): string {
  if (proposals.length === 0) return none;
  const rows = proposals.map((each) => [
    String(each.id),
    operationInWords(each.operation),
    subjectWords(each.about).join("\n"),
    isMadeByResolution(each) ? "made by a\nresolution" : `${each.votesFor} for\n${each.votesAgainst} against`,
    status(each.state),
    each.state === "open" ? minuteOf(each.expiresAt) : nextStep(each).join("\n"),
  ]);
  return table(
    ["id", ["proposes to", "lines"], ["about", "words"], "votes", "state", ["expires (UTC)", "lines"]],
    rows,
  );
}

/** When what has passed can be carried out, and how. */
function nextStep({ id, waiting, expiresAt, lapsesAt }: Proposal): string[] {
  if (waiting === "waits") return [`waits until ${minuteOf(expiresAt)}`];
  if (waiting === "lapsed") return ["lapsed", `portcullis proposal close ${id}`];
  if (waiting !== "ready") return [];
  const until = lapsesAt === null ? "" : ` until ${minuteOf(lapsesAt)}`;
  return [`carry out${until}`, `portcullis proposal execute ${id}`];
}

/** The state of a proposal, in a sentence or two, shown after proposing or voting. `own` is what would become of the vote of
 *  whoever looks. */
export function showStanding({ proposal, tallies, stoppedBy }: Standing, own?: VoteStanding): string {
  const { id, state, votesFor, votesAgainst } = proposal;
  const what = capital(describeProposal(proposal));
  const votes = `with ${votesFor} for and ${votesAgainst} against`;
  if (state === "passed") return showPassed(proposal, what);
  if (stoppedBy !== null) return `${what} had passed, ${votes}, and was stopped by ${stoppedBy}.`;
  if (state !== "open") return `${what} ${outcomeInWords(state)}, ${votes}.`;
  const lines = tallies.map((tally) => [votesOf(tally), ...missingOf(tally)]);
  return [
    ...(lines.length === 1
      ? [`${what} is open: ${lines.flat().join("\n")}`]
      : [`${what} is open.`, ...lines.map((each, index) => [decidedBy(tallies[index]), ...each].join("\n"))]),
    ...(tallies.every(({ missing }) => missing.length === 0)
      ? [`Everyone has voted. To end it: ${paint("bold", `portcullis proposal close ${id}`)}`]
      : howToVote(id, own)),
  ].join("\n");
}

function howToVote(id: number, own: VoteStanding | undefined): string[] {
  if (own === "may not vote") return ["Others vote on it: your account does not."];
  const how = `To vote: ${paint("bold", `portcullis proposal approve ${id}`)}, or reject.`;
  return [own === "may vote" ? `You have not voted yet. ${how}` : how];
}

function showPassed({ id, waiting, expiresAt, lapsesAt }: Proposal, what: string): string {
  const execute = paint("bold", `portcullis proposal execute ${id}`);
  if (waiting === "lapsed")
    return `${what} has passed, but was not carried out in time. To end it: ${paint("bold", `portcullis proposal close ${id}`)}`;
  if (waiting === "ready")
    return [
      `${what} has passed, and can be carried out${lapsesAt === null ? "" : ` until ${minuteOf(lapsesAt)} (UTC)`}.`,
      `To carry it out: ${execute}`,
    ].join("\n");
  return [
    `${what} has passed, and can be carried out from ${minuteOf(expiresAt)} (UTC) on, for seven days.`,
    `To carry it out then: ${execute}. To stop it before, if its policy lets you: portcullis proposal veto ${id}`,
  ].join("\n");
}

function votesOf({ votesFor, votesAgainst, needed, counted, policy }: Tally): string {
  const by = counted === "accounts" ? "" : `\nPolicy: ${policy}`;
  return `${votesFor} of ${needed} votes needed, ${votesAgainst} against.${by}`;
}

function missingOf({ missing }: Tally): string[] {
  return missing.length === 0 ? [] : [`Not yet voted: ${missing.map(voiceInWords).join(", ")}`];
}

function decidedBy(tally: Tally | undefined): string {
  return `To ${tally?.operations.map(operationInWords).join(", to ") ?? ""}:`;
}

/** So many accounts are named that could speak for an organisation. */
const SOME = 3;

/** An account; of an organisation also what its voice weighs if that is not 1, and who speaks or could speak for it. */
export function voiceInWords({ org, accounts, weight }: Voice): string {
  if (org === null) return accounts.join();
  const more = accounts.length - SOME;
  const who = accounts.length === 0 ? "nobody can" : accounts.slice(0, SOME).join(", ");
  return `${org} (${weight === 1 ? "" : `weight ${weight}; `}${who}${more > 0 ? ` and ${more} more` : ""})`;
}

function voicesInWords(voices: readonly Voice[]): string {
  return voices.map(voiceInWords).join("\n") || "no one";
}

/** All about one proposal. */
export function showProposal({ proposal, tallies, cast, madeBy, stoppedBy }: ProposalInFull): string {
  const { id, about, state, expiresAt } = proposal;
  const node = about.node === null ? [] : [["node", about.node.url] as const];
  return facts([
    ["proposal", String(id)],
    ["proposes to", operationInWords(proposal.operation)],
    ["about", (about.resolution === null ? subjectWords(about) : numbered(about.resolution)).join("\n")],
    ...node,
    isMadeByResolution(proposal)
      ? ["made by", `${madeBy === null ? "a resolution" : `proposal ${madeBy}`}, which was carried out`]
      : ["proposed by", proposal.proposer],
    ["state", status(state)],
    ...(stoppedBy === null ? [] : ([["stopped by", `${stoppedBy}, after it had passed`]] as const)),
    ...tallies.flatMap((tally) => tallyFacts(tally, { isOne: tallies.length === 1 })),
    ...(state === "open" || isMadeByResolution(proposal) ? [] : castFacts(cast)),
    ...(state === "open" ? ([["expires", `${minuteOf(expiresAt)} UTC`]] as const) : []),
    ...(state === "passed" ? ([["then", nextStep(proposal).join("\n")]] as const) : []),
  ]);
}

type Facts = (readonly [string, string])[];

function tallyFacts(tally: Tally, { isOne }: { isOne: boolean }): Facts {
  const { votesFor, votesAgainst, needed, electorate, policy, counted } = tally;
  return [
    ...(isOne ? [] : operationFacts(tally)),
    ...(isOne && counted === "accounts" ? [] : ([["policy", policy]] as const)),
    ["votes", `${votesFor} for, ${votesAgainst} against; ${needed} of ${electorate} votes for it needed`],
    ...voterFacts(tally),
    ["not voted", voicesInWords(tally.missing)],
  ];
}

/** Without what was needed then, which no contract knows any more. */
function castFacts(cast: readonly CastVotes[]): Facts {
  if (cast.length === 0) return [["votes", "none"]];
  return cast.flatMap((votes) => [
    ...(cast.length === 1 ? [] : operationFacts(votes)),
    ["votes", `${votes.votesFor} for, ${votes.votesAgainst} against`] as const,
    ...voterFacts(votes),
  ]);
}

function operationFacts({ operations }: CastVotes): Facts {
  return operations.length === 0 ? [] : [["to", operations.map(operationInWords).join("\n")]];
}

function voterFacts(votes: CastVotes): Facts {
  return [
    ["for", voicesInWords(votes.for)],
    ["against", voicesInWords(votes.against)],
  ];
}
