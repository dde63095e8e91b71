import { operationInWords } from "../../codes.js";
import { describeProposal, subjectWords } from "../../read/describe.js";
import type { Proposal } from "../../read/model.js";
import type { Tally } from "../../read/proposals.js";
import { capital } from "../../words.js";
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
    minute(each.expiresAt),
  ]);
  return table(["id", "proposes to", "about", "votes", "state", "expires (UTC)"], rows);
}

/** "2026-11-21 10:15", in UTC. */
function minute(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}

/** Where a proposal stands, in a sentence or two: for whoever has just proposed or voted. */
export function showStanding(proposal: Proposal, tally: Tally): string {
  const { id, state, votesFor, votesAgainst } = proposal;
  const what = capital(describeProposal(proposal));
  if (state !== "open") return `${what} is ${status(state)}, with ${votesFor} for and ${votesAgainst} against.`;
  return [
    `${what} is open: ${votesFor} of ${tally.needed} votes that it needs, ${votesAgainst} against.`,
    ...(tally.missing.length === 0
      ? [`Everybody has voted. It ends with: ${paint("bold", `portcullis proposal close ${id}`)}`]
      : [
          `Not voted yet: ${tally.missing.join(", ")}`,
          `They vote with: ${paint("bold", `portcullis proposal approve ${id}`)}, or reject.`,
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
    ["about", subjectWords(about).join("\n")],
    ...node,
    ["proposed by", proposer],
    ["state", status(state)],
    ["votes", `${votesFor} for, ${votesAgainst} against; ${tally.needed} of ${tally.electorate} for it decide`],
    ["for", tally.for.join("\n") || "nobody"],
    ["against", tally.against.join("\n") || "nobody"],
    ...(state === "open" ? [["not voted", tally.missing.join("\n") || "nobody"] as const] : []),
    ["expires", `${minute(expiresAt)} UTC`],
  ]);
}
