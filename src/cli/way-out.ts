import type { ActionName, Remedy } from "../errors/action.js";

/** What on the command line does what the library offers. What it is about follows. */
export const WORDS: Readonly<Record<ActionName, string>> = {
  "activate-account": "portcullis account activate",
  "activate-node": "portcullis node activate",
  "add-node": "portcullis node add",
  "admit-agency": "portcullis consortium admit",
  "allow-changes": "--allow-changes",
  "appoint-admin": "portcullis admin propose",
  "assign-role": "portcullis account assign",
  boot: "portcullis boot",
  "change-policy": "portcullis policy set",
  "change-rule": "portcullis rule set",
  "change-setting": "portcullis setting set",
  "carry-out": "portcullis proposal execute",
  "choose-groups": "--group",
  "choose-node": "--network",
  "choose-signer": "--from",
  "close-proposal": "portcullis proposal close",
  confirm: "--yes",
  "deploy-implementation": "portcullis upgrade --deploy-only",
  "do-again": "the same command again",
  "gather-cards": "portcullis consortium gather",
  "give-headers": "PORTCULLIS_HEADERS",
  "list-accounts": "portcullis account list",
  "list-admins": "portcullis admin list",
  "list-emergencies": "portcullis emergency list",
  "list-nodes": "portcullis node list",
  "list-orgs": "portcullis org list",
  "list-policies": "portcullis policy list",
  "list-proposals": "portcullis proposal list",
  "list-roles": "portcullis role list",
  "make-node-keys": "portcullis consortium keys",
  "move-node": "portcullis node move",
  "name-boot-operator": "portcullis guardian name-operator",
  "offer-gas-price": "--gas-price or PORTCULLIS_GAS_PRICE",
  "propose-node-release": "portcullis node propose-release",
  "read-history": "portcullis history",
  "recover-account": "portcullis account recover",
  "recover-node": "portcullis node recover",
  "remove-admin": "portcullis admin remove",
  "restore-org": "portcullis org restore",
  "send-transaction": "portcullis transaction send",
  "send-under-traffic": "--under-traffic",
  "show-account": "portcullis account show",
  "show-node": "portcullis node show",
  "show-org": "portcullis org show",
  "show-proposal": "portcullis proposal show",
  "sign-transaction": "portcullis transaction sign",
  "use-key": "--keystore or PORTCULLIS_PRIVATE_KEY",
  "wait-until-quiet": "--when-quiet",
};

/** What to do, and with which commands or options. */
export function wayOutInWords({ hint, actions }: Remedy): string {
  const words = actions.map(({ name, subject }) => (subject === undefined ? WORDS[name] : `${WORDS[name]} ${subject}`));
  return words.length === 0 ? hint : `${hint.replace(/\.$/, "")}: ${words.join(", then ")}.`;
}
