import * as z from "zod";
import { TRANSACTION_KINDS } from "../../read/checks.js";
import { record } from "./record.js";
import { address, choice, enodeId, enodeUrl, flag, text } from "./values.js";

const ANSWER = {
  allowed: flag.describe("what the contracts answer"),
  why: z.array(text).describe("sentences, one for each reason"),
  wayOut: z.array(text).describe("who could change that, and how; none if it is allowed"),
};

export const sendAnswer = record(
  "Answer about sending",
  {
    account: address.describe("the account"),
    kind: choice(TRANSACTION_KINDS).describe("kind of transaction"),
    ...ANSWER,
    nodes: z
      .array(enodeUrl)
      .nullable()
      .describe("the nodes at which GoQuorum takes it; null if every node does, or none"),
  },
  {
    example: {
      account: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
      kind: "call",
      allowed: false,
      why: ["The account is blacklisted.", "Its role CLERK was removed."],
      wayOut: [
        "Network admins can lift this by vote: portcullis account recover 0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65.",
        "An admin of ORG1.SUB1 can give it another role: portcullis account assign.",
      ],
      nodes: null,
    },
  },
);

export const connectAnswer = record(
  "Answer about connecting",
  { enodeId: enodeId.describe("the node"), ...ANSWER },
  {
    example: {
      enodeId:
        "6aa3da9b5c1d61956076cb3014ffdaa0996bacdae29ba4b89e39b4088f86ec789620cd2e2e8e91b760d10455f899fc8e32cae46900dd96bca1088340d8fa372d",
      allowed: false,
      why: ["The node is deactivated."],
      wayOut: ["An admin of ORG1.SUB1 activates it: portcullis node activate 6aa3da9b."],
    },
  },
);
