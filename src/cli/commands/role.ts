import { addRole, removeRole } from "../../actions/roles.js";
import { ACCESS_LEVELS } from "../../model/codes.js";
import type { Network } from "../../network/network.js";
import { findOrg } from "../../read/find.js";
import type { Role } from "../../model/records.js";
import { readRoles } from "../../read/read-records.js";
import { group } from "../command.js";
import { readCommand } from "../read-command.js";
import { showRoles } from "../show/record-tables.js";
import { flag, oneOf, optional, text } from "../specs.js";
import { writeCommand } from "../write-command.js";

const org = text("full id of the organisation");
const role = text("name of the role");

async function rolesOf(network: Network, id: string | undefined): Promise<Role[]> {
  if (id !== undefined) await findOrg(network, id);
  return (await readRoles(network)).filter((each) => id === undefined || each.org === id);
}

const list = readCommand({
  name: "role list",
  does: "List the roles.",
  options: { org: optional(text("only those of this organisation", "org")) },
  examples: ["role list", "role list --org ORG1"],
  read: (network, given) => rolesOf(network, given.org),
  show: showRoles,
});

const add = writeCommand({
  name: "role add",
  does: "Add a role to an organisation, or restore a removed one. Admins of the organisation or above.",
  args: { org, role },
  options: {
    access: oneOf("what its accounts may send", ACCESS_LEVELS),
    admin: flag("its accounts are admins of their organisation and of all below it"),
  },
  examples: ["role add ORG1 CLERK --access transfer+call", "role add ORG1 DEPUTY --access full --admin"],
  act: (actor, given) => addRole(actor, given),
  after: async (network, given) => showRoles(await rolesOf(network, given.org)),
});

const remove = writeCommand({
  name: "role remove",
  does: "Remove a role: its holders lose the rights that it gives. Admins of the organisation or above.",
  args: { org, role },
  examples: ["role remove ORG1 CLERK"],
  act: (actor, given) => removeRole(actor, given),
  takesRights: (_network, given) => Promise.resolve({ about: "role", ...given }),
  after: async (network, given) => showRoles(await rolesOf(network, given.org)),
});

export default group("role", "roles: what the accounts that hold one may do", [list, add, remove]);
