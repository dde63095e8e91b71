import { connect } from "node:net";
import type { Endpoint } from "../../chain/endpoint.js";
import { parseJson } from "../../chain/json-rpc.js";
import { noConnection } from "../../chain/connection-errors.js";
import type { Listener, Wire } from "./conversation.js";

/** A connection to a node's IPC socket, on the same machine. */
export function openIpc(endpoint: Endpoint, listener: Listener): Promise<Wire> {
  const socket = connect(endpoint.url);
  const hear = splitter((text) => {
    listener.heard(text);
  });
  return new Promise((resolve, reject) => {
    socket.setEncoding("utf8");
    let isOpen = false;
    socket.once("connect", () => {
      isOpen = true;
      socket.unref();
      resolve({
        send: (text) => socket.write(`${text}\n`),
        close: () => socket.destroy(),
      });
    });
    socket.on("error", (cause) => {
      reject(noConnection(endpoint, cause));
    });
    socket.on("close", () => {
      if (isOpen) listener.closed();
    });
    socket.on("data", (chunk) => {
      hear(String(chunk));
    });
  });
}

/** Cuts a stream into its texts. geth ends each with a line; a node that does not has said all once it is whole. */
function splitter(hear: (text: string) => void): (chunk: string) => void {
  let parts: string[] = [];
  return (chunk) => {
    const lines = chunk.split("\n");
    for (const [index, line] of lines.entries()) {
      parts.push(line);
      const isEnded = index < lines.length - 1;
      if (!isEnded && !line.endsWith("}")) continue;
      const text = parts.join("");
      if (!isEnded && parseJson(text) === undefined) continue;
      parts = [];
      if (text.trim() !== "") hear(text);
    }
  };
}
