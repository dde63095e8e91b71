import { concat, dataLength, getBytes, hexlify, toBeHex, toUtf8Bytes } from "ethers";

/** Octets as 0x and hex digits: some elements of ASN.1, in DER or nearly so. */
export type Der = string;

const LONG = 0x80;
const NOTHING = "0x";

/** An element: its tag, its length in the shortest form, and what is in it. */
export function element(tag: number, ...content: readonly Der[]): Der {
  const inside = concat(content);
  return concat([hexlify(new Uint8Array([tag])), lengthOf(dataLength(inside)), inside]);
}

function lengthOf(length: number): Der {
  const octets = toBeHex(length);
  return length < LONG ? octets : concat([toBeHex(LONG + dataLength(octets)), octets]);
}

export const sequence = (...content: readonly Der[]): Der => element(0x30, ...content);
export const set = (...content: readonly Der[]): Der => element(0x31, ...content);
/** `[n]` around other elements, or in place of one. */
export const context = (n: number, ...content: readonly Der[]): Der => element(0xa0 + n, ...content);
export const contextPrimitive = (n: number, content: Der): Der => element(0x80 + n, content);
export const octetString = (content: Der): Der => element(0x04, content);
export const bitString = (content: Der, unused = 0): Der => element(0x03, toBeHex(unused, 1), content);
export const utf8 = (text: string): Der => element(0x0c, hexlify(toUtf8Bytes(text)));
export const printable = (text: string): Der => element(0x13, hexlify(toUtf8Bytes(text)));
export const utcTime = (text: string): Der => element(0x17, hexlify(toUtf8Bytes(text)));
export const generalizedTime = (text: string): Der => element(0x18, hexlify(toUtf8Bytes(text)));
export const TRUE = "0x0101ff";
export const NULL = "0x0500";

/** A whole number that is not negative. */
export function integer(value: bigint | number): Der {
  const octets = toBeHex(value);
  return element(0x02, (getBytes(octets)[0] ?? 0) < LONG ? NOTHING : "0x00", octets);
}

/** An object identifier, such as "2.5.4.10". */
export function oid(text: string): Der {
  const [first = 0, second = 0, ...others] = text.split(".").map(Number);
  return element(0x06, ...[40 * first + second, ...others].map(base128));
}

function base128(value: number): Der {
  const octets = [value % LONG];
  for (let left = Math.floor(value / LONG); left > 0; left = Math.floor(left / LONG))
    octets.unshift(LONG + (left % LONG));
  return hexlify(new Uint8Array(octets));
}

/** An element that is read: where it stands, and what stands in it, also where that is in a string of octets or bits. */
export interface Node {
  readonly tag: number;
  readonly der: Der;
  readonly content: Der;
  readonly children: readonly Node[];
  /** What stands in front of its children: how many bits of a string of bits do not count. */
  readonly before: Der;
}

const OCTET_STRING = 0x04;
const BIT_STRING = 0x03;
const CONSTRUCTED = 0x20;

/** The elements of something in DER. */
export function parse(der: Der): Node[] {
  const bytes = getBytes(der);
  const nodes: Node[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag = 0, first = 0] = bytes.slice(at, at + 2);
    const long = first < LONG ? 0 : first - LONG;
    const head = 2 + long;
    const length = long === 0 ? first : Number(hexlify(bytes.slice(at + 2, at + head)));
    const end = at + head + length;
    if (tag === 0 || first === LONG || end > bytes.length) throw new Error(`No DER at ${at} of ${der}`);
    const content = hexlify(bytes.slice(at + head, end));
    nodes.push({ tag, der: hexlify(bytes.slice(at, end)), content, ...inside(tag, content) });
    at = end;
  }
  return nodes;
}

function inside(tag: number, content: Der): Pick<Node, "children" | "before"> {
  if ((tag & CONSTRUCTED) !== 0) return { children: parse(content), before: NOTHING };
  const bytes = getBytes(content);
  const skipped = tag === BIT_STRING ? 1 : 0;
  const nothing = { children: [], before: NOTHING };
  if (tag !== OCTET_STRING && tag !== BIT_STRING) return nothing;
  try {
    return {
      children: parse(hexlify(bytes.slice(skipped))),
      before: hexlify(bytes.slice(0, skipped)),
    };
  } catch {
    return nothing;
  }
}
