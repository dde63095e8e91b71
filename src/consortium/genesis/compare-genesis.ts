import { type Finding, finding, ok } from "../../errors/finding.js";
import { readExtraData } from "./extra-data.js";

/** Two files of a first block, as they were parsed. */
export interface ComparedGenesis {
  name: string;
  value: unknown;
}

/** In what two genesis files differ, each with its value here and there; what means the same to nodes does not count. */
export function compareGenesis(one: ComparedGenesis, other: ComparedGenesis): Finding[] {
  const [here, there] = [leavesOf(one.value), leavesOf(other.value)];
  const names = { one: one.name, other: other.name };
  const paths = [...new Set([...here.keys(), ...there.keys()])];
  const found = paths.flatMap((path): Finding[] => {
    const [left, right] = [here.get(path), there.get(path)];
    if (left === right) return [];
    const validators = path === "extradata" ? validatorFindings(names, left, right) : [];
    if (validators.length > 0) return validators;
    const values = { here: left ?? "nothing", there: right ?? "nothing" };
    return [finding("GENESIS_DIFFERS", { cause: "value", ...names, path, ...values })];
  });
  return found.length > 0 ? found : [ok(`${one.name} and ${other.name} say the same to nodes.`)];
}

function validatorFindings(
  names: { one: string; other: string },
  left: string | undefined,
  right: string | undefined,
): Finding[] {
  const [here, there] = [left, right].map((each) => (each === undefined ? undefined : readExtraData(each)?.validators));
  if (here === undefined || there === undefined) return [];
  const only = (some: readonly string[], others: readonly string[]) => some.filter((each) => !others.includes(each));
  const [onlyHere, onlyThere] = [only(here, there), only(there, here)];
  if (onlyHere.length + onlyThere.length > 0) {
    const facts = { onlyHere: inWords(onlyHere), onlyThere: inWords(onlyThere) };
    return [finding("GENESIS_DIFFERS", { cause: "validators", ...names, ...facts })];
  }
  return here.join() === there.join() ? [] : [finding("GENESIS_DIFFERS", { cause: "order", ...names })];
}

function inWords(addresses: readonly string[]): string {
  return addresses.length === 0 ? "none" : addresses.join(", ");
}

/** All values by their places, in the one spelling that nodes make of them: they read keys in any capitals, and numbers in hex or in
 *  decimal digits. */
function leavesOf(value: unknown, path = ""): Map<string, string> {
  if (typeof value !== "object" || value === null) return new Map([[path, spelled(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, each]) => [
      ...leavesOf(each, path === "" ? key.toLowerCase() : `${path}.${key.toLowerCase()}`),
    ]),
  );
}

/** As long as a number may be that stands for an amount; hashes and data are longer. */
const LONGEST_AMOUNT = 20;

function spelled(value: unknown): string {
  const text = String(value).toLowerCase();
  return text.length <= LONGEST_AMOUNT && /^(?:0x[\da-f]+|\d+)$/.test(text) ? BigInt(text).toString() : text;
}
