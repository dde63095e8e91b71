import { addRole } from "../src/actions/roles.js";
import { writeScript } from "../src/cli/network-script.js";
import { ACCESS_LEVELS } from "../src/codes.js";

await writeScript({
  does: "Add a role to an organisation. Admins of the organisation or above.",
  args: { org: "full id", role: "name of the role", access: ACCESS_LEVELS },
  flags: { admin: "who holds it is an admin of the organisation", voter: "mark it as a voter's role" },
  act: (actor, { args, flags }) => addRole(actor, { ...args, ...flags, access: ACCESS_LEVELS.indexOf(args.access) }),
});
