import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { CERTIFICATES } from "../../data/certificates.js";

/** Something in front of a node that speaks TLS: on the host "localhost", and on 127.0.0.1, which its certificate does not name. */
export interface TlsFront {
  port: number;
  close: () => void;
}

export async function openTlsFront(node: string, certificate: "valid" | "expired" = "valid"): Promise<TlsFront> {
  const server = createServer({ key: CERTIFICATES.key, cert: CERTIFICATES[certificate] }, (request, response) => {
    void text(request)
      .then((body) => fetch(node, { method: "POST", headers: { "content-type": "application/json" }, body }))
      .then(async (answer) => response.end(await answer.text()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
