import { ACCOUNT } from "../examples.js";
import { approveAdmin, proposeAdmin, proposeAdminRemoval } from "../../actions/admins.js";
import { ACCOUNT_STATUS } from "../../model/codes.js";
import type { Account } from "../../model/records.js";
import type { Network } from "../../network/network.js";
import { readAdmin, readAdmins } from "../../read/admins.js";
import { wanted } from "../../read/filter.js";
import { readAccounts } from "../../read/read-records.js";
import { readPolicy } from "../../read/read-settings.js";
import { group } from "../command.js";
import { listOptions } from "../list-options.js";
import { orgAccount } from "../org-account.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { showAccounts, showAdmin } from "../show/record-tables.js";
import { address, optional, text } from "../specs.js";
import { warnOfClaims } from "../warn-of-claims.js";

const account = address("the admin's account");

const list = readCommand({
  name: "admin list",
  alias: "ls",
  does: "List the network admins and the organisations' admins.",
  options: listOptions(ACCOUNT_STATUS),
  examples: ["admin list", "admin list --org ORG1"],
  read: async (network, filter) => {
    const of = { orgOf: ({ org }: Account) => org, statusOf: ({ status }: Account) => status };
    return wanted(network, await readAdmins(network), filter, of);
  },
  show: showAccounts,
});

async function usualRole(network: Network, org: string): Promise<string> {
  const { adminOrg, networkAdminRole, orgAdminRole } = await readPolicy(network);
  return org === adminOrg ? networkAdminRole : orgAdminRole;
}

const show = readCommand({
  name: "admin show",
  does: "Show an admin: what it decides, and which proposals it has yet to vote on.",
  args: { account },
  examples: [`admin show ${ACCOUNT}`],
  read: (network, given) => readAdmin(network, given.account),
  show: showAdmin,
});

const propose = proposeCommand({
  name: "admin propose",
  does: "Propose a network admin (in the admin organisation) or an organisation's admin. Network admins.",
  args: { org: text("full id of the organisation"), account },
  options: { role: optional(text("another admin role, of the organisation or of one above it", "name")) },
  examples: [`admin propose ORG1 ${ACCOUNT}`, `admin propose ORG1 ${ACCOUNT} --role AUDITOR`],
  about: async (network, { org, account: candidate, role }) => {
    const usual = await usualRole(network, org);
    return { org, account: candidate, role: role ?? usual, custom: role !== undefined && role !== usual };
  },
  propose: proposeAdmin,
  approve: approveAdmin,
  // It names the account alone, which may be proposed for another role by then.
  isNamed: ({ custom }) => !custom,
  takesRights: { by: "appoint-admin", change: (about) => ({ about: "appointment", ...about }) },
  warnings: async (network, given) => {
    const { org, account: candidate, role } = given;
    const claims = await warnOfClaims(network, { org, account: candidate });
    const { adminOrg, orgAdminRole } = await readPolicy(network);
    if (org === adminOrg || (role ?? orgAdminRole) !== orgAdminRole) return claims;
    const holders = (await readAccounts(network)).filter((each) => each.org === org && each.role === orgAdminRole);
    return [
      ...claims,
      ...holders.map(
        ({ address }) => `${address} is the admin of ${org} now and loses that role when this is approved.`,
      ),
    ];
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

export default group("admin", "admins: who decides", [list, show, propose, remove]);
