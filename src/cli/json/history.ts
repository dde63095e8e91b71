import * as z from "zod";
import { RECORDS, record } from "./record.js";
import { address, flag, hash, number, text, time } from "./values.js";

const change = z
  .looseObject({
    event: text.describe("name of the event"),
    echo: flag.describe("whether the rest of the entry says the same"),
    sentence: text.describe("in words"),
  })
  .register(RECORDS, {
    title: "Change",
    about:
      "What one event of the contracts says. Besides these fields it has the values of the event, under the names that the " +
      "contracts' interfaces give them.",
    example: {
      event: "VoteCast",
      echo: false,
      sentence: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8 voted for proposal 4.",
      voter: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      support: true,
      proposal: 4,
      operation: "change-ip-check",
      about: {
        org: null,
        node: null,
        account: null,
        role: null,
        roleOrg: null,
        rule: null,
        setting: { setting: "ip-check", value: false },
        change: null,
        resolution: null,
      },
    },
  });

export const historyEntry = record(
  "History entry",
  {
    block: number.describe("number of the block"),
    time: time.describe("when the block was made"),
    transaction: hash.describe("hash of the transaction"),
    who: address.nullable().describe("who called; null if no event says"),
    function: text
      .nullable()
      .describe(
        "name of the function, its selector if only a later implementation has it, or constructor for the creation of a contract",
      ),
    changes: z.array(change).describe("in the order in which it happened"),
  },
  {
    about: "One call. `history` and `watch` print one entry per line.",
    example: {
      block: 33,
      time: "2026-11-21T10:56:05.000Z",
      transaction: "0x28edcc6b03bb795bce4018dfb693dfd29ef6dcc2043850230c72040402b3b765",
      who: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      function: "vote",
      changes: [
        {
          event: "Action",
          echo: true,
          sentence: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8 called vote.",
          caller: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
          selector: "0xc9d27afe",
        },
        { event: "VoteProcessed", echo: true, sentence: "A vote was cast." },
      ],
    },
  },
);
