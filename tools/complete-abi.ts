import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { HookContext } from "hardhat/types/hooks";
import type { HardhatPlugin } from "hardhat/types/plugins";

interface WithAbi {
  abi: { name?: string }[];
}

/** These contracts answer another interface's functions through their fallback, so the compiler leaves them out of their
 *  ABI. */
const ANSWERED_BY_FALLBACK = [
  { contract: "PermissionsInterface", declaredIn: "IPermissionsChecks" },
  { contract: "PermissionsImplementation", declaredIn: "IPermissionsImplementation" },
  { contract: "NextImplementation", declaredIn: "IPermissionsImplementation" },
  { contract: "GrownImplementation", declaredIn: "IPermissionsImplementation" },
] as const;

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
  for (const { contract, declaredIn } of ANSWERED_BY_FALLBACK) {
    const { file, artifact } = await read(contract);
    const known = new Set(artifact.abi.map(({ name }) => name));
    const missing = (await read(declaredIn)).artifact.abi.filter(({ name }) => !known.has(name));
    if (missing.length === 0) continue;
    artifact.abi.push(...missing);
    await writeFile(file, `${JSON.stringify(artifact, null, 2)}\n`);
  }
}
