import { type Enode, hasHostName } from "../model/enode.js";

export function warnOfHostName(node: Enode | undefined): string[] {
  if (node === undefined || !hasHostName(node)) return [];
  return [
    `"${node.ip}" is a host name, which works only if all nodes run with --raftdnsenable. Otherwise give its IP address.`,
  ];
}
