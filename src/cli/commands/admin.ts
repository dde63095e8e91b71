import { ACCOUNT } from "../examples.js";
import { approveAdmin, proposeAdmin, proposeAdminRemoval } from "../../actions/admins.js";
import { readAccounts, readVoters } from "../../read/read-records.js";
import { readPolicy } from "../../read/read-settings.js";
import { group } from "../command.js";
import { orgAccount } from "../org-account.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { showAccounts } from "../show/record-tables.js";
import { address, text } from "../specs.js";

const account = address("the admin's account");

const list = readCommand({
  name: "admin list",
  does: "List the network admins and the organisations' admins.",
  examples: ["admin list"],
  read: async (network) => {
    const voters = new Set(await readVoters(network));
    return (await readAccounts(network)).filter(({ address, orgAdmin }) => orgAdmin || voters.has(address));
  },
  show: showAccounts,
});

const propose = proposeCommand({
  name: "admin propose",
  does: "Propose a network admin (in the admin organisation) or an organisation's admin. Network admins.",
  args: { org: text("full id of the organisation"), account },
  examples: [`admin propose ORG1 ${ACCOUNT}`],
  about: async (network, given) => {
    const { adminOrg, networkAdminRole, orgAdminRole } = await readPolicy(network);
    return { ...given, role: given.org === adminOrg ? networkAdminRole : orgAdminRole };
  },
  propose: proposeAdmin,
  approve: approveAdmin,
  takesRights: { by: "appoint-admin", change: (about) => ({ about: "appointment", ...about }) },
  warnings: async (network, given) => {
    const { adminOrg, orgAdminRole } = await readPolicy(network);
    if (given.org === adminOrg) return [];
    const holders = (await readAccounts(network)).filter(({ org, role }) => org === given.org && role === orgAdminRole);
    return holders.map(
      ({ address }) => `${address} is the admin of ${given.org} now and loses that role when this is approved.`,
    );
  },
});

const remove = proposeCommand({
  name: "admin remove",
  does: "Propose to take away an admin role. Network admins.",
  args: { account },
  examples: [`admin remove ${ACCOUNT}`],
  about: orgAccount,
  propose: proposeAdminRemoval,
  takesRights: { by: "remove-admin", change: ({ account }) => ({ about: "account", account }) },
});

export default group("admin", "admins: who decides", [list, propose, remove]);
