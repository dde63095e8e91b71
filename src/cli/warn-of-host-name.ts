import { type Enode, hasHostName } from "../enode.js";

export function warnOfHostName(node: Enode | undefined): string[] {
  if (node === undefined || !hasHostName(node)) return [];
  return [
    `"${node.ip}" is a host name: nodes know it only where all of them run with --raftdnsenable. Otherwise give its ip address.`,
  ];
}
