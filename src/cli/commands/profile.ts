import path from "node:path";
import { ACCOUNT } from "../examples.js";
import { readPermissionConfig } from "../../nodejs/config-file.js";
import { addProfile, findProfile, profilesFile, readProfiles, removeProfile } from "../../nodejs/profiles.js";
import { command, group } from "../command.js";
import { openRemoteChain } from "../connection.js";
import { profileAnswer } from "../json/profiles.js";
import { printAnswer } from "../json/print-answer.js";
import { print, say } from "../output.js";
import { present } from "../presentation.js";
import { facts, table } from "../show/table.js";
import { SHOWING_OPTIONS } from "../showing-options.js";
import { address, fileName, flag, nodeUrl, optional, orVariable, type Spec, text, wholeNumber } from "../specs.js";
import { UsageError } from "../usage-error.js";

const name: Spec<string> = { ...text("name of the profile"), parse: toName };

const stored: Spec<string> = { ...name, offers: "profiles" };

function toName(given: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(given)) return given;
  throw new UsageError(`"${given}" is not a name.`, "Give a name of 1 to 64 characters of A-Z a-z 0-9 _ -");
}

const list = command(
  {
    name: "profile list",
    does: "List the profiles.",
    options: SHOWING_OPTIONS,
    examples: ["profile list"],
  },
  ({ json, wide }) => {
    present({ wide });
    const all = readProfiles();
    if (json) printAnswer("profile list", all.map(profileAnswer));
    else if (all.length === 0) print(`There is no profile yet; they are kept in ${profilesFile()}.`);
    else {
      const rows = all.map(({ name, chainId, network }) => [name, String(chainId ?? ""), network ?? ""]);
      print(table([["profile", "middle"], "chain", ["network", "middle"]], rows));
    }
    return Promise.resolve();
  },
);

const show = command(
  {
    name: "profile show",
    does: "Show a profile.",
    args: { name: stored },
    options: { json: flag("print JSON") },
    examples: ["profile show production"],
  },
  (given) => {
    const found = findProfile(given.name);
    const { network, config, chainId, from } = found;
    if (given.json) printAnswer("profile show", profileAnswer(found));
    else {
      print(
        facts([
          ["network", network ?? "none"],
          ["configuration", config ?? "none"],
          ["chain", String(chainId ?? "any")],
          ["account", from ?? "none"],
          ["kept in", profilesFile()],
        ]),
      );
    }
    return Promise.resolve();
  },
);

const add = command(
  {
    name: "profile add",
    does: "Give a network, its configuration and your account a name, for --profile and PORTCULLIS_PROFILE. No secrets.",
    args: { name },
    options: {
      network: orVariable(nodeUrl("URL of a node's JSON-RPC server"), "PORTCULLIS_NETWORK"),
      config: orVariable(fileName("the network's permission-config.json"), "PORTCULLIS_CONFIG"),
      from: orVariable(address("account that signs"), "PORTCULLIS_FROM"),
      chain: optional(wholeNumber("id of the chain (default: that of the node)")),
    },
    examples: [
      `profile add production --network http://127.0.0.1:22000 --config permission-config.json --from ${ACCOUNT}`,
    ],
  },
  async ({ name, network, config, from, chain }) => {
    if (network === undefined && config === undefined && from === undefined) {
      throw new UsageError("The profile would be empty.", "Give at least one of --network, --config and --from.");
    }
    if (config !== undefined) readPermissionConfig(config);
    const chainId = chain ?? (network === undefined ? undefined : Number((await openRemoteChain(network)).chainId));
    addProfile({ name, network, config: config && path.resolve(config), from, chainId });
    say(`Use it with --profile ${name}, or PORTCULLIS_PROFILE=${name}.`);
  },
);

const remove = command(
  {
    name: "profile remove",
    does: "Forget a profile.",
    args: { name: stored },
    examples: ["profile remove production"],
  },
  (given) => {
    removeProfile(given.name);
    say(`The profile ${given.name} is removed. No network was changed.`);
    return Promise.resolve();
  },
);

export default group("profile", "profiles: names for network, configuration, chain and account", [
  list,
  show,
  add,
  remove,
]);
