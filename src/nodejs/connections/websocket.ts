import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { Endpoint } from "../../chain/endpoint.js";
import { noConnection } from "../../chain/connection-errors.js";
import { nodeTimedOut, notANode } from "../../chain/node-errors.js";
import { refusedStatus } from "../../chain/refused-status.js";
import type { PortcullisError } from "../../errors/error.js";
import type { Listener, Wire } from "./conversation.js";
import { replyOf } from "./http.js";

/** A connection to a node's websocket server. */
export async function openWebSocket(endpoint: Endpoint, listener: Listener, timeout: number): Promise<Wire> {
  // Most commands use HTTP.
  const { WebSocket } = await import("ws");
  const socket = new WebSocket(endpoint.url, { headers: endpoint.headers, handshakeTimeout: timeout });
  return new Promise((resolve, reject) => {
    let isOpen = false;
    socket.once("upgrade", (response) => response.socket.unref());
    socket.once("open", () => {
      isOpen = true;
      resolve({
        send: (message) => {
          // What cannot be sent any more ends with the event "close".
          socket.send(message, () => undefined);
        },
        close: () => {
          socket.terminate();
        },
      });
    });
    socket.once("unexpected-response", (request, response) => {
      void refusalOf(endpoint, response).then((error) => {
        request.destroy();
        reject(error);
      });
    });
    socket.on("error", (cause) => {
      if (isOpen) listener.closed(cause);
      else reject(whyNotOpen(endpoint, cause, timeout));
    });
    socket.on("close", () => {
      if (isOpen) listener.closed();
    });
    socket.on("message", (data) => {
      listener.heard((data as Buffer).toString());
    });
  });
}

async function refusalOf(endpoint: Endpoint, response: IncomingMessage): Promise<PortcullisError> {
  const said = await text(response).catch(() => "");
  return refusedStatus(endpoint, replyOf(response, said));
}

function whyNotOpen(endpoint: Endpoint, cause: Error, timeout: number): PortcullisError {
  if (cause.message === "Opening handshake has timed out") return nodeTimedOut(endpoint, timeout);
  // An error of ws, or of the parser of HTTP, is about what the server says.
  const code = "code" in cause ? String(cause.code) : "";
  return code === "" || code.startsWith("HPE_") ? notANode(endpoint, 0, "") : noConnection(endpoint, cause);
}
