import { readFileSync } from "node:fs";
import path from "node:path";
import type { Extent, GeneratedFault } from "./generate.js";
import { compile, errorsOf, ROOT, type CompiledContract, type Output, type Sources } from "./sources.js";

/** What changes in the contracts as they are built, by files from the root; or why the fault does not count. */
type Planted = Readonly<Record<string, string>> | "does not compile" | "makes no difference";

/** A part of a file that code of a contract was made of. */
interface Origin extends Extent {
  readonly contract: string;
  readonly file: string;
}

const CODE = ["evm.bytecode.object", "evm.deployedBytecode.object", "evm.deployedBytecode.immutableReferences"];

/** Only these are deployed; those of `contracts/test/` stay as they are. */
const DEPLOYED = /^contracts\/(?!test\/|interfaces\/)/;

/** The contracts as Hardhat built them without a fault, and what becomes of them with one. */
export class Build {
  private constructor(
    private readonly sources: Sources,
    private readonly origins: readonly Origin[],
  ) {}

  static of(sources: Sources): Build {
    const wanted = Object.keys(sources).filter((file) => DEPLOYED.test(file));
    const names = wanted.map((file) => `${file}:*`);
    return new Build(sources, originsOf(compile(sources, selectionOf(names, ["ir"]))));
  }

  /** Compiles only the contracts that have code from where the fault is. */
  with({ file, source, definition }: GeneratedFault): Planted {
    const touched = this.origins.filter((origin) => origin.file === file && isInside(origin, definition));
    const names = [...new Set(touched.map(({ contract }) => contract))];
    if (names.length === 0) return "makes no difference";
    const output = compile({ ...this.sources, [file]: source }, selectionOf(names, CODE));
    if (errorsOf(output).length > 0) return "does not compile";
    const artifacts = contractsOf(output).flatMap(([name, contract]) => artifactWith(name, contract));
    return artifacts.length === 0 ? "makes no difference" : Object.fromEntries(artifacts);
  }
}

function contractsOf({ contracts = {} }: Output): [name: string, contract: CompiledContract][] {
  return Object.entries(contracts).flatMap(([file, some]) =>
    Object.entries(some).map(([name, contract]): [string, CompiledContract] => [`${file}:${name}`, contract]),
  );
}

/** The compiler says in its intermediate code where each part comes from, before it optimises. */
function originsOf(output: Output): Origin[] {
  const files = new Map(Object.entries(output.sources ?? {}).map(([file, { id }]) => [id, file]));
  return contractsOf(output).flatMap(([contract, { ir = "" }]) => {
    const places = new Set([...ir.matchAll(/@src (\d+:\d+:\d+)/g)].map((match) => match[1] ?? ""));
    return [...places].map((place) => {
      const [id = 0, start = 0, end = 0] = place.split(":").map(Number);
      return { contract, file: files.get(id) ?? "", start, end };
    });
  });
}

function isInside(inner: Extent, outer: Extent): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** For contracts that are named with their files. */
function selectionOf(names: readonly string[], outputs: readonly string[]): object {
  const selection: Record<string, Record<string, readonly string[]>> = {};
  for (const name of names) {
    const [file = "", contract = ""] = name.split(":");
    selection[file] = { ...selection[file], [contract]: outputs };
  }
  return selection;
}

/** The artifact of a contract with other code; nothing if the code is the same. */
function artifactWith(name: string, { evm }: CompiledContract): [file: string, text: string][] {
  const file = `artifacts/${name.replace(":", "/")}.json`;
  const artifact = JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as { readonly bytecode: string };
  const bytecode = `0x${evm?.bytecode.object ?? ""}`;
  if (artifact.bytecode === bytecode) return [];
  const { object = "", immutableReferences = {} } = evm?.deployedBytecode ?? {};
  return [[file, JSON.stringify({ ...artifact, bytecode, deployedBytecode: `0x${object}`, immutableReferences })]];
}
