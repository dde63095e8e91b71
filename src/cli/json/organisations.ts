import { ORG_STATUS } from "../../model/codes.js";
import { record } from "./record.js";
import { heldUntil, number, stoppedBy, text, time, word } from "./values.js";

const SHAPE = {
  id: text.describe("full id, as in ORG1.SUB1"),
  parent: text.nullable().describe("full id of the organisation above it"),
  top: text.describe("id of the organisation at the top of its branch, which may be its own"),
  level: number.describe("1 for an organisation without a parent"),
  status: word(ORG_STATUS).describe("whether it may act"),
  heldUntil,
  suspendedUntil: time
    .nullable()
    .describe(
      "when its suspension ends by itself, or ended, where that has not been recorded: it is approved then; null where there is no such end",
    ),
  proposal: number.nullable().describe("number of the open proposal about it"),
  stoppedBy,
};

const EXAMPLE = {
  id: "ORG1.SUB1",
  parent: "ORG1",
  top: "ORG1",
  level: 2,
  status: "approved",
  heldUntil: null,
  suspendedUntil: null,
  proposal: null,
  stoppedBy: "ORG1",
} as const;

export const org = record("Organisation", SHAPE, { example: EXAMPLE });

export const listedOrg = record(
  "Listed organisation",
  {
    ...SHAPE,
    nodes: number.describe("how many nodes are its own"),
    accounts: number.describe("how many accounts are its own"),
  },
  { example: { ...EXAMPLE, nodes: 1, accounts: 3 } },
);
