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

const PUSH1 = 0x60;
const PUSH32 = 0x7f;

/**
 * The operations later than Istanbul among the first `count` instructions of a contract. What follows them is data, which
 * may look like anything.
 */
export function laterOpcodes(code: Uint8Array, count: number): string[] {
  const found = new Set<string>();
  let at = 0;
  for (let i = 0; i < count && at < code.length; i++) {
    const opcode = code[at] ?? 0;
    const name = LATER_THAN_ISTANBUL[opcode];
    if (name !== undefined) found.add(name);
    at += opcode >= PUSH1 && opcode <= PUSH32 ? opcode - PUSH1 + 2 : 1;
  }
  return [...found].sort();
}

/** A compiler's source map has one entry for each instruction. */
export function instructionsIn(sourceMap: string): number {
  return sourceMap.split(";").length;
}
