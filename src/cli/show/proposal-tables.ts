import { operationInWords } from "../../model/codes.js";
import { describeProposal, numbered, subjectWords } from "../../read/describe-proposal.js";
import type { Proposal } from "../../model/records.js";
import type { Tally } from "../../read/tallies.js";
import type { Voice } from "../../read/voices.js";
import { capital } from "../../util/capital.js";
import { minuteOf } from "../../util/moment.js";
import { paint } from "../output.js";
import { facts, status, table } from "./table.js";

/** A table of proposals. */
export function showProposals(proposals: readonly Proposal[], none: string): string {
  if (proposals.length === 0) return none;
  const rows = proposals.map((each) => [
    String(each.id),
    operationInWords(each.operation),
    subjectWords(each.about).join("\n"),
    `${each.votesFor} for\n${each.votesAgainst} against`,
    status(each.state),
    each.state === "open"
      ? minuteOf(each.expiresAt)
      : each.state === "passed"
        ? `waits until ${minuteOf(each.expiresAt)}`
        : "",
  ]);
  return table(
    ["id", ["proposes to", "lines"], ["about", "words"], "votes", "state", ["expires (UTC)", "lines"]],
    rows,
  );
}

/** The state of a proposal, in a sentence or two, shown after proposing or voting. */
export function showStanding(proposal: Proposal, tallies: readonly Tally[]): string {
  const { id, state, votesFor, votesAgainst } = proposal;
  const what = capital(describeProposal(proposal));
  if (state === "passed")
    return [
      `${what} has passed, and can be carried out from ${minuteOf(proposal.expiresAt)} (UTC) on, for seven days.`,
      `To carry it out then: ${paint("bold", `portcullis proposal execute ${id}`)}. To stop it before, if its policy lets you: portcullis proposal veto ${id}`,
    ].join("\n");
  if (state !== "open") return `${what} is ${status(state)}, with ${votesFor} for and ${votesAgainst} against.`;
  const lines = tallies.map((tally) => [votesOf(tally), ...missingOf(tally)]);
  return [
    ...(lines.length === 1
      ? [`${what} is open: ${lines.flat().join("\n")}`]
      : [`${what} is open.`, ...lines.map((each, index) => [decidedBy(tallies[index]), ...each].join("\n"))]),
    ...(tallies.every(({ missing }) => missing.length === 0)
      ? [`Everyone has voted. To end it: ${paint("bold", `portcullis proposal close ${id}`)}`]
      : [`To vote: ${paint("bold", `portcullis proposal approve ${id}`)}, or reject.`]),
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
export function showProposal({ proposal, tallies }: { proposal: Proposal; tallies: readonly Tally[] }): string {
  const { id, about, proposer, state, expiresAt } = proposal;
  const node = about.node === null ? [] : [["node", about.node.url] as const];
  return facts([
    ["proposal", String(id)],
    ["proposes to", operationInWords(proposal.operation)],
    ["about", (about.resolution === null ? subjectWords(about) : numbered(about.resolution)).join("\n")],
    ...node,
    ["proposed by", proposer],
    ["state", status(state)],
    ...tallies.flatMap((tally) => tallyFacts(tally, { isOpen: state === "open", isOne: tallies.length === 1 })),
    ...(state === "open" ? ([["expires", `${minuteOf(expiresAt)} UTC`]] as const) : []),
  ]);
}

function tallyFacts(
  tally: Tally,
  { isOpen, isOne }: { isOpen: boolean; isOne: boolean },
): (readonly [string, string])[] {
  const { votesFor, votesAgainst, needed, electorate, policy, counted, operations } = tally;
  return [
    ...(isOne ? [] : ([["to", operations.map(operationInWords).join("\n")]] as const)),
    ...(isOne && counted === "accounts" ? [] : ([["policy", policy]] as const)),
    ["votes", `${votesFor} for, ${votesAgainst} against; ${needed} of ${electorate} votes for it needed`],
    ["for", voicesInWords(tally.for)],
    ["against", voicesInWords(tally.against)],
    ...(isOpen ? ([["not voted", voicesInWords(tally.missing)]] as const) : []),
  ];
}
