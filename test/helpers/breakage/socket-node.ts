import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import path from "node:path";
import { WebSocketServer } from "ws";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";
import { DROPPED, type Request, SILENCE } from "./request-gate.js";

export type SocketKind = "websocket" | "ipc";

export type SocketAnswer = string | typeof DROPPED | typeof SILENCE;

/** How a node that listens on a socket answers each request. */
export type Answering = (request: Request & { id: number }) => SocketAnswer | Promise<SocketAnswer>;

/** A connection of either kind, as a server sees it. */
interface Line {
  send(text: string): void;
  drop(): void;
}

export interface SocketNode {
  /** What names it to the tools. */
  address: string;
  /** How often somebody has connected. */
  connections: () => number;
  close: () => Promise<void>;
}

/** A JSON-RPC node on a websocket or an IPC socket that answers as it is told. */
export async function openSocketNode(kind: SocketKind, answering: Answering): Promise<SocketNode> {
  let connections = 0;
  const answer = async (line: Line, text: string): Promise<void> => {
    const said = await answering(JSON.parse(text) as Request & { id: number });
    if (said === DROPPED) line.drop();
    else if (said !== SILENCE) line.send(said);
  };
  const opened = await OPENING[kind](
    () => (connections += 1),
    (line, text) => void answer(line, text),
  );
  return { ...opened, connections: () => connections };
}

type Opened = Omit<SocketNode, "connections">;
type Open = (connected: () => void, hear: (line: Line, text: string) => void) => Promise<Opened>;

const OPENING: Readonly<Record<SocketKind, Open>> = { websocket: openWebSocketNode, ipc: openIpcNode };

async function openWebSocketNode(connected: () => void, hear: (line: Line, text: string) => void): Promise<Opened> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket) => {
    connected();
    const line: Line = {
      send: (text) => {
        for (const message of text.split("\n").filter(Boolean)) socket.send(message);
      },
      drop: () => {
        socket.terminate();
      },
    };
    socket.on("message", (data) => {
      hear(line, (data as Buffer).toString());
    });
  });
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const close = async (): Promise<void> => {
    for (const client of server.clients) client.terminate();
    await new Promise((closed) => {
      server.close(closed);
    });
  };
  return { address: `ws://127.0.0.1:${port}`, close };
}

async function openIpcNode(connected: () => void, hear: (line: Line, text: string) => void): Promise<Opened> {
  const directory = makeScratch();
  const address = path.join(directory, "node.ipc");
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connected();
    sockets.add(socket);
    socket.on("error", () => undefined);
    const line: Line = { send: (text) => socket.write(text), drop: () => socket.destroy() };
    socket.setEncoding("utf8").on("data", (chunk) => {
      for (const text of String(chunk).split("\n").filter(Boolean)) hear(line, text);
    });
  });
  server.listen(address);
  await once(server, "listening");
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
    rmSync(address, { force: true });
    removeScratch(directory);
  };
  return { address, close };
}
