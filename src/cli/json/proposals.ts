import * as z from "zod";
import { COUNTED, NODE_CHANGES, PROPOSAL_STATE, RULE_KINDS, SETTINGS } from "../../model/codes.js";
import { namedNode } from "./nodes.js";
import { exampleOf, record } from "./record.js";
import { operation } from "./rules.js";
import { address, number, settingValue, text, time, word } from "./values.js";

export const proposalState = word(PROPOSAL_STATE);

const policy = record(
  "Policy",
  {
    kind: word(RULE_KINDS).describe("how many votes are needed"),
    count: number.describe("votes needed, for count and fraction; otherwise 0"),
    outOf: number.describe("of how many, for fraction; otherwise 0"),
    counted: word(COUNTED).describe("what is counted"),
    orgs: z.array(text).describe("ids of the organisations that vote; none for all"),
    roles: z
      .array(text)
      .describe('roles with which accounts vote, or "network admin", "organisation admin", "any admin"; none for any'),
  },
  {
    about: "How an operation is decided.",
    example: { kind: "majority", count: 0, outOf: 0, counted: "organisations", orgs: [], roles: ["any admin"] },
  },
);

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
    value: settingValue.describe("whether it would be on, or how much it would allow; 0 for the default limit"),
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
    },
  },
);

export const proposal = record(
  "Proposal",
  {
    id: number.describe("its number"),
    operation: operation.describe("what it would do"),
    about: subject.describe("what it is about"),
    proposer: address.describe("who proposed it"),
    votesFor: number.describe("votes for it, from present network admins"),
    votesAgainst: number.describe("the same, against it"),
    state: proposalState.describe("whether it is decided, and how"),
    expiresAt: time.describe("when it ends if it is not decided"),
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
      },
      proposer: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      votesFor: 1,
      votesAgainst: 0,
      state: "open",
      expiresAt: "2026-12-21T10:56:05.000Z",
    },
  },
);

const tally = record(
  "Tally",
  {
    needed: number.describe("votes for it that are needed"),
    electorate: number.describe("how many network admins there are"),
    for: z.array(address).describe("who voted for it"),
    against: z.array(address).describe("who voted against it"),
    missing: z.array(address).describe("who has not voted"),
  },
  {
    about: "Who has voted. Only present network admins count.",
    example: {
      needed: 2,
      electorate: 2,
      for: ["0x70997970C51812dc3A010C7d01b50e0d17dc79C8"],
      against: [],
      missing: ["0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"],
    },
  },
);

export const proposalInFull = record(
  "Proposal in full",
  {
    proposal: proposal.describe("the proposal"),
    tally: tally.describe("who has voted, and who has not"),
  },
  { example: { proposal: exampleOf(proposal), tally: exampleOf(tally) } },
);
