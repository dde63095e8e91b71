import { id, SigningKey } from "ethers";
import type { Enode } from "../model/enode.js";

/** A node that nobody runs, with an enode id of its own for each name. */
export function nodeNamed(name: string): Enode {
  const enodeId = new SigningKey(id(name)).publicKey.slice(4);
  return { enodeId, ip: "127.0.0.1", port: 21000, raftPort: 0 };
}
