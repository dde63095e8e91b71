import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { Consortium } from "../../../src/consortium/file/consortium.js";
import { textAtHand } from "../../../src/util/text-source.js";

/** Four agencies and three groups, of which the first agency is in all. */
export const STAR = path.join(import.meta.dirname, "../../../examples/star/consortium.yaml");

/** What the file says, without what may be left out. */
type Written = Omit<Consortium, "groups" | "nodes"> & {
  groups: Pick<Consortium["groups"][number], "name" | "chainId" | "consensus">[];
  nodes: (Omit<Consortium["nodes"][number], "runs"> & {
    runs: (Omit<Consortium["nodes"][number]["runs"][number], "validator"> & { validator?: boolean })[];
  })[];
};

/** The star as a text, after a change to what it says. */
export function starAfter(change: (star: Written) => void = () => undefined) {
  const star = parse(readFileSync(STAR, "utf8")) as Written;
  change(star);
  return textAtHand("consortium.yaml", stringify(star, { aliasDuplicateObjects: false }));
}

/** An element of a list that is there. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`There is no number ${index}.`);
  return found;
}
