import { getAddress, isAddress, ZeroAddress } from "ethers";
import { type Enode, hasHostName, parseEnode } from "../enode.js";
import { PortcullisError } from "../errors/error.js";
import { HINTS } from "./schema.js";
import type { Path, Source } from "./source.js";

/** Reads one value of a list, or notes why it cannot. */
type Reader<T> = (source: Source, path: Path, text: string) => T | undefined;

/** What a new file says where somebody must still write an address. */
export const PLACEHOLDER = "REPLACE THIS";

export const readAddress: Reader<string> = (source, path, text) => {
  if (text === PLACEHOLDER) {
    const key = String(path[0]);
    source.mistake(path, `"${key}" still holds the placeholder of a new file.`, HINTS[key] ?? "Replace it.");
    return undefined;
  }
  const wellFormed = /^0x[0-9a-fA-F]{40}$/.test(text);
  const valid: boolean = isAddress(text);
  if (wellFormed && !valid) {
    source.mistake(path, `"${text}" has a wrong checksum.`, "Compare it with its origin, or write it in lower case.");
  } else if (!wellFormed) {
    source.mistake(path, `"${text}" is not an address.`, "An address is 0x and 40 hex digits.");
  } else if (getAddress(text) === ZeroAddress) {
    source.mistake(path, "The zero address is nobody.", "Give an account that somebody has the key of.");
  } else return getAddress(text);
  return undefined;
};

export function enodeReader(hostNames: boolean): Reader<Enode> {
  return (source, path, text) => {
    try {
      const enode = parseEnode(text);
      if (!hasHostName(enode) || hostNames) return enode;
      const hint = "Give its ip address, or write hostNames: true if all nodes run with --raftdnsenable.";
      source.mistake(path, `"${enode.ip}" is a host name.`, hint);
    } catch (error) {
      if (!(error instanceof PortcullisError)) throw error;
      source.mistake(path, error.message, error.hint ?? "Correct it.");
    }
    return undefined;
  };
}

/** Reads the texts of a list, and notes values that name the same thing twice. */
export function readList<T>(
  source: Source,
  path: Path,
  texts: readonly unknown[],
  read: Reader<T>,
  keyOf: (value: T) => string,
): T[] {
  const places = new Map<string, number>();
  return texts.flatMap((text, index) => {
    if (typeof text !== "string") return [];
    const value = read(source, [...path, index], text);
    if (value === undefined) return [];
    const first = places.get(keyOf(value));
    if (first !== undefined) {
      const hint = `It is number ${first + 1} of the list already: remove one of the two.`;
      source.mistake([...path, index], `Number ${index + 1} of the list is there twice.`, hint);
    }
    places.set(keyOf(value), first ?? index);
    return [value];
  });
}
