import * as z from "zod";
import { OPERATIONS, RULE_KINDS } from "../../model/codes.js";
import { exampleOf, record } from "./record.js";
import { number, text, word } from "./values.js";

export const operation = word(OPERATIONS);

const shape = {
  operation: operation.describe("what is voted on"),
  kind: word(RULE_KINDS).describe("how votes are counted"),
  count: number.describe("votes needed, for count and fraction; 0 otherwise"),
  outOf: number.describe("out of how many, for fraction; 0 otherwise"),
  rule: text.describe("in words: majority, fraction 2 of 3"),
};

export const rule = record("Rule", shape, {
  example: { operation: "add-org", kind: "majority", count: 0, outOf: 0, rule: "majority" },
});

const countedRule = record(
  "Counted rule",
  {
    ...shape,
    votesNeeded: number.describe(
      "votes for it that are needed now; more than there are network admins if the operation is forbidden",
    ),
  },
  { example: { ...exampleOf(rule), votesNeeded: 2 } },
);

export const rules = record(
  "Rules",
  {
    electorate: number.describe("how many network admins there are"),
    rules: z.array(countedRule).describe("how votes are counted, by operation"),
  },
  { example: { electorate: 2, rules: [exampleOf(countedRule)] } },
);
