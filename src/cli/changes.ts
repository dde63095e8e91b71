import { type Command, CommanderError } from "commander";
import { dashed, givenTo } from "./command.js";
import { capital } from "../util/capital.js";
import { type Made, makerOf } from "./makers.js";
import { UsageError } from "./usage-error.js";

/** What a resolution can change. Each is loaded when it is used. */
const NOUNS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  org: () => import("./commands/org.js"),
  node: () => import("./commands/node.js"),
  account: () => import("./commands/account.js"),
  role: () => import("./commands/role.js"),
  contract: () => import("./commands/contract.js"),
  admin: () => import("./commands/admin.js"),
  rule: () => import("./commands/rule.js"),
  policy: () => import("./commands/policy.js"),
  setting: () => import("./commands/setting.js"),
};

/** Reads a command, without "portcullis", as the command line does. Throws a usage error for what is wrong with it. */
export async function typedChange(line: string): Promise<Made> {
  const [noun = "", ...words] = line.trim().split(/\s+/);
  const made = await commandNamed(noun, words[0] ?? "");
  const maker = made && makerOf(made.command);
  if (made === undefined || maker === undefined) {
    throw new UsageError(
      `"${[noun, ...words.slice(0, 1)].join(" ")}" is no command that changes the network.`,
      "Write one that does, as in org suspend ORG1.",
    );
  }
  return maker.with(await parsed(made, words, Object.keys(maker.options ?? {})));
}

interface Named {
  noun: Command;
  command: Command;
}

async function commandNamed(noun: string, verb: string): Promise<Named | undefined> {
  const load = Object.hasOwn(NOUNS, noun) ? NOUNS[noun] : undefined;
  if (load === undefined) return undefined;
  const { default: loaded } = await load();
  const command = loaded.commands.find((each) => each.name() === verb || each.aliases().includes(verb));
  return command === undefined ? undefined : { noun: loaded, command };
}

async function parsed({ noun, command }: Named, words: readonly string[], own: readonly string[]): Promise<unknown> {
  let given: unknown;
  // What is wrong is said once, with its place in the file.
  const silent = { writeErr: () => undefined, writeOut: () => undefined };
  command.configureOutput(silent).showHelpAfterError(false);
  command.action(async () => {
    given = await givenTo(command);
  });
  try {
    await noun.parseAsync([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new UsageError(
      `${capital(error.message.replace(/^error: /, "")).replace(/\.$/, "")}.`,
      `See portcullis ${noun.name()} ${command.name()} --help.`,
    );
  }
  for (const name of Object.keys(command.opts())) {
    if (own.includes(name) || command.getOptionValueSource(name) !== "cli") continue;
    throw new UsageError(`--${dashed(name)} says how something is sent.`, "Give it to portcullis resolution propose.");
  }
  return given;
}
