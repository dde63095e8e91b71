import { Argument, Command, Option } from "commander";
import { PortcullisError } from "../errors/error.js";
import { ENODE, ENODE_NOTE } from "./examples.js";
import { nearest } from "../util/nearest.js";
import { fold } from "./show/fold.js";
import type { Given, None, Offer, Spec, Specs } from "./specs.js";
import { explainingUnknown } from "./unknown-command.js";
import { UsageError } from "./usage-error.js";

/** A command as data: what it takes, what it does, and how it is called. */
export interface Definition<A extends Specs, O extends Specs> {
  /** What follows "portcullis": its noun, if it has one, and its own name. */
  name: string;
  /** Another word for its own name. */
  alias?: string;
  /** Under which title its noun's help lists it. */
  section?: string;
  /** One sentence, and who may do it, unless anyone may. */
  does: string;
  args?: A;
  options?: O;
  /** What follows "portcullis", the most common one first. */
  examples: readonly string[];
  /** An example of the file that it takes. */
  format?: string;
}

type Run<A extends Specs, O extends Specs> = (given: Given<A> & Given<O>) => Promise<void>;

/** A command that is run with its arguments and options as one object. */
export function command<A extends Specs = None, O extends Specs = None>(
  definition: Definition<A, O>,
  run: Run<A, O>,
): Command {
  const { args, options, examples, format } = definition;
  const made = newCommand(definition.name.replace(/^.* /, ""), definition.does);
  if (definition.alias !== undefined) made.alias(definition.alias);
  if (definition.section !== undefined) made.helpGroup(definition.section);
  const names = Object.keys(args ?? {});
  for (const [name, spec] of Object.entries(args ?? {})) made.addArgument(argument(dashed(name), spec));
  for (const [name, spec] of Object.entries(options ?? {})) made.addOption(option(name, spec));
  if (examples[0] !== undefined) {
    const file = format === undefined ? [] : ["\nThe file:", format];
    const notes = [...examples, ...file].some((each) => each.includes(ENODE)) ? [`  ${ENODE_NOTE}`] : [];
    made.addHelpText("after", ["\nExamples:", ...examples.map(shownExample), ...file, ...notes].join("\n"));
    made.showHelpAfterError(`  For example: portcullis ${examples[0]}\n  Use --help for an explanation.`);
  }
  GIVEN.set(made, async () => {
    const values = Object.fromEntries(names.map((name, index) => [name, made.processedArgs[index] as unknown]));
    const given = { ...values, ...made.opts() };
    return given.profile === undefined ? given : await completed(given, options ?? {});
  });
  return made.action(async () => {
    await run((await givenTo(made)) as Given<A> & Given<O>);
  });
}

const GIVEN = new WeakMap<Command, () => Promise<unknown>>();

/** The arguments and options of a command that has been parsed, as one object. */
export async function givenTo(made: Command): Promise<unknown> {
  return await GIVEN.get(made)?.();
}

/** The help comes sooner without what this needs. */
async function completed(given: Record<string, unknown>, options: Specs): Promise<Record<string, unknown>> {
  const { withProfile } = await import("./with-profile.js");
  return withProfile(given, options);
}

/** An example as one can type it, on as many lines as it takes. */
function shownExample(example: string): string {
  return fold(`  $ portcullis ${example}`, EXAMPLE_WIDTH, "      ").join(" \\\n");
}

/** Leaves room for the sign that the next line belongs to it. */
const EXAMPLE_WIDTH = 78;

/** The options of a definition, and those that all commands of a kind have. */
export function withOptions<O extends Specs, M extends Specs>({ options }: { options?: O }, more: M): O & M {
  return { ...options, ...more } as O & M;
}

/** A noun, whose verbs are commands. */
export function group(name: string, does: string, commands: readonly Command[]): Command {
  const made = newCommand(name, does);
  for (const each of commands) made.addCommand(each);
  return explainingUnknown(made);
}

/** A command that throws instead of ending the process, and says what it has to say on standard error. */
export function newCommand(name: string, does: string): Command {
  return new Command(name)
    .description(does)
    .exitOverride()
    .helpOption("-h, --help", "show help for the command")
    .helpCommand(false)
    .configureHelp({ sortSubcommands: false, minWidthToWrap: 20 });
}

/** What shells offer for an argument or an option. */
export function offerOf(made: Argument | Option): Offer | undefined {
  return OFFERS.get(made);
}

const OFFERS = new WeakMap<Argument | Option, Offer>();

function argument(name: string, spec: Spec<unknown>): Argument {
  const words = spec.many === true ? `${name}...` : name;
  const made = new Argument(spec.required ? `<${words}>` : `[${words}]`, spec.text);
  if (spec.offers !== undefined) OFFERS.set(made, spec.offers);
  if (spec.choices !== undefined) return made.choices(spec.choices).argParser(choiceOf(made.name(), spec.choices));
  if (spec.parse === undefined) return made;
  const read = parserAt(made.name(), spec.parse);
  return spec.many === true
    ? made.argParser((given, others: unknown[] | undefined) => [...(others ?? []), read(given)])
    : made.argParser(read);
}

function option(name: string, spec: Spec<unknown>): Option {
  const { choices, parse = (given: string) => given, placeholder, variable } = spec;
  const value = placeholder === undefined ? "" : ` <${placeholder}${spec.many === true ? "..." : ""}>`;
  const made = new Option(`--${dashed(name)}${value}`, spec.text);
  if (spec.offers !== undefined) OFFERS.set(made, spec.offers);
  const read = parserAt(`--${dashed(name)}`, parse);
  // A variable holds several, separated by blanks; what stands on the command line may hold blanks itself.
  const parts = (given: string): string[] => (variable === undefined ? [given] : given.trim().split(/\s+/));
  if (spec.many === true)
    made.argParser((given, others: unknown[] | undefined) => [...(others ?? []), ...parts(given).map(read)]);
  else if (choices !== undefined) made.choices(choices).argParser(choiceOf(`--${dashed(name)}`, choices));
  else if (placeholder !== undefined) made.argParser((given) => read(given));
  // A variable that is set to an empty text counts as not set.
  if (variable !== undefined && process.env[variable] !== "") made.env(variable);
  return spec.required ? made.makeOptionMandatory() : made;
}

/** One of some words; whoever misspells it is told which one may be meant, and otherwise all of them. */
function choiceOf(place: string, choices: readonly string[]): (text: string) => string {
  return (text) => {
    if (choices.includes(text)) return text;
    const meant = nearest(text, choices);
    const hint = meant === undefined ? `Write one of these: ${choices.join(", ")}.` : `Did you mean ${meant}?`;
    throw new UsageError(`${place}: "${text}" is none of the words for it.`, hint);
  };
}

/** Any mistake in what was typed is wrong usage, and the error says where it is. */
function parserAt(place: string, parse: (text: string) => unknown): (text: string) => unknown {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof PortcullisError)) throw error;
      throw new UsageError(`${place}: ${error.message}`, error.hint ?? "Use --help for an explanation.");
    }
  };
}

/** The name of an option: "adminOrg" is --admin-org. */
export function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
