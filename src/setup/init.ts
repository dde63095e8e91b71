import { existsSync } from "node:fs";
import { PortcullisError } from "../errors/error.js";
import { writeAtomically } from "../files.js";
import { parseNetworkFile } from "../network-file/network-file.js";
import { readStaticNodes } from "../network-file/static-nodes.js";
import { newNetworkFile, type NewNetwork } from "./network-file-text.js";

interface Init extends Omit<NewNetwork, "nodes"> {
  /** The file to write. */
  file: string;
  /** The path of a static-nodes.json. */
  staticNodes: string;
}

/** Takes the place of what is still to be filled in while the rest is looked at. */
const SOMEBODY = "0x00000000000000000000000000000000000000ff";

/** Writes a network file, and answers its text. Throws FILE_EXISTS, FILE_NOT_READ or STATIC_NODES_NOT_ALLOWED (of the
 *  static-nodes.json), and NETWORK_FILE_NOT_ALLOWED where a given value is not allowed. Then nothing is written. */
export function initNetworkFile({ file, staticNodes, ...values }: Init): string {
  if (existsSync(file)) {
    throw new PortcullisError("FILE_EXISTS", `${file} is there already.`, {
      facts: { file },
      hint: "Name another file, or move this one away if nobody needs it.",
    });
  }
  const nodes = readStaticNodes(staticNodes).map(({ node }) => node);
  const { guardian = SOMEBODY, accounts = [SOMEBODY] } = values;
  parseNetworkFile(file, newNetworkFile({ ...values, nodes, guardian, accounts }));
  const text = newNetworkFile({ ...values, nodes });
  writeAtomically(file, text);
  return text;
}
