import * as codes from "../../../model/codes.js";
import { isoOf } from "../../../util/moment.js";
import type { EventValues } from "../events.js";
import { heldInWords, instantInWords } from "./held.js";
import type { Rows } from "./row.js";

/** Events of AccountManager and RoleManager. */
export const ACCOUNT_ROWS = {
  AccountAccessModified: (values) => ({
    sentence: roleGiven(values, codes.accountStatusName(values.status)),
    account: values.account,
    org: values.orgId,
    role: values.roleId === "" ? null : values.roleId,
    orgAdmin: values.orgAdmin,
    status: codes.accountStatusName(values.status),
  }),
  // Declared by the contract and never emitted.
  AccountAccessRevoked: ({ account, orgId, roleId, orgAdmin }) => ({
    sentence: `${account} lost the role ${roleId} in ${orgId}.`,
    account,
    org: orgId,
    role: roleId,
    orgAdmin,
  }),
  AccountStatusChanged: ({ account, orgId, status }, { failed }) => ({
    sentence: `The account ${account} of ${orgId} ${statusChange(codes.accountStatusName(status), failed)}.`,
    account,
    org: orgId,
    status: codes.accountStatusName(status),
  }),
  AccountHeld: ({ account, orgId, until, held }) => ({
    sentence: `The account ${account} of ${orgId} ${heldInWords(until, held)}.`,
    account,
    org: orgId,
  }),
  AccountEnds: ({ account, orgId, endsAt }) => ({
    sentence: `The role of ${account} in ${orgId} ends ${instantInWords(endsAt)}.`,
    account,
    org: orgId,
    endsAt: isoOf(endsAt),
  }),
  RoleCreated: ({ roleId, orgId, access, voter, admin }) => ({
    sentence: `The role ${roleId} (${codes.accessName(access)}) was added to ${orgId}.`,
    org: orgId,
    role: roleId,
    access: codes.accessName(access),
    voter,
    admin,
  }),
  RoleRevoked: ({ roleId, orgId }) => ({
    sentence: `The role ${roleId} of ${orgId} was removed.`,
    org: orgId,
    role: roleId,
  }),
} satisfies Partial<Rows>;

function roleGiven(
  { account, orgId, roleId }: EventValues["AccountAccessModified"],
  status: codes.AccountStatus,
): string {
  if (roleId === "") return `${account} lost its role in ${orgId}.`;
  if (status === "proposed") return `${account} was proposed as ${roleId} of ${orgId}.`;
  const standing = status === "active" ? "" : ` and stays ${status}`;
  return `${account} was given the role ${roleId} in ${orgId}${standing}.`;
}

function statusChange(status: codes.AccountStatus, failed: boolean): string {
  switch (status) {
    case "none":
      return failed ? "was not approved" : "was let go";
    case "active":
      return "was activated";
    case "recovery proposed":
      return "was proposed for recovery";
    case "revoked":
      return "was recovered without a role";
    default:
      return `${failed ? "stays" : "was"} ${status}`;
  }
}
