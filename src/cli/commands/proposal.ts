import { carryOutResolution } from "../../actions/resolutions.js";
import { castVote, closeProposal, vetoProposal, withdrawProposal } from "../../actions/votes.js";
import type { Actor, ActionResult } from "../../actions/perform.js";
import { PROPOSAL_STATE } from "../../model/codes.js";
import type { Proposal } from "../../model/records.js";
import type { Network } from "../../network/network.js";
import { wanted } from "../../read/filter.js";
import { readPendingProposals, readProposal, readProposals } from "../../read/read-proposals.js";
import { readChangeBy, readChangeOfPassed } from "../../read/rights-taken.js";
import { group } from "../command.js";
import { listOptions } from "../list-options.js";
import { readCommand } from "../read-command.js";
import { showProposal, showProposals } from "../show/proposal-tables.js";
import { flag, wholeNumber } from "../specs.js";
import { readProposalInFull, standingFor } from "../standing.js";
import { warnOfClaims } from "../warn-of-claims.js";
import { warnOfSubject } from "../warn-of-host-names.js";
import { writeCommand } from "../write-command.js";
import { sign, submit } from "./signed-votes.js";

const id = wholeNumber("number of the proposal");

const list = readCommand({
  name: "proposal list",
  alias: "ls",
  does: "List the proposals that are open, or have passed and are still to be carried out.",
  options: { all: flag("also those that have ended"), ...listOptions(PROPOSAL_STATE) },
  examples: ["proposal list", "proposal list --all", "proposal list --org ORG1 --status rejected"],
  read: async (network, { all, ...filter }) => {
    const isEnded = all || (filter.status !== undefined && filter.status !== "open");
    const of = { orgOf: ({ about }: Proposal) => about.org, statusOf: ({ state }: Proposal) => state };
    return wanted(network, isEnded ? await readProposals(network) : await readPendingProposals(network), filter, of);
  },
  show: (proposals, { all, org, status }) =>
    showProposals(
      proposals,
      org !== undefined || status !== undefined
        ? "There is no proposal like that."
        : all
          ? "There has been no proposal yet."
          : "No proposal is open.",
    ),
});

const show = readCommand({
  name: "proposal show",
  does: "Show a proposal: what it is about, who voted, who has not, and when it expires.",
  args: { id },
  examples: ["proposal show 7"],
  read: (network, given) => readProposalInFull(network, given.id),
  show: showProposal,
});

/** The same warnings as for whoever proposed it. */
async function warnOfProposal(network: Network, { operation, about }: Proposal): Promise<string[]> {
  const { org, node, account } = about;
  const takes = operation === "add-org" || operation === "appoint-admin";
  return [
    ...(takes && org !== null ? await warnOfClaims(network, { org, node, account }) : []),
    ...(await warnOfSubject(network, about)),
  ];
}

/** A command about a proposal that is named by its number, so that its content need not be typed again. */
function decide(
  name: "approve" | "reject" | "veto" | "withdraw" | "close",
  does: string,
  act: (actor: Actor, given: { id: number }) => Promise<ActionResult>,
  vote?: "for" | "against" | "none",
) {
  return writeCommand({
    name: `proposal ${name}`,
    section: "Vote:",
    does,
    args: { id },
    examples: [`proposal ${name} 7`],
    act: (actor, given) => act(actor, given),
    warnings: async (network, given) =>
      vote === "for" ? warnOfProposal(network, await readProposal(network, given.id)) : [],
    ...(vote !== undefined && {
      takesRights: (network: Network, given: { id: number }) => readChangeBy(network, { ...given, vote }),
    }),
    after: standing,
  });
}

const execute = writeCommand({
  name: "proposal execute",
  section: "Vote:",
  does: "Carry out what has passed and has waited as long as its policy says, or took more gas than the vote that decided it.",
  args: { id },
  examples: ["proposal execute 7"],
  act: carryOutResolution,
  takesRights: (network, given) => readChangeOfPassed(network, given.id),
  after: standing,
});

function standing(network: Network, given: { id: number }, _: ActionResult, account: string): Promise<string> {
  return standingFor(network, given.id, account);
}

export default group("proposal", "proposals: what is decided by vote", [
  list,
  show,
  decide(
    "approve",
    "Vote for a proposal. Who votes on it: network admins, or by its policy.",
    (actor, { id }) => castVote(actor, { id, support: true }),
    "for",
  ),
  decide(
    "reject",
    "Vote against a proposal. Who votes on it: network admins, or by its policy.",
    (actor, { id }) => castVote(actor, { id, support: false }),
    "against",
  ),
  decide("veto", "Stop what has passed, while it waits. Whom its policy names.", vetoProposal),
  decide("withdraw", "Withdraw a proposal, until someone else votes for it. Its proposer.", withdrawProposal),
  decide(
    "close",
    "End a proposal that has expired, or that a change of admins or rules has decided.",
    closeProposal,
    "none",
  ),
  execute,
  sign,
  submit,
]);
