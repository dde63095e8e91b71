import * as z from "zod";
import { account } from "./accounts.js";
import { exampleOf, record } from "./record.js";
import { role } from "./roles.js";

export const roleInFull = record(
  "Role in full",
  { role: role.describe("the role"), holders: z.array(account).describe("the accounts that hold it") },
  { example: { role: exampleOf(role), holders: [exampleOf(account)] } },
);
