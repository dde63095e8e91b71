import type { ContractMethod, Opened, RegisteredContract } from "../../model/records.js";
import { openingInWords } from "../../read/opening-in-words.js";
import { count, facts, table, toned } from "./table.js";

function stateOf(opened: Opened): string {
  const words = `${openingInWords(opened)}${opened.byVote ? ", by vote" : ""}`;
  return opened.to === "nobody" ? toned("stopped", words) : words;
}

export function showContracts(contracts: readonly RegisteredContract[]): string {
  if (contracts.length === 0) return "No contract is registered.";
  const rows = contracts.map(({ address, org, opened, methods }) => [address, org, stateOf(opened), String(methods)]);
  return table([["contract", "lines"], ["organisation", "middle"], ["state", "lines"], "methods"], rows, [
    "left",
    "left",
    "left",
    "right",
  ]);
}

/** A method with its signature, where that is known. */
export interface NamedMethod extends ContractMethod {
  signature: string | null;
}

export function showContract({
  contract,
  methods,
}: {
  contract: RegisteredContract;
  methods: readonly NamedMethod[];
}): string {
  const { address, org, deployer, opened } = contract;
  const isFrozen = opened.to === "nobody";
  return [
    facts([
      ["contract", address],
      ["organisation", org],
      ["state", `${stateOf(opened)}${isFrozen ? ": nobody may call it, nor any method of it" : ""}`],
      ["deployer", deployer ?? "may not say who may call it"],
    ]),
    `\n${methods.length === 0 ? "No method has a state of its own." : methodsHead(methods.length, isFrozen)}`,
    ...(methods.length === 0 ? [] : [showMethods(methods)]),
  ].join("\n");
}

function methodsHead(number: number, isFrozen: boolean): string {
  const head = `${count(number, "method")} with a state of ${number === 1 ? "its" : "their"} own`;
  return isFrozen ? `${head}, once the contract is frozen no longer` : head;
}

function showMethods(methods: readonly NamedMethod[]): string {
  const rows = methods.map(({ selector, signature, opened }) => [selector, signature ?? "", stateOf(opened)]);
  return methods.some(({ signature }) => signature !== null)
    ? table(["selector", ["method", "lines"], ["state", "lines"]], rows)
    : table(
        ["selector", ["state", "lines"]],
        rows.map(([selector = "", , state = ""]) => [selector, state]),
      );
}
