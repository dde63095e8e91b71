import { readFile } from "node:fs/promises";
import type { JsonFragment } from "ethers";
import { artifacts } from "hardhat";

export interface Code {
  object: string;
  sourceMap: string;
}

/** A variable, or a member of a struct. */
export interface Place {
  label: string;
  slot: string;
  offset: number;
  type: string;
}

interface Compiled {
  abi: JsonFragment[];
  evm: { bytecode: Code; deployedBytecode: Code };
  storageLayout: { storage: Place[]; types: Record<string, { label: string; members?: Place[] }> | null };
}

/** What the compiler made of a contract. */
export async function compiled(contract: string): Promise<Compiled> {
  const { inputSourceName, buildInfoId } = await artifacts.readArtifact(contract);
  const file = await artifacts.getBuildInfoOutputPath(buildInfoId ?? "");
  const { output } = JSON.parse(await readFile(file ?? "", "utf8")) as {
    output: { contracts: Record<string, Record<string, Compiled>> };
  };
  const found = output.contracts[inputSourceName ?? ""]?.[contract];
  if (found === undefined) throw new Error(`no build output of ${contract}`);
  return found;
}
