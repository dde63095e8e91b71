import { readFileSync } from "node:fs";
import path from "node:path";
import { compile, errorsOf, ROOT, type CompiledContract, type Output, type Sources } from "./sources.js";

/** A part of a file, in bytes. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A contract's file that reads differently in one place. */
export interface EditedFile {
  /** From the repository's root. */
  readonly file: string;
  /** What is replaced. */
  readonly replaced: Extent;
  /** The whole file with what stands there instead. */
  readonly source: string;
}

/** What changes in the contracts as they are built, by files from the root; or why the fault does not count. */
export type Planted = Readonly<Record<string, string>> | "does not compile" | "makes no difference";

/** A part of a file that code of a contract was made of. */
interface Origin extends Extent {
  readonly contract: string;
  readonly file: string;
}

const CODE = ["evm.bytecode.object", "evm.deployedBytecode.object", "evm.deployedBytecode.immutableReferences"];

/** Those of `contracts/test/` stay as they are, but for what tests ask in place of a library. */
const BUILT = /^(?:contracts\/(?!test\/(?!\w+Reader\.sol)|interfaces\/)|test\/)/;

/** What a contract inherits stands in it function by function, and as a whole where nothing of it is used. */
const WHOLE_CONTRACT = /^(?:abstract contract|contract|library)\b/;

/** The contracts as Hardhat built them without a fault, and what becomes of them with one. */
export class Build {
  private constructor(
    private readonly sources: Sources,
    private readonly origins: readonly Origin[],
  ) {}

  static of(sources: Sources): Build {
    const names = Object.keys(sources)
      .filter((file) => BUILT.test(file))
      .map((file) => `${file}:*`);
    return new Build(sources, originsOf(sources, compile(sources, selectionOf(names, ["ir"]))));
  }

  /** Compiles only the contracts that have code from where the fault is. */
  with({ file, source, replaced }: EditedFile): Planted {
    const touched = this.origins.filter((origin) => origin.file === file && overlaps(origin, replaced));
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
function originsOf(sources: Sources, output: Output): Origin[] {
  const files = new Map(Object.entries(output.sources ?? {}).map(([file, { id }]) => [id, file]));
  const bytes = new Map(Object.entries(sources).map(([file, text]) => [file, Buffer.from(text)]));
  return contractsOf(output).flatMap(([contract, { ir = "" }]) => {
    const places = new Set([...ir.matchAll(/@src (\d+:\d+:\d+)/g)].map((match) => match[1] ?? ""));
    return [...places].flatMap((place) => {
      const [id = 0, start = 0, end = 0] = place.split(":").map(Number);
      const file = files.get(id) ?? "";
      const text = bytes.get(file)?.subarray(start, end).toString() ?? "";
      return WHOLE_CONTRACT.test(text) ? [] : [{ contract, file, start, end }];
    });
  });
}

function overlaps(one: Extent, other: Extent): boolean {
  return one.start < other.end && other.start < one.end;
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
  const folder = name.startsWith("test/") ? "cache/test-artifacts" : "artifacts";
  const file = `${folder}/${name.replace(":", "/")}.json`;
  const artifact = JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as { readonly bytecode: string };
  const bytecode = `0x${evm?.bytecode.object ?? ""}`;
  if (artifact.bytecode === bytecode) return [];
  const { object = "", immutableReferences = {} } = evm?.deployedBytecode ?? {};
  return [[file, JSON.stringify({ ...artifact, bytecode, deployedBytecode: `0x${object}`, immutableReferences })]];
}
