import { keccak256 } from "ethers";
import { callInWords } from "../../network/call-in-words.js";
import type { TransactionFile } from "../../network/transaction-file.js";
import { INTERFACES, type SuiteAddresses } from "../../model/contracts.js";
import { once } from "../../util/once.js";
import { thousands } from "../output.js";
import { facts } from "./table.js";

/** The name of the contract that a transaction calls, for whoever has the network's configuration. */
export function contractName(to: string | undefined, known: Partial<SuiteAddresses> | undefined): string | null {
  return Object.entries(known ?? {}).find(([, address]) => address === to)?.[0] ?? null;
}

/** All that is signed, as far as possible in words, read from what is signed; what the file says of it comes first. */
export function showTransaction(file: TransactionFile, known: Partial<SuiteAddresses> | undefined): string {
  const { summary, chainId, genesis, transaction, signed } = file;
  const { from, to, nonce, gas, gasPrice, data } = transaction;
  const { name, values } = callInWords(transaction);
  const isLink = data.startsWith(linkSelector());
  return [
    summary.replaceAll(/[\r\n]/g, "\ufffd"),
    facts([
      ["signs", isLink ? `${from}, who is the guardian` : from],
      ["chain", `${chainId}, first block ${genesis}`],
      [
        "to",
        to === undefined ? "no one: it creates a contract" : `${to}, ${isLink ? LINKED : nameOrWarning(to, known)}`,
      ],
      [to === undefined ? "creates" : "calls", name ?? `what this version does not know, ${data.slice(0, 10)}…`],
      ...values.map(({ name: what, value }) => [`  ${what}`, value] as const),
      ...(isLink ? [["compare", COMPARE_LINK] as const] : []),
      ["nonce", String(nonce)],
      ["gas", `at most ${thousands(gas)}, at the price ${thousands(gasPrice)}${gasPrice === 0n ? "" : " wei"}`],
      ["signed", signed === undefined ? "no" : `yes, transaction ${keccak256(signed)}`],
    ]),
  ].join("\n");
}

/** What links a suite is signed before there is a permission-config.json that could name the contracts. */
const linkSelector = once(() => INTERFACES.PermissionsUpgradable.createInterface().getFunction("init").selector);

const LINKED = "the PermissionsUpgradable of the suite that is linked by this";

const COMPARE_LINK =
  "all three contracts with what portcullis deploy printed, or with its deployment.json: PermissionsUpgradable, PermissionsInterface (permInterface) and PermissionsImplementation (permImpl)";

function nameOrWarning(to: string, known: Partial<SuiteAddresses> | undefined): string {
  const name = contractName(to, known);
  if (name !== null) return `the ${name} of the permission-config.json`;
  return known === undefined
    ? "which no permission-config.json here names: compare it yourself"
    : "which is not a contract of the permission-config.json";
}
