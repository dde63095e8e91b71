import { type GeneratedFault, faultsIn } from "./generate.js";
import { compile, errorsOf, type Sources } from "../sources.js";

/** Where faults are generated: what decides and what remembers. */
const WHERE = /^contracts\/(?:(?:rules|libraries|managers|types)\/.*|PermissionsImplementation)\.sol$/;

/** The faults of all these contracts. */
export function generatedFaults(sources: Sources): GeneratedFault[] {
  const output = compile(sources, { "*": { "": ["ast"] } });
  const errors = errorsOf(output);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return Object.entries(sources)
    .filter(([file]) => WHERE.test(file))
    .flatMap(([file, source]) => {
      const ast = output.sources?.[file]?.ast;
      return ast === undefined ? [] : faultsIn(file, source, ast);
    });
}
