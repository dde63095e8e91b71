import { proposeSetting } from "../../actions/network-settings.js";
import { onOff, SETTINGS } from "../../model/codes.js";
import { readSettings } from "../../read/read-settings.js";
import { group } from "../command.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { table } from "../show/table.js";
import { oneOf } from "../specs.js";

const show = readCommand({
  name: "setting show",
  does: "Show what is set for the whole network.",
  examples: ["setting show", "setting show --json"],
  read: async (network) => {
    const { ipCheck, hostNames } = await readSettings(network);
    return { ipCheck, hostNames };
  },
  show: ({ ipCheck, hostNames }) =>
    table(
      ["setting", "value", "means"],
      [
        ["ip-check", onOff(ipCheck), `The IP of a connection is ${ipCheck ? "" : "not "}compared with the node's.`],
        ["host-names", onOff(hostNames), `Nodes ${hostNames ? "may" : "cannot"} be added with a host name.`],
      ],
    ),
});

const set = proposeCommand({
  name: "setting set",
  does: "Propose what is set for the whole network. Network admins.",
  args: { setting: oneOf("what is set", SETTINGS), value: oneOf("what it is set to", ["on", "off"]) },
  examples: ["setting set ip-check off", "setting set host-names on"],
  about: (_network, { setting, value }) => ({ setting, value: value === "on" }),
  propose: proposeSetting,
});

export default group("setting", "settings of the whole network", [show, set]);
