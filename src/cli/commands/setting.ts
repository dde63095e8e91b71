import { proposeSetting } from "../../actions/network-settings.js";
import {
  isLimit,
  type LimitName,
  MAX_LIMIT,
  onOff,
  type SettingName,
  SETTINGS,
  type SettingValue,
} from "../../model/codes.js";
import { readOwnLimits } from "../../read/limits.js";
import { readSettings } from "../../read/read-settings.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { table } from "../show/table.js";
import { oneOf, optional, text } from "../specs.js";
import { UsageError } from "../usage-error.js";

const EACH = "Each organisation without parent";

const MAY: Readonly<Record<LimitName, string>> = {
  "node-limit": "add so many nodes",
  "account-limit": "add so many accounts",
  "role-limit": "add so many roles",
  "sub-org-limit": "add so many sub-organisations",
  "move-limit": "change so many nodes' addresses in one day",
};

function limitMeans(limit: LimitName, org: string): string {
  return `${org} may ${MAY[limit]}, with all below it.`;
}

const show = readCommand({
  name: "setting show",
  does: "Show what is set for the whole network.",
  examples: ["setting show", "setting show --json"],
  read: async (network) => {
    const { ipCheck, hostNames, limits } = await readSettings(network);
    return { ipCheck, hostNames, limits, ownLimits: await readOwnLimits(network) };
  },
  show: ({ ipCheck, hostNames, limits, ownLimits }) =>
    table(
      ["setting", "value", "means"],
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
  does: "Propose what is set for the whole network, or a limit for one organisation. Network admins.",
  args: {
    setting: oneOf("what is set", SETTINGS),
    value: text("on or off; for a limit a number, or default", "value"),
  },
  options: {
    org: optional(text("id of the organisation that gets a limit of its own, or with default has none any more")),
  },
  examples: [
    "setting set ip-check off",
    "setting set host-names on",
    "setting set node-limit 80",
    "setting set node-limit 200 --org ORG1",
    "setting set node-limit default --org ORG1",
  ],
  about: (_network, { setting, value, org }) => ({ setting, value: toValue(setting, value), org }),
  propose: proposeSetting,
});

function toValue(setting: SettingName, value: string): SettingValue {
  if (!isLimit(setting)) {
    if (value === "on" || value === "off") return value === "on";
    throw new UsageError(`"${value}" is no value of ${setting}.`, "Write on or off.");
  }
  if (value === "default") return 0;
  const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= MAX_LIMIT) return number;
  throw new UsageError(`"${value}" is no value of ${setting}.`, `Give a number from 1 to ${MAX_LIMIT}, or default.`);
}

export default group("setting", "settings of the whole network", [show, set]);
