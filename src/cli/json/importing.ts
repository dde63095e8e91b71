import { record } from "./record.js";
import { done } from "./sending.js";
import { choice, text } from "./values.js";

const refused = record(
  "Refused entry",
  { code: text.describe("code of the error"), message: text.describe("why it was refused") },
  { example: { code: "NodeInUse", message: "The node belongs to another organisation." } },
);

export const imported = record(
  "Imported entry",
  {
    kind: choice(["role", "account", "node"]).describe("what it is"),
    org: text.describe("full id of its organisation"),
    name: text.describe("name of the role, address of the account, or enode id of the node"),
    outcome: choice(["added", "there", "refused", "would be added", "not sent"]).describe(
      "what became of it; `there` if the network had it already, `would be added` after --dry-run",
    ),
    done: done.nullable().describe("the transaction that added it; null if none did"),
    refused: refused.nullable().describe("why it was refused; null if it was not"),
  },
  {
    about: "What became of an entry of the file.",
    example: {
      kind: "account",
      org: "ORG1",
      name: "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
      outcome: "there",
      done: null,
      refused: null,
    },
  },
);
