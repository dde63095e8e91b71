import * as z from "zod";
import { exampleOf, record } from "./record.js";
import { choice, text } from "./values.js";

export const finding = record(
  "Finding",
  {
    level: choice(["error", "warning", "info", "ok"]).describe("how bad it is"),
    code: text.describe("OK, or an [error code](errors.md)"),
    what: text.describe("one sentence that says where"),
    wayOut: text.optional().describe("what to do about it"),
  },
  {
    example: {
      level: "warning",
      code: "NotBooted",
      what: "The network has not booted: no one can decide anything yet, and it permits everything.",
      wayOut: "Boot it with a boot operator's signature: portcullis boot.",
    },
  },
);

export const section = record(
  "Section",
  {
    subject: text.describe("what was checked"),
    findings: z.array(finding).describe("what was found"),
  },
  { example: { subject: "The deployment", findings: [exampleOf(finding)] } },
);
