import { runSolc, type Read } from "../shared/solc.js";

export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export interface Diagnostic {
  readonly errorCode?: string;
  readonly message: string;
  readonly sourceLocation?: Place;
}

export interface FunctionNode {
  readonly name: string;
  readonly body: { readonly src: string };
}

interface Output {
  readonly errors?: readonly Diagnostic[];
  readonly sources?: Record<string, { readonly ast: { readonly nodes: readonly AstNode[] } }>;
}

type AstNode = {
  readonly nodeType: string;
  readonly nodes?: readonly AstNode[];
  readonly constant?: boolean;
  readonly value?: { readonly nodeType: string; readonly value?: string };
} & Partial<FunctionNode>;

function compile(file: string, read: Read, settings: object): Output {
  const input = {
    language: "Solidity",
    sources: { [file]: { content: read(file) } },
    settings: { evmVersion: "istanbul", ...settings },
  };
  return runSolc(input, read) as Output;
}

/** What the compiler's model checker says about a contract of a file. */
export function modelCheck(file: string, read: Read, contract: string): readonly Diagnostic[] {
  // The compiler brings Z3. Where Z3 gives up depends on its steps, not on the machine.
  const modelChecker = {
    engine: "bmc",
    solvers: ["z3"],
    targets: ["assert", "underflow", "overflow", "divByZero"],
    showProvedSafe: true,
    showUnproved: true,
    contracts: { [file]: [contract] },
  };
  return compile(file, read, { modelChecker }).errors ?? [];
}

/** The functions of the contracts in a file. */
export function functionsOf(file: string, read: Read): readonly FunctionNode[] {
  return contractsIn(file, read)
    .flatMap(({ nodes = [] }) => nodes)
    .filter(isFunction);
}

/** The constants of each contract and library in a file that are plain numbers, as they are written. */
export function constantsOf(file: string, read: Read): Record<string, Record<string, string>> {
  const named = contractsIn(file, read).map(({ name = "", nodes = [] }) => {
    const constants = nodes.flatMap(({ name: constant = "", constant: isConstant, value }) =>
      isConstant === true && value?.nodeType === "Literal" ? [[constant, value.value ?? ""] as const] : [],
    );
    return [name, Object.fromEntries(constants)] as const;
  });
  return Object.fromEntries(named);
}

function contractsIn(file: string, read: Read): readonly AstNode[] {
  const { sources } = compile(file, read, { stopAfter: "parsing", outputSelection: { "*": { "": ["ast"] } } });
  return sources?.[file]?.ast.nodes ?? [];
}

function isFunction(node: AstNode): node is AstNode & FunctionNode {
  return node.nodeType === "FunctionDefinition" && node.body !== undefined;
}
