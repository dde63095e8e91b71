import type { Command } from "commander";
import type { Network } from "../network/network.js";
import { command, type Definition, withOptions } from "./command.js";
import { NETWORK_OPTIONS, openNetwork } from "./connection.js";
import type { Answer, AnswerName } from "./json/answers.js";
import type { NoMoreThan } from "./json/no-more-than.js";
import { print, printJson } from "./output.js";
import { withProgress } from "./progress.js";
import { flag, type Given, type None, type Specs } from "./specs.js";

interface Read<Name extends AnswerName, T extends Answer<Name>, A extends Specs, O extends Specs> extends Definition<
  A,
  O
> {
  name: Name;
  read: (network: Network, given: Given<A> & Given<O>) => Promise<T>;
  show: (value: T, given: Given<A> & Given<O>) => string;
}

/** A command that reads a network: for people, or with --json for programs. */
export function readCommand<
  Name extends AnswerName,
  T extends Answer<Name>,
  A extends Specs = None,
  O extends Specs = None,
>(definition: Read<Name, T, A, O> & NoMoreThan<T, Answer<Name>>): Command {
  const options = withOptions(definition, { ...NETWORK_OPTIONS, json: flag("print JSON") });
  return command({ ...definition, options }, async (given) => {
    const network = await openNetwork(given);
    const value = await withProgress("Reading the network", () => definition.read(network, given));
    if (given.json) printJson(value);
    else print(definition.show(value, given));
  });
}
