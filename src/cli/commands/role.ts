import { addRole, removeRole } from "../../actions/roles.js";
import { ACCESS_LEVELS, ROLE_STATUS } from "../../model/codes.js";
import type { Network } from "../../network/network.js";
import { type RecordFilter, wanted } from "../../read/filter.js";
import type { Role } from "../../model/records.js";
import type { Stoppable } from "../../model/stopped.js";
import { readRoleInFull } from "../../read/role-in-full.js";
import { withStops } from "../../read/stopped.js";
import { readRoles } from "../../read/read-records.js";
import { group } from "../command.js";
import { readCommand } from "../read-command.js";
import { listOptions } from "../list-options.js";
import { showRole, showRoles } from "../show/record-tables.js";
import { flag, oneOf, text } from "../specs.js";
import { BY_HAND, writeCommand } from "../write-command.js";

const org = text("full id of the organisation");
const role = text("name of the role");

async function rolesOf(network: Network, filter: RecordFilter): Promise<Stoppable<Role>[]> {
  const of = { orgOf: ({ org: inside }: Role) => inside, statusOf: ({ status }: Role) => status };
  return withStops(network, await wanted(network, await readRoles(network), filter, of));
}

const list = readCommand({
  name: "role list",
  alias: "ls",
  does: "List the roles.",
  options: listOptions(ROLE_STATUS),
  examples: ["role list", "role list --org ORG1", "role list --status active"],
  read: rolesOf,
  show: showRoles,
});

const show = readCommand({
  name: "role show",
  does: "Show a role, and the accounts that hold it.",
  args: { org, role },
  examples: ["role show ORG1 CLERK"],
  read: (network, given) => readRoleInFull(network, given),
  show: showRole,
});

/** The roles of the organisation itself, after a change. */
async function ownRoles(network: Network, { org: id }: { org: string }): Promise<string> {
  return showRoles((await rolesOf(network, { org: id })).filter((each) => each.org === id));
}

const add = writeCommand({
  section: BY_HAND,
  name: "role add",
  does: "Add a role to an organisation, or restore a removed one. Admins of the organisation or above.",
  args: { org, role },
  options: {
    access: oneOf("what its accounts may send", ACCESS_LEVELS),
    admin: flag("its accounts are admins of their organisation and of all below it"),
  },
  examples: ["role add ORG1 CLERK --access transfer+call", "role add ORG1 DEPUTY --access full --admin"],
  act: (actor, given) => addRole(actor, given),
  after: ownRoles,
});

const remove = writeCommand({
  section: BY_HAND,
  name: "role remove",
  does: "Remove a role: its holders lose the rights that it gives. Admins of the organisation or above.",
  args: { org, role },
  examples: ["role remove ORG1 CLERK"],
  act: (actor, given) => removeRole(actor, given),
  takesRights: (_network, given) => Promise.resolve({ about: "role", ...given }),
  after: ownRoles,
});

export default group("role", "roles: what the accounts that hold one may do", [list, show, add, remove]);
