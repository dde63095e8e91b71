import { existsSync } from "node:fs";
import { refusal } from "../errors/refusal.js";
import type { Consortium } from "../consortium/file/consortium.js";
import { parseConsortiumFile } from "../consortium/file/consortium-file.js";
import { genesisText } from "../consortium/genesis/genesis.js";
import { groupGenesis, type GroupGenesis } from "../consortium/genesis/group-genesis.js";
import { fileAt, readText, writeNew } from "./files.js";

/** Reads a consortium file in YAML or JSON. Throws FILE_NOT_READ, and CONSORTIUM_FILE_NOT_ALLOWED with all its mistakes. */
export function readConsortiumFile(file: string): Consortium {
  return parseConsortiumFile(fileAt(file));
}

/** The genesis of a group of a consortium file. Throws what `readConsortiumFile` throws, and GROUP_UNKNOWN. */
export function readGroupGenesis(file: string, name: string): GroupGenesis {
  const consortium = readConsortiumFile(file);
  const group = consortium.groups.find((each) => each.name === name);
  if (group !== undefined) return groupGenesis(consortium, group);
  throw refusal("GROUP_UNKNOWN", { file, group: name, known: consortium.groups.map((each) => each.name) });
}

/** Writes a genesis.json for nodes. One that is there already and the same stays; throws FILE_EXISTS when it is not the same,
 *  and FILE_NOT_WRITTEN. */
export function writeGenesis(file: string, { genesis }: GroupGenesis): void {
  const text = genesisText(genesis);
  if (!existsSync(file)) writeNew(file, text);
  else if (readText(file) !== text) throw refusal("FILE_EXISTS", { cause: "different", file });
}
