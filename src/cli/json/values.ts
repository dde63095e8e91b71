import { getAddress, isAddress } from "ethers";
import * as z from "zod";
import { DEPLOYING } from "../../model/codes.js";

/** What a field holds. */
interface Value {
  /** As the page calls it. */
  name: string;
  /** How it is written, and in what unit. */
  means: string;
  /** Those that it may be. */
  words?: readonly string[];
}

export const VALUES = z.registry<Value>();

export const text = z.string();
export const flag = z.boolean().register(VALUES, { name: "true or false", means: "`true` or `false`, without quotes" });
export const number = z.int().register(VALUES, { name: "number", means: "a whole number, without quotes" });

/** A field of whatever belongs to an organisation. */
export const stoppedBy = text
  .nullable()
  .describe("id of the suspended organisation at the top of its branch, which stops it; null where none does");

export const address = z
  .string()
  .refine((given) => isAddress(given) && getAddress(given) === given)
  .register(VALUES, {
    name: "address",
    means: "`0x` and 40 hex digits, in upper and lower case as the checksum wants it",
  });

export const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .register(VALUES, { name: "hash", means: "`0x` and 64 lower-case hex digits" });

export const time = z.iso
  .datetime({ precision: 3 })
  .register(VALUES, { name: "time", means: "ISO 8601, in UTC, to the millisecond: `2026-12-21T10:56:05.000Z`" });

/** A field of whatever an emergency measure can hold. */
export const heldUntil = time
  .nullable()
  .describe("until when an emergency measure holds it, or the organisation that it is in; null if none does");

/** Fields of whatever may be given until a time. */
export const END_SHAPE = {
  endsAt: time.nullable().describe("when it ends by itself, or has ended; null if it does not"),
  ended: flag.describe("whether that time has come"),
} as const;

export const selector = z
  .string()
  .regex(/^0x[0-9a-f]{8}$/)
  .register(VALUES, { name: "selector", means: "`0x` and 8 lower-case hex digits" });

export const enodeId = z
  .string()
  .regex(/^[0-9a-f]{128}$/)
  .register(VALUES, { name: "enode id", means: "128 lower-case hex digits" });

export const enodeUrl = z
  .string()
  .regex(/^enode:\/\/[0-9a-f]{128}@/)
  .register(VALUES, { name: "enode URL", means: "an enode URL as nodes list it" });

/** The words of what does not exist, and of a status that GoQuorum has and that is never set. */
const NEVER: readonly string[] = ["none", "inactive"];

const UNKNOWN = /^unknown \(\d+\)$/;

type Word<Name extends string> = Name | `unknown (${string})`;

/** One of the words for the codes of the contracts, or what stands for a code of a later implementation. */
export function word<const Name extends string>(names: readonly Name[]): z.ZodType<Word<Name>> {
  const words = names.filter((name) => !NEVER.includes(name));
  const isWord = (given: unknown): boolean =>
    typeof given === "string" && (UNKNOWN.test(given) || words.some((each) => each === given));
  return z.custom<Word<Name>>(isWord).register(VALUES, {
    name: "word",
    means: "one of the words that are listed, or `unknown (12)` for a number that this version has no word for",
    words,
  });
}

export const settingValue = z.union([z.boolean(), z.int(), word(DEPLOYING)]).register(VALUES, {
  name: "setting's value",
  means:
    "`true` or `false`, or a whole number for a limit, without quotes; for whether one organisation may deploy, one of the words " +
    "that are listed",
  words: DEPLOYING,
});

/** One of a few words, and no other one. */
export function choice<const Name extends string>(words: readonly Name[]): z.ZodType<Name> {
  return z.enum(words).register(VALUES, { name: "choice", means: "one of the words that are listed", words });
}
