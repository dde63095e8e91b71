import type { ActionName, Remedy } from "../errors/action.js";

/** What on the command line does what the library offers. What it is about follows. */
export const WORDS: Readonly<Record<ActionName, string>> = {
  "activate-account": "portcullis account activate",
  "activate-node": "portcullis node activate",
  "add-node": "portcullis node add",
  "allow-changes": "--allow-changes",
  "assign-role": "portcullis account assign",
  boot: "portcullis boot",
  "choose-node": "--network",
  "choose-signer": "--from",
  confirm: "--yes",
  "deploy-implementation": "portcullis upgrade --deploy-only",
  "give-headers": "PORTCULLIS_HEADERS",
  "list-proposals": "portcullis proposal list",
  "move-node": "portcullis node move",
  "offer-gas-price": "--gas-price or PORTCULLIS_GAS_PRICE",
  "read-history": "portcullis history",
  "recover-account": "portcullis account recover",
  "recover-node": "portcullis node recover",
  "restore-org": "portcullis org restore",
  "send-transaction": "portcullis transaction send",
  "send-under-traffic": "--under-traffic",
  "sign-transaction": "portcullis transaction sign",
  "use-key": "--keystore or PORTCULLIS_PRIVATE_KEY",
  "wait-until-quiet": "--when-quiet",
};

/** What to do, and with which commands or options. */
export function wayOutInWords({ hint, actions }: Remedy): string {
  const words = actions.map(({ name, subject }) => (subject === undefined ? WORDS[name] : `${WORDS[name]} ${subject}`));
  return words.length === 0 ? hint : `${hint.replace(/\.$/, "")}: ${words.join(", then ")}.`;
}
