import * as z from "zod";
import { account } from "./accounts.js";
import { node } from "./nodes.js";
import { org } from "./organisations.js";
import { exampleOf, record } from "./record.js";
import { role } from "./roles.js";

export const orgContents = record(
  "Organisation in full",
  {
    org: org.describe("the organisation"),
    subOrgs: z.array(org).describe("those directly below it"),
    roles: z.array(role).describe("its own roles"),
    accounts: z.array(account).describe("its own accounts"),
    nodes: z.array(node).describe("its own nodes"),
  },
  {
    example: { org: exampleOf(org), subOrgs: [], roles: [exampleOf(role)], accounts: [exampleOf(account)], nodes: [] },
  },
);
