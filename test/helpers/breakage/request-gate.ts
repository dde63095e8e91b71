import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Request {
  method: string;
  params: readonly unknown[];
}

export function isSending({ method }: Pick<Request, "method">): boolean {
  return method.startsWith("eth_send");
}

/** Breaks the connection instead of answering. */
export const DROPPED = Symbol("dropped");

/** Breaks it after the first character of an answer. */
export const CUT_SHORT = Symbol("cut short");

/** Never answers. */
export const SILENCE = Symbol("silence");

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

export type GateAnswer = string | Reply | typeof DROPPED | typeof CUT_SHORT | typeof SILENCE;

/** Sees each request before the node does, and decides when it is forwarded and how it is answered. */
export type Gatekeeper = (request: Request, forward: () => Promise<string>) => Promise<GateAnswer>;

export interface Gate {
  url: string;
  close: () => void;
}

/** Stands between a script and its node, so that a test knows exactly how far the script is. */
export async function openGate(node: string, keeper: Gatekeeper): Promise<Gate> {
  const pass = async (request: IncomingMessage): Promise<GateAnswer> => {
    const body = await text(request);
    const headers = { "content-type": "application/json" };
    return keeper(JSON.parse(body) as Request, async () =>
      (await fetch(node, { method: "POST", headers, body })).text(),
    );
  };
  const server = createServer((request, response) => {
    void pass(request).then((answer) => {
      give(response, answer);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A test that fails before it closes it must not keep the others from ending.
  server.unref();
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

function give(response: ServerResponse, answer: GateAnswer): void {
  if (answer === SILENCE) return;
  if (answer === DROPPED) {
    response.destroy();
    return;
  }
  if (answer === CUT_SHORT) {
    response.write("{", () => response.destroy());
    return;
  }
  const { status, headers, body } = typeof answer === "string" ? { status: 200, headers: {}, body: answer } : answer;
  response.writeHead(status, headers).end(body);
}
