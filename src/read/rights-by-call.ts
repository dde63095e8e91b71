import { ZeroAddress } from "ethers";
import { Action } from "../model/codes.js";
import { type InterfaceCall, parseInterfaceCall } from "../network/interface-call.js";
import type { RightsChange } from "./rights-change.js";

type Reader = (args: readonly unknown[]) => RightsChange | undefined;

/** The account that stands second. */
const account: Reader = ([, given]) => ({ about: "account", account: String(given) });

/** Another role may cover less, until whenever it is given. */
const assignment: Reader = ([address, org, role]) => ({
  about: "assignment",
  account: String(address),
  org: String(org),
  role: String(role),
});

/** What each function takes away at once, from what it is given. */
const AT_ONCE: Readonly<Record<string, Reader>> = {
  updateAccountStatus: (args) => (Number(args[2]) === Action.activate ? undefined : account(args)),
  assignAccountRole: assignment,
  assignAccountRoleUntil: assignment,
  removeRole: ([role, org]) => ({ about: "role", org: String(org), role: String(role) }),
  releaseAccount: account,
};

/** What each function proposes to take away. */
const BY_VOTE: Readonly<Record<string, Reader>> = {
  updateOrgStatus: ([org, action]) =>
    Number(action) === Action.suspend ? { about: "org", org: String(org) } : undefined,
  suspendOrgUntil: ([org]) => ({ about: "org", org: String(org) }),
  assignAdminRole: ([org, address, role]) => ({
    about: "appointment",
    org: String(org),
    account: String(address),
    role: String(role),
  }),
  proposeAdminRemoval: account,
  proposeAccountRelease: account,
  proposeHold: ([org, address, enodeId, duration]) =>
    duration === 0n
      ? undefined
      : rightsHeld({
          org: org === "" ? null : String(org),
          account: address === ZeroAddress ? null : String(address),
          node: enodeId === "" ? null : enodeId,
        }),
};

/** What an emergency measure takes away: nothing from accounts, where it holds a node or stops admissions. */
export function rightsHeld({ org, account, node }: Held): RightsChange | undefined {
  if (account !== null) return { about: "account", account };
  return org === null || node !== null ? undefined : { about: "org", org };
}

interface Held {
  org: string | null;
  account: string | null;
  node: unknown;
}

/** What a call takes away that needs no vote. */
export function rightsTakenAtOnce({ name, args }: InterfaceCall): RightsChange | undefined {
  return AT_ONCE[name]?.(args);
}

/** What the changes of a resolution take away together. */
export function rightsTakenTogether(resolution: readonly string[]): RightsChange | undefined {
  const changes = resolution.flatMap((data) => {
    const call = parseInterfaceCall(data);
    return (call && (AT_ONCE[call.name] ?? BY_VOTE[call.name])?.(call.args)) ?? [];
  });
  return changes.length === 0 ? undefined : { about: "several", changes };
}
