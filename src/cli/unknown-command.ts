import type { Command } from "commander";
import { nearest } from "../util/nearest.js";

const LISTS = ["org list", "node list", "account list", "role list", "contract list", "proposal list"];

/** What people type that is no command, and what they may mean by it. */
export const MEANT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    add: ["node add", "account assign", "role add", "org propose", "admin propose"],
    ls: LISTS,
    list: LISTS,
    vote: ["inbox", "proposal approve", "proposal reject"],
    whoami: ["account show", "inbox"],
    "account approve": ["proposal approve"],
    "account deactivate": ["account suspend"],
    "account propose": ["admin propose", "account assign"],
    "account remove": ["account release", "account suspend"],
    "account restore": ["account activate"],
    "account revoke": ["account suspend", "account release"],
    "account unassign": ["account release", "account assign"],
    "account update": ["account assign"],
    "admin add": ["admin propose"],
    "admin approve": ["proposal approve"],
    "check package": ["consortium check-package"],
    certificate: ["cert show", "cert request", "cert issue"],
    "cert add": ["cert request", "cert root"],
    "cert check": ["cert verify"],
    "cert freeze": ["cert revoke"],
    "cert remove": ["cert revoke"],
    "cert renew": ["cert issue", "cert crl"],
    "cert sign": ["cert issue"],
    "contract add": ["contract register"],
    "contract close": ["contract freeze"],
    "contract lock": ["contract freeze"],
    "contract remove": ["contract freeze"],
    "contract unfreeze": ["contract open"],
    "contract update": ["contract open", "contract restrict"],
    "guardian update": ["guardian transfer"],
    "node approve": ["proposal approve"],
    "node propose": ["node add"],
    "node remove": ["node release", "node deactivate"],
    "node restore": ["node activate", "node recover"],
    "node update": ["node move"],
    "org add": ["org propose", "org add-sub"],
    "org approve": ["proposal approve"],
    "org remove": ["org suspend"],
    "profile update": ["profile remove", "profile add"],
    "proposal vote": ["proposal approve", "proposal reject"],
    "role assign": ["account assign"],
    "role revoke": ["account release", "account assign", "role remove"],
    "policy propose": ["policy set"],
    "policy update": ["policy set"],
    "rule list": ["policy list"],
    "rule ls": ["policy list"],
    "rule show": ["policy list", "policy show"],
    "rule update": ["rule set"],
    "setting list": ["setting show"],
    "setting ls": ["setting show"],
    "setting update": ["setting set"],
  }),
);

/** Words for the same. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ["change", "update"],
  ["create", "add"],
  ["delete", "remove"],
  ["edit", "update"],
  ["modify", "update"],
  ["rm", "remove"],
]);

/** Has a command with others below it show the help of one where "help" is said, and say what an unknown word may mean, also
 *  to whoever asks for its help. */
export function explainingUnknown(made: Command): Command {
  return made
    .hook("preSubcommand", (_, chosen) => {
      // A command that takes a file would look for one with the name of the second word.
      const words = `${chosen.name()} ${made.args[1] ?? ""}`;
      if (chosen.commands.length === 0 && MEANT.has(words)) refuse(made, words);
    })
    .on("command:*", ([word = "", next = ""]: string[]) => {
      if (word !== "help") refuse(made, word, next);
      const wanted = next === "" ? made : called(made, next);
      if (wanted === undefined) refuse(made, next);
      else wanted.help();
    })
    .on("beforeHelp", () => {
      const [word = "help", next] = made.args;
      const isOption = word.startsWith("-");
      if (!isOption && word !== "help" && called(made, word) === undefined) refuse(made, word, next);
    });
}

function refuse(made: Command, word: string, next = ""): never {
  const meant = meantBy(made, word, next).map((name) => `portcullis ${name}`);
  const guess = meant.length === 0 ? "" : `\n(Did you mean ${meant.join(", or ")}?)`;
  return made.error(`error: unknown command '${word}'${guess}`);
}

function called(above: Command, word: string): Command | undefined {
  return above.commands.find((each) => each.name() === word || each.aliases().includes(word));
}

/** Names of commands. */
function meantBy(made: Command, word: string, next: string): readonly string[] {
  const same = ALSO.get(word) ?? word;
  if (made.parent !== null) return verbOf(made, same) ?? near(made, word, `${made.name()} `);
  const noun = called(made, next);
  return (noun && verbOf(noun, same)) ?? MEANT.get(same) ?? near(made, word);
}

/** What a verb of a noun is, or may mean; whoever says "add node" has the words, the other way round. */
function verbOf(noun: Command, verb: string): readonly string[] | undefined {
  const found = called(noun, verb);
  return found === undefined ? MEANT.get(`${noun.name()} ${verb}`) : [`${noun.name()} ${found.name()}`];
}

/** The names that begin like this, or else the nearest one. */
function near({ commands }: Command, word: string, before = ""): readonly string[] {
  const names = commands.map((each) => each.name());
  const longer = word.length < LETTERS_OF_A_BEGINNING ? [] : names.filter((name) => name.startsWith(word));
  if (longer.length > 0) return longer.map((name) => before + name);
  const found = nearest(word, names);
  return found === undefined ? [] : [before + found];
}

/** Fewer begin too many names. */
const LETTERS_OF_A_BEGINNING = 2;
