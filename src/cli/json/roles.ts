import { ACCESS_LEVELS, ROLE_KIND, ROLE_STATUS } from "../../model/codes.js";
import { record } from "./record.js";
import { choice, flag, stoppedBy, text, word } from "./values.js";

export const role = record(
  "Role",
  {
    org: text.describe("full id of the organisation"),
    name: text.describe("name of the role"),
    access: word(ACCESS_LEVELS).describe("what its accounts may send"),
    kind: word(ROLE_KIND).describe("what it is for"),
    admin: flag.describe("whether it makes an admin of its organisation"),
    voter: flag.describe("whether it makes a network admin"),
    active: flag.describe("whether accounts that hold it have its rights"),
    status: choice(ROLE_STATUS).describe("why it is not active: removed, or of an organisation that was not approved"),
    stoppedBy,
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
      status: "removed",
      stoppedBy: null,
    },
  },
);
