import { textAtHand } from "../util/text-source.js";
import { existsSync } from "node:fs";
import { refusal } from "../errors/refusal.js";
import { writeAtomically } from "./files.js";
import { parseNetworkFile } from "../network/network-file/network-file.js";
import { readStaticNodes } from "./network-files.js";
import { newNetworkFile, type NewNetwork } from "../network/network-file/new-network-file.js";

export interface InitNetworkFileOptions extends Omit<NewNetwork, "nodes"> {
  /** The file to write. */
  file: string;
  /** The path of a static-nodes.json. */
  staticNodes: string;
}

/** Stands in for what is still to be filled in while the rest is checked. */
const SOMEBODY = "0x00000000000000000000000000000000000000ff";

/** Writes a network file, and answers its text. Throws FILE_EXISTS, FILE_NOT_READ or STATIC_NODES_NOT_ALLOWED (of the
 *  static-nodes.json), and NETWORK_FILE_NOT_ALLOWED where a given value is not allowed. Then nothing is written. */
export function initNetworkFile({ file, staticNodes, ...values }: InitNetworkFileOptions): string {
  if (existsSync(file)) throw refusal("FILE_EXISTS", { cause: "there", file });
  const nodes = readStaticNodes(staticNodes).map(({ node }) => node);
  const { guardian = SOMEBODY, accounts = [SOMEBODY] } = values;
  const trial = newNetworkFile({ ...values, nodes, guardian, accounts });
  parseNetworkFile(textAtHand(file, trial));
  const text = newNetworkFile({ ...values, nodes });
  writeAtomically(file, text);
  return text;
}
