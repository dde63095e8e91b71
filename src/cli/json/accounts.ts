import { ACCOUNT_STATUS } from "../../model/codes.js";
import * as z from "zod";
import { exampleOf, record } from "./record.js";
import { address, choice, END_SHAPE, flag, heldUntil, number, stoppedBy, text, word } from "./values.js";

export const account = record(
  "Account",
  {
    address: address.describe("its address"),
    org: text.describe("full id of the organisation"),
    role: text.describe("name of its role"),
    status: word(ACCOUNT_STATUS).describe("whether it has the rights of its role"),
    orgAdmin: flag.describe("whether it is an admin of its organisation, or is proposed as one"),
    effective: flag.describe("whether its role is active, was not removed since it was given, and has not ended"),
    heldUntil,
    ...END_SHAPE,
    proposal: number.nullable().describe("number of the open proposal about it"),
    stoppedBy,
  },
  {
    example: {
      address: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
      org: "ORG1.SUB1",
      role: "CLERK",
      status: "blacklisted",
      orgAdmin: false,
      effective: false,
      heldUntil: null,
      endsAt: null,
      ended: false,
      proposal: null,
      stoppedBy: null,
    },
  },
);

export const adminInFull = record(
  "Admin in full",
  {
    account: account.describe("its account"),
    office: choice(["network admin", "admin of its organisation"]).describe("as what it decides"),
    waiting: z.array(number).describe("numbers of the open proposals that it has not voted on"),
  },
  {
    example: {
      account: { ...exampleOf(account), role: "ORGADMIN", status: "active", orgAdmin: true, effective: true },
      office: "admin of its organisation",
      waiting: [],
    },
  },
);
