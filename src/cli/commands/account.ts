import { ACCOUNT } from "../examples.js";
import {
  approveAccountRecovery,
  changeAccountStatus,
  proposeAccountRecovery,
  proposeAccountRelease,
  releaseAccount,
} from "../../actions/accounts.js";
import { assignRole, renewRole } from "../../actions/roles.js";
import { shortAddress } from "../../model/address.js";
import { ACCOUNT_STATUS, type StatusChange } from "../../model/codes.js";
import type { Account } from "../../model/records.js";
import type { Network } from "../../network/network.js";
import { wanted } from "../../read/filter.js";
import { findAccount } from "../../read/find.js";
import { readAccounts } from "../../read/read-records.js";
import type { RightsChange } from "../../read/rights-change.js";
import { withStop, withStops } from "../../read/stopped.js";
import { group } from "../command.js";
import { END_OPTIONS, endOf, newEndOf, RENEWAL_OPTIONS } from "../end-options.js";
import { listOptions } from "../list-options.js";
import { orgAccount } from "../org-account.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { showAccount, showAccounts } from "../show/record-tables.js";
import { address, text } from "../specs.js";
import { ROLE_ENDS, warnOfLostEnd } from "../warn-of-end.js";
import { BY_HAND, writeCommand } from "../write-command.js";

const account = address("the account's address");

const list = readCommand({
  name: "account list",
  alias: "ls",
  does: "List the accounts.",
  options: listOptions(ACCOUNT_STATUS),
  examples: ["account list", "account list --org ORG1 --status suspended", "account list --json"],
  read: async (network, filter) => {
    const of = { orgOf: ({ org }: Account) => org, statusOf: ({ status }: Account) => status };
    return withStops(network, await wanted(network, await readAccounts(network), filter, of));
  },
  show: showAccounts,
});

const show = readCommand({
  name: "account show",
  does: "Show an account.",
  args: { account },
  examples: [`account show ${ACCOUNT}`],
  read: async (network, given) => withStop(network, await findAccount(network, given.account)),
  show: showAccount,
});

const shown = async (network: Network, given: { account: string }): Promise<string> =>
  showAccount(await withStop(network, await findAccount(network, given.account)));

const assign = writeCommand({
  section: BY_HAND,
  name: "account assign",
  alias: "add",
  does: "Give an account a role of its organisation or of one above, in the place of the one it has. Admins of the organisation or above.",
  args: { org: text("full id of the account's organisation"), account, role: text("name of the role") },
  options: END_OPTIONS,
  examples: [
    `account assign ORG1.SUB1 ${ACCOUNT} CLERK`,
    `account assign ORG1.SUB1 ${ACCOUNT} CLERK --until 2027-01-31`,
    `account assign ORG1.SUB1 ${ACCOUNT} CLERK --for 90d`,
  ],
  act: (actor, { org, account, role, ...end }) => assignRole(actor, { org, account, role, until: endOf(end) }),
  warnings: (network, given) => (endOf(given) === undefined ? warnOfLostEnd(network, given) : [ROLE_ENDS]),
  takesRights: (_network, { org, account, role }) => Promise.resolve({ about: "assignment", org, account, role }),
  after: shown,
});

const renew = writeCommand({
  section: BY_HAND,
  name: "account renew",
  does: "Give the role that an account has another end, whether it has ended or not. Admins of its organisation or above.",
  args: { account },
  options: RENEWAL_OPTIONS,
  examples: [
    `account renew ${ACCOUNT} --until 2027-01-31`,
    `account renew ${ACCOUNT} --for 90d`,
    `account renew ${ACCOUNT} --forever`,
  ],
  act: (actor, { account, ...end }) => renewRole(actor, { account, until: newEndOf(end) }),
  warnings: (_network, { forever }) => (forever ? [] : [ROLE_ENDS]),
  takesRights: async (network, given) => {
    const { address, org, role } = await findAccount(network, given.account);
    return { about: "assignment", account: address, org, role };
  },
  after: shown,
});

const lossOf = (_network: Network, given: { account: string }): Promise<RightsChange> =>
  Promise.resolve({ about: "account", account: given.account });

function changeCommand(change: StatusChange, does: string) {
  return writeCommand({
    section: BY_HAND,
    name: `account ${change}`,
    does: `${does} Admins of its organisation or above.`,
    args: { account },
    examples: [`account ${change} ${ACCOUNT}`],
    act: async (actor, given) => changeAccountStatus(actor, { ...(await orgAccount(actor.network, given)), change }),
    ...(change === "blacklist" && { nameOf: (given: { account: string }) => shortAddress(given.account) }),
    ...(change !== "activate" && { takesRights: lossOf }),
    after: shown,
  });
}

const release = writeCommand({
  section: BY_HAND,
  name: "account release",
  does: "Take an account's role and let it go, so that another organisation can give it one. Admins of its organisation or above.",
  args: { account },
  examples: [`account release ${ACCOUNT}`],
  act: async (actor, given) => releaseAccount(actor, await orgAccount(actor.network, given)),
  takesRights: lossOf,
  after: (_network, given) => Promise.resolve(`${given.account} belongs to no organisation now.`),
});

const proposeRelease = proposeCommand({
  name: "account propose-release",
  does: "Propose that an organisation loses an account, and cannot take it back by itself. Network admins.",
  args: { account },
  examples: [`account propose-release ${ACCOUNT}`],
  about: orgAccount,
  propose: proposeAccountRelease,
  takesRights: { by: "release", change: (about): RightsChange => ({ about: "account", account: about.account }) },
});

const recover = proposeCommand({
  name: "account recover",
  does: "Propose to lift the blacklisting of an account. Network admins.",
  args: { account },
  examples: [`account recover ${ACCOUNT}`],
  about: orgAccount,
  propose: proposeAccountRecovery,
  approve: approveAccountRecovery,
});

export default group("account", "accounts: who may send what", [
  list,
  show,
  assign,
  renew,
  changeCommand("suspend", "Take an account's rights away for a while."),
  changeCommand("activate", "Give a suspended account its rights back."),
  changeCommand("blacklist", "Shut an account out; only a vote can lift this."),
  recover,
  release,
  proposeRelease,
]);
