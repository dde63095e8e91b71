import type { Command } from "commander";
import type { Network } from "../network/network.js";
import { command, type Definition, withOptions } from "./command.js";
import { NETWORK_OPTIONS, withNetwork } from "./connection.js";
import type { Answer, AnswerName } from "./json/answers.js";
import type { NoMoreThan } from "./json/no-more-than.js";
import { print, printJson } from "./output.js";
import { present } from "./presentation.js";
import { withProgress } from "./progress.js";
import { SHOWING_OPTIONS } from "./showing-options.js";
import type { Given, None, Specs } from "./specs.js";

interface Read<Name extends AnswerName, T extends Answer<Name>, A extends Specs, O extends Specs> extends Definition<
  A,
  O
> {
  name: Name;
  read: (network: Network, given: Given<A> & Given<O>) => Promise<T>;
  show: (value: T, given: Given<A> & Given<O>) => string;
  /** Whether the answer is a no, with which the command exits like one that is refused. */
  isNo?: (value: T) => boolean;
}

/** A command that reads a network: for people, or with --json for programs. */
export function readCommand<
  Name extends AnswerName,
  T extends Answer<Name>,
  A extends Specs = None,
  O extends Specs = None,
>(definition: Read<Name, T, A, O> & NoMoreThan<T, Answer<Name>>): Command {
  const options = withOptions(definition, { ...NETWORK_OPTIONS, ...SHOWING_OPTIONS });
  return command({ ...definition, options, section: "Look:" }, async (given) => {
    present({ wide: Boolean(given.wide) });
    const value = await withNetwork(given, (network) =>
      withProgress("Reading the network", () => definition.read(network, given)),
    );
    if (given.json) printJson(value);
    else print(definition.show(value, given));
    if (definition.isNo?.(value) === true) process.exitCode = 1;
  });
}
