import type { GroupGenesis } from "../../consortium/genesis/group-genesis.js";
import { facts } from "./table.js";

export function showGenesis({ group, validators, hash, fileHash }: GroupGenesis, file: string | undefined): string {
  return facts([
    ["group", group.name],
    ["chain id", String(group.chainId)],
    ["consensus", group.consensus],
    ["validators", validators.join("\n")],
    ["first block", hash],
    ["SHA-256", fileHash.slice(2)],
    ...(file === undefined ? [] : [["written to", file] as const]),
  ]);
}
