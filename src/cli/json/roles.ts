import { ACCESS_LEVELS, ROLE_KIND } from "../../model/codes.js";
import { record } from "./record.js";
import { flag, text, word } from "./values.js";

export const role = record(
  "Role",
  {
    org: text.describe("full id of the organisation"),
    name: text.describe("name of the role"),
    access: word(ACCESS_LEVELS).describe("what its accounts may send"),
    kind: word(ROLE_KIND).describe("what it is for"),
    admin: flag.describe("whether it makes an admin of its organisation"),
    voter: flag.describe("whether it makes a network admin"),
    active: flag.describe("false once it has been removed"),
  },
  {
    example: {
      org: "ORG1.SUB1",
      name: "CLERK",
      access: "transfer+call",
      kind: "custom",
      admin: false,
      voter: false,
      active: false,
    },
  },
);
