import { type Finding, finding } from "../errors/finding.js";
import { type Enode, hostAndPort } from "../model/enode.js";

/** Places at which nodes of one network cannot all be: at loopback while others are elsewhere, and two at one address.
 *  `where` names the list, and `about` the nodes that are looked at. */
export function placeFindings(where: string, nodes: readonly Enode[], about = nodes): Finding[] {
  return about.flatMap((node, index) => {
    const address = hostAndPort(node);
    const elsewhere = isLoopback(node) ? nodes.find((each) => !isLoopback(each)) : undefined;
    const others = about === nodes ? nodes.slice(index + 1) : nodes;
    const twin = others.find((each) => each.enodeId !== node.enodeId && hostAndPort(each) === address);
    const facts = { where, node: node.enodeId, address };
    return [
      ...(elsewhere === undefined
        ? []
        : [finding("NODE_AT_LOOPBACK", { ...facts, elsewhere: hostAndPort(elsewhere) })]),
      ...(twin === undefined ? [] : [finding("NODES_AT_ONE_ADDRESS", { ...facts, other: twin.enodeId })]),
    ];
  });
}

/** Whether an address leads each machine to itself. */
function isLoopback({ ip }: Enode): boolean {
  return /^127\.|^::1$|^(?:.*\.)?localhost$/i.test(ip);
}
