import * as z from "zod";
import { COUNTED, NODE_CHANGES, PROPOSAL_STATE, SETTINGS, WAITING } from "../../model/codes.js";
import { namedNode } from "./nodes.js";
import { exampleOf, record } from "./record.js";
import { operation, policy, voice } from "./rules.js";
import { address, number, settingValue, text, time, word } from "./values.js";

export const proposalState = word(PROPOSAL_STATE);

const newRule = record(
  "New rule",
  {
    operation: operation.describe("the operation whose rule would change"),
    rule: text.describe("the new rule in words"),
    policy: policy.nullable().describe("the new policy, if it says who votes"),
  },
  { example: { operation: "add-org", rule: "count 1", policy: null } },
);

const newSetting = record(
  "New setting",
  {
    setting: word(SETTINGS).describe("the setting that would change"),
    value: settingValue.describe(
      "whether it would be on, how much it would allow, 0 for the default limit, or whether the organisation could deploy",
    ),
  },
  { example: { setting: "ip-check", value: false } },
);

export const resolutionChange = record(
  "Change of a resolution",
  {
    does: text.nullable().describe("what it does, in words; null where this version cannot read it"),
    data: text.describe("the call of the interface, in hex"),
  },
  {
    about: "A change of a resolution.",
    example: { does: "suspend ORG1", data: "0x84b7a84a" },
  },
);

const subject = record(
  "Subject",
  {
    org: text.nullable().describe("full id of the organisation"),
    node: namedNode.nullable().describe("the node; while the proposal is open, with the URL that it is to have"),
    account: address.nullable().describe("the account that is appointed, removed, recovered or released"),
    role: text.nullable().describe("the role that the account would get"),
    roleOrg: text.nullable().describe("full id of the organisation that defines the role"),
    rule: newRule.nullable().describe("the voting rule that would change"),
    setting: newSetting.nullable().describe("the setting that would change"),
    resolution: z.array(resolutionChange).nullable().describe("the changes of a resolution, in their order"),
    hold: number.nullable().describe("for how many seconds an emergency measure would hold; 0 if it would end"),
    suspendedUntil: time.nullable().describe("when a suspension would end by itself"),
    change: word(NODE_CHANGES).nullable().describe("what becomes of the node of the admin organisation"),
  },
  {
    about: "What a proposal is about: the fields that are not null.",
    example: {
      org: null,
      node: null,
      account: null,
      role: null,
      roleOrg: null,
      rule: exampleOf(newRule),
      setting: null,
      change: null,
      resolution: null,
      hold: null,
      suspendedUntil: null,
    },
  },
);

export const proposal = record(
  "Proposal",
  {
    id: number.describe("its number"),
    operation: operation.describe("what it would do"),
    about: subject.describe("what it is about"),
    proposer: address.describe("who proposed it; the zero address where a resolution that was carried out did"),
    votesFor: number.describe(
      "votes for it, from present network admins; what they weigh, where a policy counts organisations; once it is decided, as they were counted then",
    ),
    votesAgainst: number.describe("the same, against it"),
    state: proposalState.describe("whether it is decided, and how"),
    expiresAt: time.describe(
      "when it ends if it is not decided; once it has passed, from when on it can be carried out",
    ),
    waiting: word(WAITING)
      .nullable()
      .describe("of one that has passed: whether it can be carried out not yet, now, or no more; otherwise null"),
    lapsesAt: time.nullable().describe("until when it can be carried out, if it has passed; otherwise null"),
  },
  {
    example: {
      id: 4,
      operation: "change-setting",
      about: {
        org: null,
        node: null,
        account: null,
        role: null,
        roleOrg: null,
        rule: null,
        setting: exampleOf(newSetting),
        change: null,
        resolution: null,
        hold: null,
        suspendedUntil: null,
      },
      proposer: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      votesFor: 1,
      votesAgainst: 0,
      state: "open",
      expiresAt: "2026-12-21T10:56:05.000Z",
      waiting: null,
      lapsesAt: null,
    },
  },
);

const decided = z.array(operation).describe("what is decided so");
const counted = word(COUNTED).describe("what is counted");
const voters = {
  for: z.array(voice).describe("who voted for it"),
  against: z.array(voice).describe("who voted against it"),
};

const castVotes = record(
  "Cast votes",
  {
    operations: decided,
    counted,
    votesFor: number.describe("what the votes for it weighed"),
    votesAgainst: number.describe("the same, against it"),
    ...voters,
  },
  {
    about: "The votes that were cast, and counted when a proposal was decided or ended.",
    example: {
      operations: ["suspend-org"],
      counted: "accounts",
      votesFor: 1,
      votesAgainst: 0,
      for: [{ org: null, accounts: ["0x70997970C51812dc3A010C7d01b50e0d17dc79C8"], weight: 1 }],
      against: [],
    },
  },
);

const tally = record(
  "Tally",
  {
    operations: decided,
    policy: text.describe("the policy in words"),
    counted,
    needed: number.describe("what votes for it must weigh; more than all weigh if it is forbidden"),
    electorate: number.describe("what all votes weigh together"),
    votesFor: number.describe("what the votes for it weigh now"),
    votesAgainst: number.describe("the same, against it"),
    ...voters,
    missing: z.array(voice).describe("who has not voted"),
  },
  {
    about: "The votes by one policy. Only those count that may vote now.",
    example: {
      operations: ["suspend-org"],
      policy: "majority of the organisations with the role any admin",
      counted: "organisations",
      needed: 2,
      electorate: 3,
      votesFor: 1,
      votesAgainst: 0,
      for: [{ org: "ADMINORG", accounts: ["0x70997970C51812dc3A010C7d01b50e0d17dc79C8"], weight: 1 }],
      against: [],
      missing: [exampleOf(voice), { org: "ORG2", accounts: [], weight: 1 }],
    },
  },
);

export const proposalInFull = record(
  "Proposal in full",
  {
    proposal: proposal.describe("the proposal"),
    tallies: z
      .array(tally)
      .describe(
        "while it is open: who has voted, and who has not, by each policy that decides it: one, unless it is a resolution",
      ),
    cast: z.array(castVotes).describe("once it is decided: the votes that were cast, whatever the policies are now"),
    madeBy: number
      .nullable()
      .describe(
        "the proposal that made and approved it when it was carried out; null if there is none, or no event says",
      ),
    stoppedBy: address.nullable().describe("who stopped it after it had passed; null if nobody did, or no event says"),
  },
  {
    example: {
      proposal: exampleOf(proposal),
      tallies: [exampleOf(tally)],
      cast: [],
      madeBy: null,
      stoppedBy: null,
    },
  },
);
