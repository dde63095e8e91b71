import { removeRole } from "../src/actions/roles.js";
import { writeScript } from "../src/cli/network-script.js";

await writeScript({
  does: "Remove a role: whoever holds it has no rights from it any more. Admins of the organisation or above.",
  args: { org: "full id", role: "name of the role" },
  act: (actor, { args }) => removeRole(actor, args),
});
