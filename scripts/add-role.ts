import { addRole } from "../src/actions/roles.js";
import { writeScript } from "../src/cli/network-script.js";
import { toWord } from "../src/cli/values.js";
import { ACCESS_BY_WORD } from "../src/codes.js";

const WORDS = Object.keys(ACCESS_BY_WORD);

await writeScript({
  does: "Add a role to an organisation. Admins of the organisation or above.",
  args: { org: "full id", role: "name of the role", access: WORDS.join(", ") },
  flags: { admin: "who holds it is an admin of the organisation", voter: "mark it as a voter's role" },
  act: (actor, { args, flags }) =>
    addRole(actor, { ...args, ...flags, access: ACCESS_BY_WORD[toWord(args.access, WORDS)] ?? 0 }),
});
