import type { Argument, Command, Option } from "commander";
import { offerOf } from "./command.js";

/** A word that may stand next, and what is said about it. */
interface Offered {
  word: string;
  about: string;
}

/** What may stand next; `files` says that the name of a file may. */
export interface Offers {
  offered: readonly Offered[];
  files: boolean;
}

const NOTHING: Offers = { offered: [], files: false };

/** What may stand in the place of the last of some words, which is typed in part or not at all. No node is asked. */
export async function offersFor(program: Command, words: readonly string[]): Promise<Offers> {
  const last = words.at(-1) ?? "";
  const { made, place, awaited } = standing(program, words.slice(0, -1));
  const [, name = "", value] = /^(--[^=]+)=(.*)$/s.exec(last) ?? [];
  if (value !== undefined) return beginningWith(value, await valuesOf(optionOf(made, name)));
  if (last.startsWith("-")) return beginningWith(last, optionsOf(made));
  if (awaited !== undefined) return beginningWith(last, await valuesOf(awaited));
  if (made.commands.length > 0) return place > 0 ? NOTHING : beginningWith(last, commandsOf(made));
  return beginningWith(last, await valuesOf(argumentAt(made, place)));
}

/** Where somebody is who has typed some words: at which command, after how many of its arguments, and after which option that
 *  wants a value. */
interface Standing {
  made: Command;
  place: number;
  awaited?: Option | undefined;
}

function standing(program: Command, words: readonly string[]): Standing {
  return words.reduce<Standing>(
    ({ made, place, awaited }, word) => {
      if (word.startsWith("-")) return { made, place, awaited: optionOf(made, word) };
      if (awaited !== undefined) return { made, place, awaited: awaited.variadic ? awaited : undefined };
      const below = made.commands.find((each) => each.name() === word || each.aliases().includes(word));
      return below === undefined ? { made, place: place + 1 } : { made: below, place: 0 };
    },
    { made: program, place: 0 },
  );
}

/** An option that takes a value. */
function optionOf(made: Command, name: string): Option | undefined {
  return made.options.find((each) => each.long === name && each.required);
}

function argumentAt({ registeredArguments }: Command, place: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[place] ?? (last?.variadic === true ? last : undefined);
}

function commandsOf(made: Command): Offers {
  const visible = made.createHelp().visibleCommands(made);
  return { offered: visible.map((each) => ({ word: each.name(), about: each.description() })), files: false };
}

function optionsOf(made: Command): Offers {
  const visible = made.createHelp().visibleOptions(made);
  return { offered: visible.map(({ long, description }) => ({ word: long ?? "", about: description })), files: false };
}

async function valuesOf(of: Argument | Option | undefined): Promise<Offers> {
  if (of === undefined) return NOTHING;
  const offer = offerOf(of);
  const words = offer === "profiles" ? await profileNames() : (of.argChoices ?? []);
  return { offered: words.map((word) => ({ word, about: "" })), files: offer === "files" };
}

/** None where they cannot be read: a shell has no place for a message. */
async function profileNames(): Promise<string[]> {
  const { readProfiles } = await import("../nodejs/profiles.js");
  try {
    return readProfiles().map(({ name }) => name);
  } catch {
    return [];
  }
}

function beginningWith(typed: string, { offered, files }: Offers): Offers {
  return { offered: offered.filter(({ word }) => word.startsWith(typed)), files };
}
