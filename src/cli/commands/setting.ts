import { type NewSetting, proposeSetting } from "../../actions/network-settings.js";
import {
  type Deploying,
  DEPLOYING,
  isSwitch,
  type LimitName,
  MAX_LIMIT,
  onOff,
  SETTINGS,
  type SettingValue,
} from "../../model/codes.js";
import { type OwnLimit, readLimits, readOwnLimits } from "../../read/limits.js";
import { readSwitches } from "../../read/read-settings.js";
import { rightsTakenBySetting } from "../../read/rights-by-call.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { table } from "../show/table.js";
import { oneOf, optional, type Spec, text } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { warnOfSetting } from "../warn-of-host-names.js";

const VALUE: Spec<SettingValue> = {
  text: `on or off; for a limit or a weight a number, or default; for restrict-deploying with --org ${DEPLOYING.join(", ")}`,
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

function limitMeans(limit: LimitName | "voice-weight", org: string): string {
  if (limit === "voice-weight") return `The voice of ${org} weighs so much where a policy counts organisations.`;
  return `${org} may ${MAY[limit]}, with all below it.`;
}

function deployingMeans(value: Deploying, org: string): string {
  if (value === "free") return `Accounts of ${org} and all below it may deploy contracts, whatever the network says.`;
  return `Accounts of ${org} and all below it cannot deploy contracts.`;
}

function ownLimitMeans(limit: OwnLimit): string {
  if (limit.setting === "restrict-deploying") return deployingMeans(limit.value, limit.org);
  return limitMeans(limit.setting, limit.org);
}

const show = readCommand({
  name: "setting show",
  does: "Show what is set for the whole network.",
  examples: ["setting show", "setting show --json"],
  read: async (network) => {
    const switches = await readSwitches(network);
    return { ...switches, limits: await readLimits(network), ownLimits: await readOwnLimits(network) };
  },
  show: ({ ipCheck, hostNames, registeredOnly, restrictDeploying, limits, ownLimits }) =>
    table(
      ["setting", "value", ["means", "lines"]],
      [
        ["ip-check", onOff(ipCheck), `The IP of a connection is ${ipCheck ? "" : "not "}compared with the node's.`],
        ["host-names", onOff(hostNames), `Nodes ${hostNames ? "may" : "cannot"} be added with a host name.`],
        [
          "registered-only",
          onOff(registeredOnly),
          `Contracts that nobody has registered are ${registeredOnly ? "closed" : "open to all members"}.`,
        ],
        [
          "restrict-deploying",
          onOff(restrictDeploying),
          restrictDeploying
            ? "Only accounts of organisations that are let may deploy contracts."
            : "Accounts may deploy contracts if their role allows it.",
        ],
        ...Object.entries(limits).map(([name, value]) => [name, String(value), limitMeans(name as LimitName, EACH)]),
        ...ownLimits.map((limit) => [limit.setting, String(limit.value), ownLimitMeans(limit)]),
      ],
    ),
});

const set = proposeCommand({
  name: "setting set",
  does: "Propose what is set for the whole network, or for one organisation a limit, the weight of its voice, or whether it may deploy. Network admins.",
  args: {
    setting: oneOf("what is set", SETTINGS),
    value: VALUE,
  },
  options: {
    org: optional(
      text(
        "id of the organisation that gets a limit of its own, or with default has none any more; or a weight; or that may deploy or not",
      ),
    ),
  },
  examples: [
    "setting set ip-check off",
    "setting set host-names on",
    "setting set node-limit 80",
    "setting set node-limit 200 --org ORG1",
    "setting set node-limit default --org ORG1",
    "setting set voice-weight 2 --org ORG1",
    "setting set registered-only on",
    "setting set restrict-deploying on",
    "setting set restrict-deploying free --org ORG1",
  ],
  about: (_network, given) => {
    requireFitting(given);
    return given;
  },
  propose: proposeSetting,
  warnings: warnOfSetting,
  takesRights: {
    by: "change-setting",
    change: ({ org = null, ...setting }) => rightsTakenBySetting({ ...setting, org }),
  },
});

/** A limit of 0 is the one that holds until it is set. */
function toValue(given: string): SettingValue {
  const deploying = DEPLOYING.find((word) => word === given);
  if (deploying !== undefined) return deploying;
  if (given === "on" || given === "off") return given === "on";
  if (given === "default") return 0;
  const number = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= MAX_LIMIT) return number;
  throw new UsageError(
    `"${given}" is not a value of a setting.`,
    `Write on or off; for a limit or a weight a number from 1 to ${MAX_LIMIT}, or default; for restrict-deploying with --org ${DEPLOYING.join(", ")}.`,
  );
}

function requireFitting({ setting, value, org }: NewSetting): void {
  if (setting === "voice-weight" && org === undefined)
    throw new UsageError("A weight is that of one organisation's voice.", "Name the organisation with --org.");
  if (setting === "restrict-deploying" && org !== undefined)
    requireType("string", value, `${setting} of an organisation`, `Write ${DEPLOYING.join(", ")}.`);
  else if (isSwitch(setting)) requireType("boolean", value, setting, "Write on or off.");
  else requireType("number", value, setting, `Give a number from 1 to ${MAX_LIMIT}, or default.`);
}

function requireType(type: string, value: SettingValue, of: string, hint: string): void {
  if (typeof value !== type) throw new UsageError(`That is not a value of ${of}.`, hint);
}

export default group("setting", "settings of the whole network", [show, set]);
