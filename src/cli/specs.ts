import { getAddress } from "ethers";
import { addressFlaw } from "../model/address.js";
import { toEndpoint } from "../chain/endpoint.js";
import type { Enode } from "../model/enode.js";
import { parseEnode } from "../network/parse-enode.js";
import { findProfile, type Profile } from "../nodejs/profiles.js";
import { parseDuration } from "../util/duration.js";
import { momentInWords, parseInstant } from "../util/moment.js";
import { UsageError } from "./usage-error.js";

/** What a shell finds without a node. */
export type Offer = "files" | "profiles";

/** One argument or option: what it is called in the help, and what becomes of its text. */
export interface Spec<T> {
  readonly text: string;
  /** What stands for the value in the help; none for a flag. */
  readonly placeholder?: string;
  readonly choices?: readonly string[];
  readonly parse?: (text: string) => unknown;
  readonly required: boolean;
  /** Whether it may be given several times. */
  readonly many?: boolean;
  readonly variable?: string;
  /** What shells offer for it, besides its choices. */
  readonly offers?: Offer;
  /** Only the compiler looks at it. */
  readonly type?: T;
}

export type Specs = Readonly<Record<string, Spec<unknown>>>;

/** No arguments, or no options. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/consistent-type-definitions -- no name
export type None = {};

/** What a command is given: each name with its parsed value. */
export type Given<S extends Specs> = { readonly [Name in keyof S]: S[Name] extends Spec<infer T> ? T : never };

export function text(about: string, placeholder = "text"): Spec<string> {
  return { text: about, placeholder, required: true };
}

/** A file or a directory. */
export function fileName(about: string, placeholder = "file"): Spec<string> {
  return { ...text(about, placeholder), offers: "files" };
}

export function address(about: string): Spec<string> {
  return { text: about, placeholder: "account", required: true, parse: toAddress };
}

export function enode(about: string): Spec<Enode> {
  return { text: about, placeholder: "enode", required: true, parse: parseEnode };
}

export function wholeNumber(about: string): Spec<number> {
  return { text: about, placeholder: "number", required: true, parse: toNumber };
}

/** An amount of the chain's money. */
export function wei(about: string): Spec<bigint> {
  return { text: about, placeholder: "wei", required: true, parse: toWei };
}

/** The number of a block. */
export function blockNumber(about: string): Spec<bigint> {
  return { text: about, placeholder: "number", required: true, parse: (given) => BigInt(toNumber(given)) };
}

export function oneOf<const Word extends string>(about: string, choices: readonly Word[]): Spec<Word> {
  return { text: about, placeholder: "word", required: true, choices };
}

/** Where a node listens. */
export function nodeUrl(about: string): Spec<string> {
  return { text: about, placeholder: "url", required: true, parse: toNodeUrl };
}

/** The name of a profile; what is given is what it says. */
export function profile(about: string): Spec<Profile> {
  return { text: about, placeholder: "name", required: true, parse: findProfile, offers: "profiles" };
}

/** A point in time, in UTC unless it says otherwise. */
export function instant(about: string): Spec<Date> {
  return { text: about, placeholder: "time", required: true, parse: toInstant };
}

/** A point in time that is still to come. */
export function future(about: string): Spec<Date> {
  return { ...instant(about), parse: toFuture };
}

/** A length of time, in seconds. */
export function duration(about: string): Spec<number> {
  return { text: about, placeholder: "time", required: true, parse: toDuration };
}

/** Several of a kind, at least one where it is given. */
export function many<T>(spec: Spec<T>): Spec<T[] | undefined> {
  return { ...(spec as Spec<unknown>), required: false, many: true } as Spec<T[] | undefined>;
}

export function flag(about: string): Spec<boolean> {
  return { text: about, required: false };
}

/** The same, but it may be left out. */
export function optional<T>(spec: Spec<T>): Spec<T | undefined> {
  return { ...spec, required: false };
}

/** The same, but the environment may say it. */
export function orVariable<T>(spec: Spec<T>, variable: string): Spec<T | undefined> {
  return { ...spec, required: false, variable };
}

/** Several of a kind, or what the environment says, separated by blanks. */
export function manyOrVariable<T>(spec: Spec<T>, variable: string): Spec<T[] | undefined> {
  return { ...many(spec), variable };
}

export function toAddress(given: string): string {
  switch (addressFlaw(given)) {
    case "form":
      throw new UsageError(`"${given}" is not an address.`, "An address is 0x and 40 hex digits.");
    case "checksum":
      throw new UsageError(
        `"${given}" has a wrong checksum.`,
        "Compare it with the original, or write it in lower case if you are sure.",
      );
    case "zero":
      throw new UsageError("The zero address is not an account.", "Give an account.");
    case undefined:
      return getAddress(given);
  }
}

function toNodeUrl(given: string): string {
  toEndpoint(given);
  return given;
}

function toInstant(given: string): Date {
  const time = parseInstant(given);
  if (time !== undefined) return time;
  throw new UsageError(`"${given}" is not a time.`, "Write 2026-11-01, or 2026-11-01T08:30.");
}

function toFuture(given: string): Date {
  const time = toInstant(given);
  if (time.getTime() > Date.now()) return time;
  throw new UsageError(`${momentInWords(time)} is past.`, "Give a time that is still to come.");
}

function toDuration(given: string): number {
  const seconds = parseDuration(given);
  if (seconds !== undefined && seconds > 0) return seconds;
  throw new UsageError(
    `"${given}" is not a length of time.`,
    'Write "2 days" or 2d, "36 hours" or 36h, "30 minutes" or 30m.',
  );
}

function toWei(given: string): bigint {
  if (/^\d{1,18}$/.test(given)) return BigInt(given);
  throw new UsageError(`"${given}" is not an amount of wei.`, "Give a whole number of wei, without a unit.");
}

function toNumber(given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new UsageError(`"${given}" is not a number.`, "Give a whole number.");
}
