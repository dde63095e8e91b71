import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { HookContext } from "hardhat/types/hooks";
import type { HardhatPlugin } from "hardhat/types/plugins";

interface WithAbi {
  abi: { name?: string }[];
}

/** The contract answers the interface's functions through its fallback, so the compiler leaves them out of its ABI. */
const ANSWERED_BY_FALLBACK = { contract: "PermissionsInterface", declaredIn: "IPermissionsChecks" } as const;

/** Adds what a contract answers without declaring it to its ABI, before types are made of it. */
export const completeAbi: HardhatPlugin = {
  id: "complete-abi",
  hookHandlers: {
    solidity: () =>
      Promise.resolve({
        default: () => Promise.resolve({ processArtifactsAfterSuccessfulBuild: complete }),
      }),
  },
};

async function complete(_: HookContext, artifacts: readonly string[]): Promise<void> {
  const read = async (name: string): Promise<{ file: string; artifact: WithAbi }> => {
    const file = artifacts.find((candidate) => path.basename(candidate) === `${name}.json`);
    if (file === undefined) throw new Error(`The build made no ${name}.json.`);
    return { file, artifact: JSON.parse(await readFile(file, "utf8")) as WithAbi };
  };
  const { file, artifact } = await read(ANSWERED_BY_FALLBACK.contract);
  const known = new Set(artifact.abi.map(({ name }) => name));
  const missing = (await read(ANSWERED_BY_FALLBACK.declaredIn)).artifact.abi.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return;
  artifact.abi.push(...missing);
  await writeFile(file, `${JSON.stringify(artifact, null, 2)}\n`);
}
