import { ORG_STATUS } from "../../model/codes.js";
import { record } from "./record.js";
import { number, text, word } from "./values.js";

export const org = record(
  "Organisation",
  {
    id: text.describe("full id, as in ORG1.SUB1"),
    parent: text.nullable().describe("full id of the organisation above it"),
    top: text.describe("id of the organisation at the top of its branch, which may be its own"),
    level: number.describe("1 for an organisation without a parent"),
    status: word(ORG_STATUS).describe("whether it may act"),
    proposal: number.nullable().describe("number of the open proposal about it"),
  },
  { example: { id: "ORG1.SUB1", parent: "ORG1", top: "ORG1", level: 2, status: "approved", proposal: null } },
);
