/** Operations that came after Istanbul, and that a GoQuorum node does not know. */
const LATER_THAN_ISTANBUL: Readonly<Record<number, string>> = {
  0x1e: "CLZ",
  0x48: "BASEFEE",
  0x49: "BLOBHASH",
  0x4a: "BLOBBASEFEE",
  0x5c: "TLOAD",
  0x5d: "TSTORE",
  0x5e: "MCOPY",
  0x5f: "PUSH0",
};

const POWERFUL: Readonly<Record<number, string>> = {
  0x54: "SLOAD",
  0x55: "SSTORE",
  0xf0: "CREATE",
  0xf2: "CALLCODE",
  0xf4: "DELEGATECALL",
  0xf5: "CREATE2",
  0xff: "SELFDESTRUCT",
};

const PUSH1 = 0x60;
const PUSH32 = 0x7f;

/** The first `count` instructions of a contract, without what a PUSH carries. What follows them is data, which may look
 *  like anything. */
export function opcodesOf(code: Uint8Array, count: number): number[] {
  const found: number[] = [];
  let at = 0;
  while (found.length < count && at < code.length) {
    const opcode = code[at] ?? 0;
    found.push(opcode);
    at += opcode >= PUSH1 && opcode <= PUSH32 ? opcode - PUSH1 + 2 : 1;
  }
  return found;
}

/** The operations later than Istanbul among the first `count` instructions of a contract. */
export function laterOpcodes(code: Uint8Array, count: number): string[] {
  return [...new Set(named(opcodesOf(code, count), LATER_THAN_ISTANBUL))].sort();
}

/** The operations that store, run another contract's code, or bring contracts into being and to an end, each as often as it
 *  stands there. */
export function powerfulOpcodes(code: Uint8Array, count: number): string[] {
  return named(opcodesOf(code, count), POWERFUL).sort();
}

function named(opcodes: readonly number[], names: Readonly<Record<number, string>>): string[] {
  return opcodes.map((opcode) => names[opcode]).filter((name) => name !== undefined);
}

/** A compiler's source map has one entry for each instruction. */
export function instructionsIn(sourceMap: string): number {
  return sourceMap.split(";").length;
}
