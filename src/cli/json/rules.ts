import * as z from "zod";
import { COUNTED, OPERATIONS, RULE_KINDS } from "../../model/codes.js";
import { exampleOf, record } from "./record.js";
import { address, flag, number, text, word } from "./values.js";

export const operation = word(OPERATIONS);

const veto = record(
  "Veto",
  {
    by: z
      .array(text)
      .describe('organisations of which each may stop it, or "the guardian", "the organisation concerned"'),
    count: number.describe("how many of outOf network admins may, or 0"),
    outOf: number.describe("of how many, or 0"),
  },
  { about: "Who may stop what has passed while it waits.", example: { by: ["ORG1"], count: 0, outOf: 0 } },
);

const POLICY_SHAPE = {
  kind: word(RULE_KINDS).describe("how many votes are needed"),
  count: number.describe("votes needed, for count and fraction; otherwise 0"),
  outOf: number.describe("of how many, for fraction; otherwise 0"),
  counted: word(COUNTED).describe("what is counted"),
  orgs: z.array(text).describe("ids of the organisations that vote; none for all"),
  roles: z
    .array(text)
    .describe('roles with which accounts vote, or "network admin", "organisation admin", "any admin"; none for any'),
  delay: number.describe("how long what has passed waits, in seconds"),
  veto: veto.describe("who may stop it in that time"),
};

export const policy = record("Policy", POLICY_SHAPE, {
  about: "How an operation is decided.",
  example: {
    kind: "majority",
    count: 0,
    outOf: 0,
    counted: "organisations",
    orgs: [],
    roles: ["any admin"],
    delay: 0,
    veto: { by: [], count: 0, outOf: 0 },
  },
});

export const rule = record(
  "Rule",
  {
    operation: operation.describe("what is voted on"),
    ...POLICY_SHAPE,
    rule: text.describe("how many votes are needed, in words: majority, fraction 2 of 3"),
    policy: text.describe("all of it in words"),
    needed: number.describe("what votes for it must weigh now; more than all weigh if the operation is forbidden"),
    electorate: number.describe(
      "what all votes weigh together: how many network admins there are, or the weight of the active organisations that vote",
    ),
  },
  {
    about: "The policy of an operation, and what it needs now.",
    example: {
      operation: "add-org",
      kind: "majority",
      count: 0,
      outOf: 0,
      counted: "accounts",
      orgs: [],
      roles: ["network admin"],
      delay: 0,
      veto: { by: [], count: 0, outOf: 0 },
      rule: "majority",
      policy: "majority of the network admins",
      needed: 2,
      electorate: 2,
    },
  },
);

export const voice = record(
  "Voice",
  {
    org: text.nullable().describe("the organisation for which it speaks; null where accounts are counted"),
    accounts: z.array(address).describe("who cast it; if it is still to come, who could"),
    weight: number.describe("what it weighs"),
  },
  {
    about: "A vote, or one that is still to come.",
    example: { org: "ORG1", accounts: ["0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65"], weight: 1 },
  },
);

export const policyInFull = record(
  "Policy in full",
  {
    rule: rule.describe("the policy that is in force"),
    isFirst: flag.describe("whether it is that of every operation at first, the majority of the network admins"),
    voices: z.array(voice).describe("who could vote now"),
    suffices: flag.describe("whether the votes of all of them would suffice"),
  },
  { example: { rule: exampleOf(rule), isFirst: true, voices: [], suffices: true } },
);

const consideredVote = record(
  "Considered vote",
  {
    account: address.describe("whose vote it would be"),
    org: text
      .nullable()
      .describe("the organisation for which it would speak; null where accounts are counted, or it may not vote"),
    weight: number.describe("what it would weigh; 0 if it would not count"),
    why: text.describe("in words"),
  },
  {
    about: "What a vote would weigh.",
    example: {
      account: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
      org: "ORG1",
      weight: 2,
      why: "It speaks for ORG1, and weighs 2.",
    },
  },
);

export const decision = record(
  "Decision",
  {
    allowed: flag.describe("whether these votes would suffice now"),
    rule: rule.describe("the policy that is in force"),
    weight: number.describe("what they weigh together"),
    votes: z.array(consideredVote).describe("each of them"),
  },
  {
    about: "Whether the votes of some accounts would suffice for an operation.",
    example: { allowed: false, rule: exampleOf(rule), weight: 2, votes: [exampleOf(consideredVote)] },
  },
);
