import { expect } from "chai";
import { stringify } from "yaml";
import { CHAIN_SHAPE } from "../../../../src/consortium/read/chainmaker/shapes.js";
import type { Shape } from "../../../../src/consortium/read/indentation.js";
import { CHAIN_KEYS, NODE_KEYS } from "../../../data/chainmaker-keys.js";
import { fates } from "./reading.js";

type Tree = { [Key in string]: Tree | Tree[] | string | string[] | number | null };

/** Values that stand for something, where any text would not do. */
const VALUES: Readonly<Record<string, string | number>> = { auth_type: "permissionedWithKey", "consensus.type": 1 };

/** The places of keys, with [] for what is in a list, and ? for what is empty. */
function placesIn(keys: string): string[] {
  return keys
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [names = "", above] = line.split(": ").reverse();
      return names.split(" ").map((name) => (above === undefined ? name : `${above}.${name}`));
    });
}

/** A file that has every one of some keys. */
function fileWith(places: readonly string[]): string {
  const file: Tree = {};
  for (const place of places) {
    const above = place.split(".");
    const last = above.pop() ?? "";
    const record = above.reduce(into, file);
    const value = VALUES[place] ?? "x";
    record[last.replace(/\[\]$|\?$/, "")] = last.endsWith("?") ? null : last.endsWith("[]") ? [String(value)] : value;
  }
  return stringify(file);
}

/** The record that a key holds, or the only one in its list. */
function into(record: Tree, part: string): Tree {
  const key = part.replace("[]", "");
  const made = part.endsWith("[]") ? ((record[key] ??= [{}]) as Tree[])[0] : ((record[key] ??= {}) as Tree);
  return made ?? {};
}

const unknown = (file: string, places: readonly string[]) =>
  Object.entries(fates({ [file]: fileWith(places) })).flatMap(([where, fate]) =>
    fate.includes("no key that is known") ? [where] : [],
  );

/** Whether indentation that was lost is found for a key. */
function isInShape(place: string): boolean {
  const parts = place.replaceAll("?", "").split(".");
  let shape: unknown = CHAIN_SHAPE;
  for (const part of parts) {
    const key = part.replace("[]", "");
    const below =
      typeof shape === "object" && shape !== null && Object.hasOwn(shape, key) ? (shape as Shape)[key] : undefined;
    if (below === undefined) return false;
    shape = Array.isArray(below) ? (below[0] as unknown) : below;
  }
  return true;
}

describe("The keys of ChainMaker's files", () => {
  it("are all known in bc.yml, also where its indentation is lost", () => {
    const places = placesIn(CHAIN_KEYS);
    expect(places).to.have.length(62);
    expect(unknown("bc.yml", places)).to.deep.equal([]);
    expect(places.filter((place) => !isInShape(place))).to.deep.equal([]);
  });

  it("are all known in chainmaker.yml", () => {
    const places = placesIn(NODE_KEYS);
    expect(places).to.have.length(251);
    expect(unknown("chainmaker.yml", places)).to.deep.equal([]);
  });

  it("are not all keys that there could be", () => {
    expect(unknown("bc.yml", ["chain_id", "consensus.nodes[].org_id", "other.key"])).to.deep.equal(["other.key"]);
    expect(unknown("chainmaker.yml", ["blockchain[].chainId", "node.org_id", "other"])).to.deep.equal(["other"]);
  });
});
