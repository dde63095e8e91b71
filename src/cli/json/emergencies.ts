import * as z from "zod";
import { account } from "./accounts.js";
import { node } from "./nodes.js";
import { org } from "./organisations.js";
import { record } from "./record.js";
import { text, time } from "./values.js";

export const emergencies = record(
  "Emergencies",
  {
    policy: text.describe("by which policy measures are decided, in words"),
    admissionsStoppedUntil: time.nullable().describe("until when nobody is let in; null if admissions are not stopped"),
    orgs: z.array(org).describe("organisations that are held"),
    accounts: z.array(account).describe("accounts that are held themselves"),
    nodes: z.array(node).describe("nodes that are held"),
    untold: z.array(node).describe("nodes that are held no longer, which the other nodes have not been told"),
  },
  {
    about: "What emergency measures hold now.",
    example: {
      policy: "count 2 of the network admins",
      admissionsStoppedUntil: "2026-12-01T10:15:00.000Z",
      orgs: [],
      accounts: [],
      nodes: [],
      untold: [],
    },
  },
);
