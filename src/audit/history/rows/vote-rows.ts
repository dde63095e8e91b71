import * as codes from "../../../model/codes.js";
import { ruleInWords } from "../../../model/policy.js";
import { decodeRefusedChange } from "../../../errors/refused-change.js";
import { refusal } from "../../../errors/refusal.js";
import { isMadeByResolution, ownWords, subjectWords } from "../../../read/describe-proposal.js";
import type { ProposalSubject } from "../proposal-subjects.js";
import type { Circumstances, Rows } from "./row.js";

/** Events of VoterManager. `org` of the reference's events is the admin organisation, whatever a proposal is about. */
export const VOTE_ROWS = {
  VoterAdded: ({ orgId, account }) => ({ sentence: `${account} became a network admin.`, org: orgId, account }),
  VoterDeleted: ({ orgId, account }) => ({
    sentence: `${account} is no longer a network admin.`,
    org: orgId,
    account,
  }),
  VotingItemAdded: () => ({ sentence: "There is something to vote on." }),
  VoteProcessed: () => ({ sentence: "A vote was cast." }),
  ProposalCreated: ({ id, proposer }, circumstances) => {
    const fields = about(id, circumstances);
    return {
      sentence: `${maker(id, proposer, circumstances)} proposed to ${proposed(fields)} (proposal ${id.toString()}).`,
      proposer,
      ...fields,
    };
  },
  VoteCast: ({ id, voter, support }, circumstances) => ({
    sentence: `${voter} voted ${support ? "for" : "against"} proposal ${id.toString()}.`,
    voter,
    support,
    ...about(id, circumstances),
  }),
  ProposalStateChanged: ({ id, state }, circumstances) => ({
    sentence: closed(id, codes.proposalStateName(state)),
    state: codes.proposalStateName(state),
    ...about(id, circumstances),
  }),
  ProposalVetoed: ({ id, account }, circumstances) => ({
    sentence: `${account} stopped proposal ${id.toString()}, which had passed.`,
    account,
    ...about(id, circumstances),
  }),
  ChangesRefused: ({ id, refusal: error }, circumstances) => {
    const { change, why } = decodeRefusedChange(error);
    return {
      sentence: `Change ${change} of proposal ${id.toString()} was refused, so none was made: ${why}`,
      refusedChange: change,
      why,
      ...about(id, circumstances),
    };
  },
  RuleChanged: ({ op, kind, count, outOf }) => ({
    sentence: `The voting rule to ${codes.operationPhrase(op)} became ${ruleOf(kind, count, outOf)}.`,
    operation: codes.operationName(op),
    rule: ruleOf(kind, count, outOf),
  }),
} satisfies Partial<Rows>;

function ruleOf(kind: bigint, count: bigint, outOf: bigint): string {
  return ruleInWords({ kind: codes.ruleKindName(kind), count: Number(count), outOf: Number(outOf) });
}

function about(id: bigint, { proposals }: Circumstances) {
  const known = proposals.get(id);
  if (known === undefined) throw refusal("BUG", { cause: "proposalNotRead", id });
  const { operation, about } = known;
  return { proposal: Number(id), operation, about };
}

/** What a resolution carries out comes from the implementation. */
function maker(id: bigint, proposer: string, { proposals, makerOf }: Circumstances): string {
  const known = proposals.get(id);
  if (known === undefined || !isMadeByResolution(known)) return proposer;
  const by = makerOf(Number(id));
  return by === undefined ? "A resolution" : `Proposal ${by}`;
}

/** "add an organisation: ORG1, 0x…", "add the node ab12cd34… to ORG1". */
function proposed(fields: Pick<ProposalSubject, "operation" | "about">): string {
  return ownWords(fields) ?? `${codes.operationInWords(fields.operation)}: ${subjectWords(fields.about).join(", ")}`;
}

function closed(id: bigint, state: codes.ProposalState): string {
  return `Proposal ${id.toString()} ${state === "expired" || state === "passed" ? state : `was ${state}`}.`;
}
