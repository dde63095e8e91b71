import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import hre from "hardhat";
import { runSolc } from "../shared/solc.js";
import type { Node } from "./generated/syntax.js";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** Each file and its text. */
export type Sources = Readonly<Record<string, string>>;

export interface CompiledContract {
  readonly ir?: string;
  readonly evm?: {
    readonly bytecode: { readonly object: string };
    readonly deployedBytecode: { readonly object: string; readonly immutableReferences: object };
  };
}

export interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly sources?: Readonly<Record<string, { readonly id: number; readonly ast: Node }>>;
  readonly contracts?: Readonly<Record<string, Readonly<Record<string, CompiledContract>>>>;
}

/** All contracts of the project and of its tests in Solidity, by their names from its root. */
export function projectSources(): Sources {
  const files = globSync("{contracts,test/solidity}/**/*.sol", { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(path.join(ROOT, file), "utf8")]));
}

/** Compiles as the project does; `selection` as the compiler's own. */
export function compile(sources: Sources, selection: object): Output {
  const [compiler] = hre.config.solidity.profiles.default?.compilers ?? [];
  return runSolc({
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([file, content]) => [file, { content }])),
    settings: { ...(compiler?.settings as object), outputSelection: selection },
  }) as Output;
}

export function errorsOf({ errors = [] }: Output): string[] {
  return errors.filter(({ severity }) => severity === "error").map(({ formattedMessage }) => formattedMessage);
}
