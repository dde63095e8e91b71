import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

type Answer = { result: unknown } | { error: { code: number; message: string; data?: string } };

/** A JSON-RPC node that answers as it is told, for as long as the work takes. */
export async function withScriptedNode<T>(
  answer: (method: string) => Answer,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const node = createServer((request, response) => {
    void text(request).then((body) => {
      const { id, method } = JSON.parse(body) as { id: number; method: string };
      response.end(JSON.stringify({ jsonrpc: "2.0", id, ...answer(method) }));
    });
  });
  await new Promise<void>((listening) => node.listen(0, "127.0.0.1", listening));
  try {
    return await work(`http://127.0.0.1:${(node.address() as AddressInfo).port}`);
  } finally {
    node.close();
  }
}
