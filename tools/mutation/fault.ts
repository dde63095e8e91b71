import { readFileSync } from "node:fs";
import path from "node:path";
import { PortcullisError } from "../../src/errors/error.js";
import type { EditedFile } from "./build.js";

const CONTRACTS = path.resolve(import.meta.dirname, "../../contracts");

/** A protection that is taken out of the contracts, and the tests that must notice. */
export interface Fault {
  /** The rules of docs/architecture.md that it breaks; none where it breaks a limit instead. */
  readonly rules: readonly number[];
  /** What is wrong with the contracts that have it. */
  readonly says: string;
  /** Below contracts/. */
  readonly file: string;
  /** What stands exactly once in the file, and what stands there instead. */
  readonly text: string;
  readonly becomes: string;
  /** Below test/contracts/. */
  readonly tests: readonly string[];
  /** Why the model of test/model/ cannot notice, where it cannot. */
  readonly beyondModel?: string;
  /** Whether test/solidity/Invariants.t.sol must notice. */
  readonly breaksInvariant?: true;
}

/** Why the model does not notice what random calls bring about once in a while only. */
export const RARE = "It comes about too rarely in random calls.";

/** The contract without the fault. */
export function soundSource({ file }: Fault): string {
  return readFileSync(path.join(CONTRACTS, file), "utf8");
}

/** The contract with the fault. */
export function planted(fault: Fault, sound = soundSource(fault)): EditedFile {
  const parts = sound.split(fault.text);
  if (parts.length === 2) {
    const start = Buffer.byteLength(parts[0] ?? "");
    return {
      file: `contracts/${fault.file}`,
      replaced: { start, end: start + Buffer.byteLength(fault.text) },
      source: parts.join(fault.becomes),
    };
  }
  throw new PortcullisError(
    "DEV_FAULT_NOT_PLANTED",
    `"${fault.says}" cannot be planted: contracts/${fault.file} has what it replaces ${parts.length - 1} times.`,
    { hint: `Look in tools/mutation/faults/ for ${fault.text}` },
  );
}
