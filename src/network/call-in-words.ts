import { AbiCoder, Interface, type ParamType, type Result } from "ethers";
import type { TransactionRequest } from "../chain/call.js";
import * as codes from "../model/codes.js";
import { INTERFACES } from "../model/contracts.js";
import { policyInWords, toPolicy } from "../model/policy.js";
import { FACTORIES } from "../model/factories.js";
import { durationInWords } from "../util/duration.js";
import { secondsInWords } from "../util/moment.js";
import { once } from "../util/once.js";

/** What a transaction does, read from what is signed and from nothing else. */
export interface CallInWords {
  /** The function that it calls, or the contract that it creates; none that this version knows where it is undefined. */
  readonly name: string | undefined;
  readonly creates: boolean;
  readonly values: readonly { name: string; value: string }[];
}

/** Those that accounts call. The interface passes on what it does not know itself. */
const interfaces = once((): Interface[] => [
  INTERFACES.PermissionsUpgradable.createInterface(),
  INTERFACES.PermissionsInterface.createInterface(),
  INTERFACES.PermissionsImplementation.createInterface(),
]);

export function callInWords({ to, data }: TransactionRequest): CallInWords {
  return to === undefined ? creationInWords(data) : functionInWords(data);
}

function creationInWords(data: string): CallInWords {
  const found = Object.entries(FACTORIES).find(([, { bytecode }]) => data.startsWith(bytecode));
  if (found === undefined) return { name: undefined, creates: true, values: [] };
  const [name, { abi, bytecode }] = found;
  const { inputs } = new Interface(abi).deploy;
  const given = AbiCoder.defaultAbiCoder().decode(inputs, `0x${data.slice(bytecode.length)}`);
  return { name, creates: true, values: valuesInWords(inputs, given) };
}

function functionInWords(data: string): CallInWords {
  for (const known of interfaces()) {
    const call = known.parseTransaction({ data });
    if (call === null) continue;
    return { name: call.name, creates: false, values: valuesInWords(call.fragment.inputs, call.args) };
  }
  return { name: undefined, creates: false, values: [] };
}

function valuesInWords(inputs: readonly ParamType[], given: Result): CallInWords["values"] {
  return inputs.map(({ name }, index) => valueInWords(name, given[index]));
}

/** The words for the codes of the contracts, by the name of what takes them. */
const WORDS: Readonly<Record<string, (code: bigint) => string>> = {
  access: codes.accessName,
  duration: (code) => durationInWords(Number(code)),
  action: (code) => ["suspend or deactivate", "activate or restore", "blacklist"][Number(code) - 1] ?? "unknown",
  kind: codes.ruleKindName,
  op: codes.operationPhrase,
  opening: codes.openingName,
  setting: codes.settingName,
  until: (end) => (end === 0n ? "no end" : secondsInWords(end)),
};

function valueInWords(name: string, value: unknown): { name: string; value: string } {
  if (name === "policy" && Array.isArray(value))
    return { name, value: policyInWords(toPolicy(value as unknown as Parameters<typeof toPolicy>[0])) };
  const word = typeof value === "bigint" ? WORDS[name]?.(value) : undefined;
  return { name, value: word === undefined ? plain(value) : `${plain(value)} (${word})` };
}

function plain(value: unknown): string {
  return Array.isArray(value) ? value.map(plain).join(", ") : String(value);
}
