import path from "node:path";
import { errorLines, type Finding } from "../errors/finding.js";
import { refusal } from "../errors/refusal.js";
import { checkConsortiumFile } from "../consortium/check/check-consortium.js";
import type { Consortium } from "../consortium/file/consortium.js";
import { parseConsortiumFile } from "../consortium/file/consortium-file.js";
import { compareGenesis } from "../consortium/genesis/compare-genesis.js";
import { genesisText } from "../consortium/genesis/genesis.js";
import { groupGenesis, type GroupGenesis } from "../consortium/genesis/group-genesis.js";
import type { ConsortiumReading } from "../consortium/read/read-consortium.js";
import { fileAt, readText, requireAbsent, writeNew, writeUnlessSame } from "./files.js";

/** Reads a consortium file in YAML or JSON. Throws FILE_NOT_READ, and CONSORTIUM_FILE_NOT_ALLOWED with all its mistakes. */
export function readConsortiumFile(file: string): Consortium {
  return parseConsortiumFile(fileAt(file));
}

/** The same, of a consortium whose networks would work. Throws the same, and CONSORTIUM_NOT_SOUND. */
export function readSoundConsortium(file: string): Consortium {
  const consortium = readConsortiumFile(file);
  const list = errorLines(checkConsortiumFile(fileAt(file)));
  if (list.length === 0) return consortium;
  throw refusal("CONSORTIUM_NOT_SOUND", { file, list });
}

/** The genesis of a group of a consortium file. Throws what `readSoundConsortium` throws, and GROUP_UNKNOWN. */
export function readGroupGenesis(file: string, name: string): GroupGenesis {
  const consortium = readSoundConsortium(file);
  const group = consortium.groups.find((each) => each.name === name);
  if (group !== undefined) return groupGenesis(consortium, group);
  throw refusal("GROUP_UNKNOWN", { file, group: name, known: consortium.groups.map((each) => each.name) });
}

/** Writes a genesis.json for nodes. One that is there already and the same stays; throws FILE_EXISTS when it is not the same,
 *  and FILE_NOT_WRITTEN. */
export function writeGenesis(file: string, { genesis }: GroupGenesis): void {
  writeUnlessSame(file, genesisText(genesis));
}

/** Writes the consortium file that was made of others and, beside it, a policy file for each group of which they say policies. Returns
 *  the names of these by group. Throws FILE_EXISTS, with nothing written where one of them is there, and FILE_NOT_WRITTEN. */
export function writeReading(out: string, { text, policies }: ConsortiumReading): ReadonlyMap<string, string> {
  const { dir, name } = path.parse(out);
  const files = new Map(policies.map(({ group }) => [group, path.join(dir, `${name}-${group}-policies.yaml`)]));
  for (const file of [out, ...files.values()]) requireAbsent(file);
  writeNew(out, text);
  for (const each of policies) writeNew(files.get(each.group) ?? "", each.text);
  return files;
}

/** In what two genesis files differ for nodes. Throws FILE_NOT_READ and INPUT_NOT_RECOGNISED. */
export function compareGenesisFiles(one: string, other: string): Finding[] {
  return compareGenesis({ name: one, value: genesisIn(one) }, { name: other, value: genesisIn(other) });
}

function genesisIn(file: string): unknown {
  const text = readText(file);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "config" in value) return value;
  } catch {
    // Said below, as for what is JSON and no genesis.
  }
  throw refusal("INPUT_NOT_RECOGNISED", { file, flaw: "", known: ["a genesis.json"] });
}
