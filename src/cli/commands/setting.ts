import { type NewSetting, proposeSetting } from "../../actions/network-settings.js";
import { isSwitch, type LimitName, MAX_LIMIT, onOff, SETTINGS, type SettingValue } from "../../model/codes.js";
import { type OwnLimit, readLimits, readOwnLimits } from "../../read/limits.js";
import { readAddressRules } from "../../read/read-settings.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { table } from "../show/table.js";
import { oneOf, optional, type Spec, text } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { warnOfSetting } from "../warn-of-host-names.js";

const VALUE: Spec<SettingValue> = {
  text: "on or off; for a limit or a weight a number, or default",
  placeholder: "value",
  required: true,
  parse: toValue,
};

const EACH = "Each organisation without parent";

const MAY: Readonly<Record<LimitName, string>> = {
  "node-limit": "add so many nodes",
  "account-limit": "add so many accounts",
  "role-limit": "add so many roles",
  "sub-org-limit": "add so many sub-organisations",
  "move-limit": "change so many nodes' addresses in one day",
};

function limitMeans(limit: OwnLimit["setting"], org: string): string {
  if (limit === "voice-weight") return `The voice of ${org} weighs so much where a policy counts organisations.`;
  return `${org} may ${MAY[limit]}, with all below it.`;
}

const show = readCommand({
  name: "setting show",
  does: "Show what is set for the whole network.",
  examples: ["setting show", "setting show --json"],
  read: async (network) => {
    const addressRules = await readAddressRules(network);
    return { ...addressRules, limits: await readLimits(network), ownLimits: await readOwnLimits(network) };
  },
  show: ({ ipCheck, hostNames, limits, ownLimits }) =>
    table(
      ["setting", "value", ["means", "lines"]],
      [
        ["ip-check", onOff(ipCheck), `The IP of a connection is ${ipCheck ? "" : "not "}compared with the node's.`],
        ["host-names", onOff(hostNames), `Nodes ${hostNames ? "may" : "cannot"} be added with a host name.`],
        ...Object.entries(limits).map(([name, value]) => [name, String(value), limitMeans(name as LimitName, EACH)]),
        ...ownLimits.map(({ setting, value, org }) => [setting, String(value), limitMeans(setting, org)]),
      ],
    ),
});

const set = proposeCommand({
  name: "setting set",
  does: "Propose what is set for the whole network, or for one organisation a limit or the weight of its voice. Network admins.",
  args: {
    setting: oneOf("what is set", SETTINGS),
    value: VALUE,
  },
  options: {
    org: optional(
      text("id of the organisation that gets a limit of its own, or with default has none any more; or a weight"),
    ),
  },
  examples: [
    "setting set ip-check off",
    "setting set host-names on",
    "setting set node-limit 80",
    "setting set node-limit 200 --org ORG1",
    "setting set node-limit default --org ORG1",
    "setting set voice-weight 2 --org ORG1",
  ],
  about: (_network, given) => {
    requireFitting(given);
    return given;
  },
  propose: proposeSetting,
  warnings: warnOfSetting,
});

/** A limit of 0 is the one that holds until it is set. */
function toValue(given: string): SettingValue {
  if (given === "on" || given === "off") return given === "on";
  if (given === "default") return 0;
  const number = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= MAX_LIMIT) return number;
  throw new UsageError(
    `"${given}" is not a value of a setting.`,
    `Write on or off; or for a limit or a weight a number from 1 to ${MAX_LIMIT}, or default.`,
  );
}

function requireFitting({ setting, value, org }: NewSetting): void {
  if (setting === "voice-weight" && org === undefined)
    throw new UsageError("A weight is that of one organisation's voice.", "Name the organisation with --org.");
  if (isSwitch(setting) === (typeof value === "boolean")) return;
  const hint = isSwitch(setting) ? "Write on or off." : `Give a number from 1 to ${MAX_LIMIT}, or default.`;
  throw new UsageError(`That is not a value of ${setting}.`, hint);
}

export default group("setting", "settings of the whole network", [show, set]);
