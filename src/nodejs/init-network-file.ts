import { textAtHand } from "../util/text-source.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import type { Enode } from "../model/enode.js";
import { requireAbsent, writeNew } from "./files.js";
import type { Mistake } from "../network/network-file/mistakes.js";
import { parseNetworkFile } from "../network/network-file/network-file.js";
import { readStaticNodes } from "./network-files.js";
import { newNetworkFile, type NewNetwork } from "../network/network-file/new-network-file.js";

export interface InitNetworkFileOptions extends Omit<NewNetwork, "nodes"> {
  /** The file to write. */
  file: string;
  /** The path of a static-nodes.json. */
  staticNodes: string;
}

/** A value of a network file that is not allowed. */
export interface ValueMistake extends Pick<Mistake, "message" | "hint"> {
  key: string;
}

/** Stands in for what is still to be filled in while the rest is checked. */
const SOMEBODY = "0x00000000000000000000000000000000000000ff";

/** Writes a network file, and answers its text. Throws what `checkInit` throws; then nothing is written. */
export function initNetworkFile(options: InitNetworkFileOptions): string {
  const { file, values, nodes } = inspect(options);
  const text = newNetworkFile({ ...values, nodes });
  writeNew(file, text);
  return text;
}

/** Looks for everything that would keep a network file from being written. Throws FILE_EXISTS, FILE_NOT_READ or
 *  STATIC_NODES_NOT_ALLOWED (of the static-nodes.json), and VALUES_NOT_ALLOWED with all mistakes in the given values. */
export function checkInit(options: InitNetworkFileOptions): void {
  inspect(options);
}

function inspect({ file, staticNodes, ...values }: InitNetworkFileOptions) {
  requireAbsent(file);
  const nodes = readStaticNodes(staticNodes).map(({ node }) => node);
  requireAllowed(nodes, values);
  return { file, values, nodes };
}

/** The file does not exist yet, so each mistake is told at its value. */
function requireAllowed(nodes: readonly Enode[], values: Omit<NewNetwork, "nodes">): void {
  const { guardian = SOMEBODY, accounts = [SOMEBODY] } = values;
  const trial = newNetworkFile({ ...values, nodes, guardian, accounts });
  try {
    parseNetworkFile(textAtHand("", trial));
  } catch (error) {
    if (!(error instanceof PortcullisError) || error.code !== "NETWORK_FILE_NOT_ALLOWED") throw error;
    const mistakes = (error.facts.mistakes as Mistake[]).map(({ line, message, hint }): ValueMistake => {
      const key = keyAt(trial, line);
      return { key, message: message.replace(`"${key}" `, ""), hint };
    });
    const list = mistakes.map((each) => `  ${inWords(each, each.key)} ${each.hint}`);
    throw refusal("VALUES_NOT_ALLOWED", { list, mistakes });
  }
}

/** A mistake in a sentence, with the name by which its value was given. */
export function inWords({ message }: ValueMistake, name: string): string {
  return /^[a-z]/.test(message) ? `${name} ${message}` : `${name}: ${message}`;
}

/** The key whose value a line of a network file belongs to. */
function keyAt(text: string, line: number): string {
  const keys = text.split("\n", line).flatMap((each) => /^(\w+):/.exec(each)?.[1] ?? []);
  return keys.at(-1) ?? "";
}
