import { FunctionFragment, type JsonFragment } from "ethers";
import type { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { nearest } from "../util/nearest.js";
import type { TextSource } from "../util/text-source.js";

/** A method of a contract: its selector, and its signature where that is known. */
export interface Method {
  /** 0x and 8 lower-case hex digits. */
  readonly selector: string;
  /** As in transfer(address,uint256). */
  readonly signature?: string | undefined;
}

export interface NamedMethod extends Method {
  readonly name: string;
  readonly signature: string;
}

/** The methods that an ABI file names. */
export interface Abi {
  /** What messages call the file. */
  readonly file: string;
  readonly methods: readonly NamedMethod[];
}

/** Reads the methods of an ABI: a list, or what a compiler or Hardhat or Foundry writes with a list "abi" in it. Throws
 *  ABI_FILE_NOT_ALLOWED. */
export function parseAbi(from: TextSource): Abi {
  const file = from.name;
  const list = listIn(file, from.read());
  const methods = list.filter(isFunction).map((each) => {
    try {
      return described(FunctionFragment.from(each));
    } catch (cause) {
      throw refusal("ABI_FILE_NOT_ALLOWED", { cause: "noMethod", file, entry: JSON.stringify(each) }, { cause });
    }
  });
  return { file, methods };
}

function listIn(file: string, text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refusal("ABI_FILE_NOT_ALLOWED", { cause: "noJson", file }, { cause });
  }
  const list = Array.isArray(value) ? (value as unknown) : (value as { abi?: unknown } | null)?.abi;
  if (!Array.isArray(list)) throw refusal("ABI_FILE_NOT_ALLOWED", { cause: "noList", file });
  return list as unknown[];
}

function isFunction(entry: unknown): entry is string | JsonFragment {
  if (typeof entry === "string") return entry.trimStart().startsWith("function ");
  return typeof entry === "object" && entry !== null && "type" in entry && entry.type === "function";
}

function described(fragment: FunctionFragment): NamedMethod {
  return { name: fragment.name, selector: fragment.selector, signature: fragment.format("sighash") };
}

const SELECTOR = /^0x[0-9a-f]{8}$/i;
const NAME = /^[a-z_$][\w$]*$/i;
/** Calls with less than a selector are not told from it. */
const NO_METHOD = "0x00000000";

/** The method that is meant by its selector, its signature, or its name in an ABI. Throws METHOD_NOT_ALLOWED for what is none,
 *  METHOD_UNKNOWN for one that the ABI does not have, or not alone by that name. */
export function parseMethod(given: string, abi?: Abi): Method {
  const method = given.trim();
  if (SELECTOR.test(method)) return bySelector(method.toLowerCase(), abi);
  if (NAME.test(method)) return byName(method, abi);
  const { signature, selector } = bySignature(method);
  if (abi !== undefined && !abi.methods.some((each) => each.selector === selector)) throw unknown(signature, abi);
  return { signature, selector };
}

function bySelector(selector: string, abi: Abi | undefined): Method {
  if (selector === NO_METHOD) throw refusal("METHOD_NOT_ALLOWED", { cause: "zero", method: selector });
  return { selector, signature: signatureOf(selector, abi) };
}

function byName(name: string, abi: Abi | undefined): Method {
  if (abi === undefined) throw refusal("METHOD_UNKNOWN", { cause: "noAbi", method: name });
  const [found, ...others] = abi.methods.filter((each) => each.name === name);
  if (found === undefined) throw unknown(name, abi);
  if (others.length === 0) return { selector: found.selector, signature: found.signature };
  const signatures = [found, ...others].map(({ signature }) => signature);
  throw refusal("METHOD_UNKNOWN", { cause: "several", method: name, file: abi.file, signatures });
}

function bySignature(method: string): NamedMethod {
  try {
    return described(FunctionFragment.from(`function ${method}`));
  } catch (cause) {
    throw refusal("METHOD_NOT_ALLOWED", { cause: "form", method }, { cause });
  }
}

function unknown(method: string, { file, methods }: Abi): PortcullisError {
  if (methods.length === 0) return refusal("METHOD_UNKNOWN", { cause: "noMethods", method, file });
  const signatures = methods.map(({ signature }) => signature);
  const error = refusal("METHOD_UNKNOWN", { cause: "absent", method, file, signatures });
  const names = method.includes("(") ? signatures : methods.map(({ name }) => name);
  const meant = nearest(method, names);
  return meant === undefined ? error : error.withGuess(`Did you mean ${meant}?`, { meant });
}

function signatureOf(selector: string, abi: Abi | undefined): string | undefined {
  return abi?.methods.find((each) => each.selector === selector)?.signature;
}

/** "transfer(address,uint256) (0xa9059cbb)", or the selector alone where its signature is not known. */
export function methodInWords({ selector, signature }: Method): string {
  return signature === undefined ? selector : `${signature} (${selector})`;
}

/** The method with this selector, and its signature if the ABI has it. */
export function methodOf(selector: string, abi?: Abi): Method {
  return { selector, signature: signatureOf(selector, abi) };
}
