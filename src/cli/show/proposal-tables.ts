import { operationInWords } from "../../model/codes.js";
import { describeProposal, numbered, subjectWords } from "../../read/describe-proposal.js";
import type { Proposal } from "../../model/records.js";
import type { Tally } from "../../read/read-proposals.js";
import { capital } from "../../util/capital.js";
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
    each.state === "open" ? minute(each.expiresAt) : "",
  ]);
  return table(
    ["id", ["proposes to", "lines"], ["about", "words"], "votes", "state", ["expires (UTC)", "lines"]],
    rows,
  );
}

/** "2026-11-21 10:15", in UTC. */
function minute(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}

/** The state of a proposal, in a sentence or two, shown after proposing or voting. */
export function showStanding(proposal: Proposal, tally: Tally): string {
  const { id, state, votesFor, votesAgainst } = proposal;
  const what = capital(describeProposal(proposal));
  if (state === "passed")
    return `${what} has passed. To carry it out: ${paint("bold", `portcullis proposal execute ${id}`)}`;
  if (state !== "open") return `${what} is ${status(state)}, with ${votesFor} for and ${votesAgainst} against.`;
  return [
    `${what} is open: ${votesFor} of ${tally.needed} votes needed, ${votesAgainst} against.`,
    ...(tally.missing.length === 0
      ? [`Everyone has voted. To end it: ${paint("bold", `portcullis proposal close ${id}`)}`]
      : [
          `Not yet voted: ${tally.missing.join(", ")}`,
          `To vote: ${paint("bold", `portcullis proposal approve ${id}`)}, or reject.`,
        ]),
  ].join("\n");
}

/** All about one proposal. */
export function showProposal({ proposal, tally }: { proposal: Proposal; tally: Tally }): string {
  const { id, about, proposer, state, expiresAt, votesFor, votesAgainst } = proposal;
  const node = about.node === null ? [] : [["node", about.node.url] as const];
  return facts([
    ["proposal", String(id)],
    ["proposes to", operationInWords(proposal.operation)],
    ["about", (about.resolution === null ? subjectWords(about) : numbered(about.resolution)).join("\n")],
    ...node,
    ["proposed by", proposer],
    ["state", status(state)],
    ["votes", `${votesFor} for, ${votesAgainst} against; ${tally.needed} of ${tally.electorate} votes for it needed`],
    ["for", tally.for.join("\n") || "no one"],
    ["against", tally.against.join("\n") || "no one"],
    ...(state === "open"
      ? ([
          ["not voted", tally.missing.join("\n") || "no one"],
          ["expires", `${minute(expiresAt)} UTC`],
        ] as const)
      : []),
  ]);
}
