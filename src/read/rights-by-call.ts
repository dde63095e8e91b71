import { ZeroAddress } from "ethers";
import { Action, settingName, settingValue, type SettingValue } from "../model/codes.js";
import { Opening } from "../model/solidity-constants.js";
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

/** Whoever is not listed, or everybody; of a method also who may not call the contract. */
const opening =
  (place: number, ...taking: number[]): Reader =>
  (args) =>
    taking.includes(Number(args[place])) ? { about: "contract", contract: String(args[1]) } : undefined;

/** What each function takes away at once, from what it is given. */
const AT_ONCE: Readonly<Record<string, Reader>> = {
  updateAccountStatus: (args) => (Number(args[2]) === Action.activate ? undefined : account(args)),
  assignAccountRole: assignment,
  assignAccountRoleUntil: assignment,
  removeRole: ([role, org]) => ({ about: "role", org: String(org), role: String(role) }),
  releaseAccount: account,
  setContractAccess: opening(2, Opening.LISTED, Opening.NOBODY),
  setMethodAccess: opening(3, Opening.UNSAID, Opening.LISTED, Opening.NOBODY),
};

/** What only a vote can take away: what was open to everybody is open to members. */
const FROM_EVERYBODY: Readonly<Record<string, Reader>> = {
  setContractAccess: opening(2, Opening.MEMBERS, Opening.LISTED, Opening.NOBODY),
  setMethodAccess: opening(3, Opening.UNSAID, Opening.MEMBERS, Opening.LISTED, Opening.NOBODY),
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
  proposeSetting: (args) => rightsTakenBySetting(settingOf(args, null)),
  proposeLimit: ([setting, org, value]) => rightsTakenBySetting(settingOf([setting, value], String(org))),
  proposeHold: ([org, address, enodeId, duration]) =>
    duration === 0n
      ? undefined
      : rightsHeld({
          org: org === "" ? null : String(org),
          account: address === ZeroAddress ? null : String(address),
          node: enodeId === "" ? null : enodeId,
        }),
};

/** What a setting takes away, of all or of one organisation: whoever it lets do something loses nothing. */
export function rightsTakenBySetting({ setting, value, org }: Setting): RightsChange | undefined {
  if (setting === "registered-only") return value === true ? { about: "kind", kind: "call", org: null } : undefined;
  // The network may be stricter than what was set for one.
  const takes =
    setting === "restrict-deploying" && (value === true || value === "restricted" || value === "as-network");
  return takes ? { about: "kind", kind: "deploy", org } : undefined;
}

interface Setting {
  setting: string;
  value: SettingValue;
  org: string | null;
}

function settingOf([code, value]: readonly unknown[], org: string | null): Setting {
  const setting = settingName(code as bigint);
  return { setting, value: settingValue(setting, value as bigint, { ofOrg: org !== null }), org };
}

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
    return (call && (FROM_EVERYBODY[call.name] ?? AT_ONCE[call.name] ?? BY_VOTE[call.name])?.(call.args)) ?? [];
  });
  return changes.length === 0 ? undefined : { about: "several", changes };
}
