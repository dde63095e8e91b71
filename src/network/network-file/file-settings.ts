import { LIMITS, type SettingName, settingInWords, type SettingValue } from "../../model/codes.js";
import type { NetworkFile } from "./network-file.js";

/** What is set for the whole network, by the names of the settings. */
export type SettingValues = Readonly<Record<SettingName, SettingValue>>;

/** What holds where nothing is set. */
const USUAL: SettingValues = { "ip-check": true, "host-names": false, ...LIMITS };

/** The settings that a network file gives. */
export function settingsOf(file: NetworkFile): SettingValues {
  return {
    "ip-check": file.ipCheck,
    "host-names": file.hostNames,
    "node-limit": file.nodeLimit,
    "account-limit": file.accountLimit,
    "role-limit": file.roleLimit,
    "sub-org-limit": file.subOrgLimit,
    "move-limit": file.moveLimit,
  };
}

/** Those that are not as they are anyway, in words. */
export function unusualSettings(file: NetworkFile): string[] {
  return differentSettings(settingsOf(file), USUAL).map(([setting]) => setting);
}

/** The settings that two networks have differently, each in the words of the one and of the other. */
export function differentSettings(one: SettingValues, other: SettingValues): [one: string, other: string][] {
  const names = Object.keys(one) as SettingName[];
  const words = (values: SettingValues, setting: SettingName) => settingInWords({ setting, value: values[setting] });
  return names.filter((name) => one[name] !== other[name]).map((name) => [words(one, name), words(other, name)]);
}
