import path from "node:path";
import { Argument, Command, CommanderError } from "commander";
import { reportError } from "./output.js";

/** Arguments in their order: each is described, or a choice of words. */
export type Args = Readonly<Record<string, string | readonly string[]>>;

/** What a script takes: arguments, flags that are there or not, settings with a value. */
export interface Usage<A extends Args, F extends string, S extends string> {
  does: string;
  args?: A;
  flags?: Readonly<Record<F, string>>;
  settings?: Readonly<Record<S, string>>;
}

export interface Given<A extends Args, F extends string, S extends string> {
  args: { readonly [Name in keyof A]: A[Name] extends readonly (infer Word)[] ? Word : string };
  flags: Readonly<Record<F, boolean>>;
  settings: Readonly<Record<S, string | undefined>>;
}

/** Runs a script: exit code 0 when it worked, 1 when something was refused, 2 when it was called wrongly. */
export async function script<const A extends Args, F extends string = never, S extends string = never>(
  usage: Usage<A, F, S>,
  work: (given: Given<A, F, S>) => Promise<void>,
): Promise<void> {
  try {
    await work(parse(usage));
  } catch (error) {
    // Commander has spoken already; help is no error.
    process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : reportError(error);
  }
}

function parse<A extends Args, F extends string, S extends string>(usage: Usage<A, F, S>): Given<A, F, S> {
  const command = new Command(path.basename(process.argv[1] ?? "script", ".ts")).description(usage.does).exitOverride();
  const names = Object.keys(usage.args ?? {});
  for (const [name, text] of Object.entries(usage.args ?? {})) command.addArgument(argument(name, text));
  for (const [name, text] of entries(usage.flags)) command.option(`--${dashed(name)}`, text);
  for (const [name, text] of entries(usage.settings)) command.option(`--${dashed(name)} <value>`, text);
  command.parse();
  const args = Object.fromEntries(names.map((name, index) => [name, command.args[index]]));
  const options = command.opts<Record<string, string | boolean>>();
  const flags = Object.fromEntries(Object.keys(usage.flags ?? {}).map((name) => [name, options[name] === true]));
  const settings = Object.fromEntries(Object.keys(usage.settings ?? {}).map((name) => [name, options[name]]));
  return { args, flags, settings } as Given<A, F, S>;
}

function argument(name: string, text: string | readonly string[]): Argument {
  return typeof text === "string" ? new Argument(`<${name}>`, text) : new Argument(`<${name}>`).choices(text);
}

function entries(record: Readonly<Record<string, string>> | undefined): [string, string][] {
  return Object.entries(record ?? {});
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
