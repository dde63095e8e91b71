import { getAddress } from "ethers";
import { addressFlaw, type AddressFlaw } from "../../model/address.js";
import { type Enode, hasHostName } from "../../model/enode.js";
import { parseEnode } from "../parse-enode.js";
import { PortcullisError } from "../../errors/error.js";
import { HINTS } from "./file-schema.js";
import { noteRepeated } from "../note-repeated.js";
import type { Path, PlacedText } from "../placed-text.js";

/** Reads one value of a list, or notes why it cannot. */
type Reader<T> = (source: PlacedText, path: Path, text: string) => T | undefined;

/** The placeholder in a new file where an address must still be filled in. */
export const PLACEHOLDER = "REPLACE THIS";

const ADDRESS_MISTAKES: Record<AddressFlaw, (text: string) => [message: string, hint: string]> = {
  form: (text) => [`"${text}" is not an address.`, "An address is 0x and 40 hex digits."],
  checksum: (text) => [`"${text}" has a wrong checksum.`, "Compare it with the original, or write it in lower case."],
  zero: () => ["The zero address is not an account.", "Give an account whose key someone holds."],
};

export const readAddress: Reader<string> = (source, path, text) => {
  if (text === PLACEHOLDER) {
    const key = String(path[0]);
    source.mistake(path, `"${key}" still holds the placeholder of a new file.`, HINTS[key] ?? "Replace it.");
    return undefined;
  }
  const flaw = addressFlaw(text);
  if (flaw === undefined) return getAddress(text);
  source.mistake(path, ...ADDRESS_MISTAKES[flaw](text));
  return undefined;
};

export function enodeReader(hostNames: boolean): Reader<Enode> {
  return (source, path, text) => {
    try {
      const enode = parseEnode(text);
      if (!hasHostName(enode) || hostNames) return enode;
      const hint = "Give its IP address, or write hostNames: on if all nodes run with --raftdnsenable.";
      source.mistake(path, `"${enode.ip}" is a host name.`, hint);
    } catch (error) {
      if (!(error instanceof PortcullisError)) throw error;
      source.mistake(path, error.message, error.hint ?? "Correct it.");
    }
    return undefined;
  };
}

/** Reads the texts of a list, and notes those that name the same. */
export function readList<T>(
  source: PlacedText,
  path: Path,
  texts: readonly unknown[],
  read: Reader<T>,
  subjectOf: (value: T) => string,
): T[] {
  const found = texts.flatMap((text, index) => {
    const place = [...path, index];
    const value = typeof text === "string" ? read(source, place, text) : undefined;
    return value === undefined ? [] : { path: place, value, subject: subjectOf(value) };
  });
  noteRepeated(source, found);
  return found.map(({ value }) => value);
}

/** The same of accounts, which may be written in two ways. */
export function readAddresses(source: PlacedText, path: Path, texts: readonly unknown[]): string[] {
  return readList(source, path, texts, readAddress, (address) => `the account ${address}`);
}
