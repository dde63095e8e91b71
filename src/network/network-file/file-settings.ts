import {
  type LimitName,
  LIMITS,
  type NetworkSettingName,
  settingInWords,
  type SettingValue,
  type SwitchName,
  SWITCHES,
} from "../../model/codes.js";
import type { NetworkFile } from "./network-file.js";

/** What is set for the whole network, by the names of the settings. */
export type SettingValues = Readonly<Record<NetworkSettingName, SettingValue>>;

/** What holds where nothing is set. */
const USUAL: SettingValues = { ...SWITCHES, ...LIMITS };

/** The limits that a network file gives. */
export function limitsOf(file: NetworkFile): Record<LimitName, number> {
  return {
    "node-limit": file.nodeLimit,
    "account-limit": file.accountLimit,
    "role-limit": file.roleLimit,
    "sub-org-limit": file.subOrgLimit,
    "move-limit": file.moveLimit,
  };
}

/** What is on and what is off. */
export function switchesOf(
  of: Pick<NetworkFile, "ipCheck" | "hostNames" | "registeredOnly" | "restrictDeploying">,
): Record<SwitchName, boolean> {
  return {
    "ip-check": of.ipCheck,
    "host-names": of.hostNames,
    "registered-only": of.registeredOnly,
    "restrict-deploying": of.restrictDeploying,
  };
}

/** All settings that it gives. */
export function settingsOf(file: NetworkFile): SettingValues {
  return { ...switchesOf(file), ...limitsOf(file) };
}

/** Those that are not as they are anyway. */
export function unusualSettings(file: NetworkFile): { setting: NetworkSettingName; value: SettingValue }[] {
  const values = settingsOf(file);
  return differing(values, USUAL).map((setting) => ({ setting, value: values[setting] }));
}

/** The settings that two networks have differently, each in the words of the one and of the other. */
export function differentSettings(one: SettingValues, other: SettingValues): [one: string, other: string][] {
  const words = (values: SettingValues, setting: NetworkSettingName) =>
    settingInWords({ setting, value: values[setting] });
  return differing(one, other).map((name) => [words(one, name), words(other, name)]);
}

function differing(one: SettingValues, other: SettingValues): NetworkSettingName[] {
  return (Object.keys(one) as NetworkSettingName[]).filter((name) => one[name] !== other[name]);
}
