import path from "node:path";
import vm from "node:vm";
import { expect } from "chai";
import { build, type Metafile } from "esbuild";
import ts from "typescript";
import { enodeIdOf } from "../../tools/shared/network-file.js";

const ROOT = path.join(import.meta.dirname, "../..");
const ENTRIES = ["src/index.ts", "src/node.ts", "src/hardhat.ts"].map((entry) => path.join(ROOT, entry));

/** The entry for browsers, bundled for one: that fails where something of Node is used. */
async function bundle(): Promise<{ code: string; inputs: Metafile["inputs"] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(ROOT, "src/index.ts")],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
    globalName: "portcullis",
    logLevel: "silent",
  });
  return { code: outputFiles[0]?.text ?? "", inputs: metafile.inputs };
}

/** The names of what is declared in this repository and exported by no entry, though something exported speaks of it. */
function unnamedTypes(): string[] {
  const program = declarations();
  const checker = program.getTypeChecker();
  const resolved = (symbol: ts.Symbol): ts.Symbol =>
    (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const exported = new Set(
    ENTRIES.flatMap((entry) => {
      const source = program.getSourceFile(declarationOf(entry));
      const module = source && checker.getSymbolAtLocation(source);
      return module === undefined ? [] : checker.getExportsOfModule(module).map(resolved);
    }),
  );
  const missing = new Set<string>();
  const visit = (node: ts.Node): void => {
    // Its keys are words, whatever they were taken from.
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword) return;
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : ts.isImportTypeNode(node) && !node.isTypeOf
          ? node.qualifier
          : undefined;
    const found = name && checker.getSymbolAtLocation(name);
    const symbol = found && resolved(found);
    if (symbol !== undefined && isOurs(symbol) && !exported.has(symbol)) missing.add(symbol.name);
    ts.forEachChild(node, visit);
  };
  for (const symbol of exported) for (const declaration of symbol.declarations ?? []) visit(declaration);
  return [...missing].sort();
}

/** Declared in src/, and not a parameter of a type. */
function isOurs(symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || ts.isTypeParameterDeclaration(declaration)) return false;
  return declaration.getSourceFile().fileName.startsWith(path.join(ROOT, "src/"));
}

function declarationOf(file: string): string {
  return file.replace(/\.ts$/, ".d.ts");
}

/** A program of the declarations that the package would have, which say every type that the compiler has found out. */
function declarations(): ts.Program {
  const { config } = ts.readConfigFile(path.join(ROOT, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const emitting = { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true };
  const texts = new Map<string, string>();
  ts.createProgram(ENTRIES, emitting).emit(undefined, (file, text) => texts.set(file, text));
  const host = ts.createCompilerHost(options);
  const own = { ...host };
  const isReplaced = (file: string): boolean => texts.has(declarationOf(file)) && !file.endsWith(".d.ts");
  host.fileExists = (file) => texts.has(file) || (!isReplaced(file) && own.fileExists(file));
  host.readFile = (file) => texts.get(file) ?? own.readFile(file);
  host.getSourceFile = (file, version) => {
    const text = texts.get(file);
    return text === undefined ? own.getSourceFile(file, version) : ts.createSourceFile(file, text, version, true);
  };
  return ts.createProgram(ENTRIES.map(declarationOf), options, host);
}

describe("The entries of the package", () => {
  it("name every type that what they export speaks of", () => {
    expect(unnamedTypes()).to.deep.equal([]);
  }).timeout(60_000);

  it("for browsers needs nothing that only Node has", async () => {
    const { code, inputs } = await bundle();
    const own = Object.keys(inputs).filter((file) => /^src\/(?:nodejs\/|node\.ts|cli\/)/.test(file));
    expect(own).to.deep.equal([]);

    const context = vm.createContext({ URL, URLSearchParams, TextEncoder, TextDecoder, setTimeout, clearTimeout });
    vm.runInContext("var self = globalThis;", context);
    vm.runInContext(code, context);
    const id = enodeIdOf("72");
    const enode = `enode://${id}@[::FFFF:10.0.0.1]:30303`;
    const written = vm.runInContext(`portcullis.formatEnode(portcullis.parseEnode("${enode}"))`, context) as unknown;
    expect(written).to.equal(`enode://${id}@10.0.0.1:30303?discport=0`);
  });
});
