import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import type { RpcOptions } from "../../../src/chain/rpc.js";
import { openRpc } from "../../../src/nodejs/open-rpc.js";
import { DROPPED, SILENCE } from "../../helpers/breakage/request-gate.js";
import { openSocketNode, type SocketAnswer, type SocketKind } from "../../helpers/breakage/socket-node.js";
import { caught } from "../../helpers/caught.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const QUICK: RpcOptions = { timeout: 10_000, retries: 3, pause: 1 };

const result = (id: number, value: unknown): string => JSON.stringify({ jsonrpc: "2.0", id, result: value });

/** A node that answers each request by its number, from 1 on. */
async function withAnswers<T>(
  kind: SocketKind,
  answer: (count: number, id: number) => SocketAnswer | undefined,
  work: (address: string, seen: { asked: () => number; connections: () => number }) => Promise<T>,
): Promise<T> {
  let count = 0;
  const node = await openSocketNode(kind, ({ id }) => {
    count += 1;
    return answer(count, id) ?? result(id, "0x7");
  });
  try {
    return await work(node.address, { asked: () => count, connections: node.connections });
  } finally {
    await node.close();
  }
}

const LASTING: [what: string, answer: (id: number) => string, code: string][] = [
  ["speaks something else", () => "HELLO\n", "NOT_A_NODE"],
  ["speaks another JSON", () => '{"message":"welcome"}\n', "NOT_A_NODE"],
  ["refuses", (id) => `{"jsonrpc":"2.0","id":${id},"error":{"code":-32000,"message":"no"}}`, "NODE_REFUSED"],
  ["cannot read what was asked", () => '{"id":null,"error":{"code":-32700,"message":"what?"}}', "NODE_REFUSED"],
  ["answers another request", () => result(77, "0x1"), "NODE_ANSWER_NOT_ALLOWED"],
  ["answers without a result", (id) => `{"jsonrpc":"2.0","id":${id}}`, "NODE_ANSWER_NOT_ALLOWED"],
];

for (const kind of ["websocket", "ipc"] as const) {
  describe(`a node behind ${kind === "ipc" ? "an IPC socket" : "a websocket"}`, () => {
    it("answers many questions on one connection, in any order", async () => {
      const waiting: (() => void)[] = [];
      const node = await openSocketNode(kind, async ({ id, params }) => {
        await new Promise<void>((resolve) => {
          if (waiting.unshift(resolve) === 3) for (const each of waiting) each();
        });
        return `${result(id, params[0])}\n`;
      });
      try {
        const rpc = openRpc(node.address, QUICK);
        const all = await Promise.all(["0x1", "0x2", "0x3"].map((each) => rpc.send("eth_getBalance", [each])));
        expect(all).to.deep.equal(["0x1", "0x2", "0x3"]);
        expect(node.connections()).to.equal(1);
      } finally {
        await node.close();
      }
    });

    it("may say something unasked, and long answers", () => {
      const long = `0x${"ab".repeat(3_000_000)}`;
      return withAnswers(
        kind,
        (_, id) => `{"jsonrpc":"2.0","method":"eth_subscription","params":{}}\n${result(id, long)}`,
        async (address) => {
          expect(await openRpc(address, QUICK).send("eth_getCode", [])).to.equal(long);
        },
      );
    });

    it("whose connection breaks is asked again on another one", () =>
      withAnswers(
        kind,
        (count) => (count < 3 ? DROPPED : undefined),
        async (address, { asked, connections }) => {
          expect(await openRpc(address, QUICK).send("eth_blockNumber", [])).to.equal("0x7");
          expect([asked(), connections()]).to.deep.equal([3, 3]);
        },
      ));

    it("whose connection always breaks ends with NODE_UNREACHABLE", () =>
      withAnswers(
        kind,
        () => DROPPED,
        async (address, { asked }) => {
          const error = await caught(openRpc(address, QUICK).send("eth_blockNumber", []));
          expect([error.code, error.facts.cause]).to.deep.equal(["NODE_UNREACHABLE", "broken"]);
          expect(asked()).to.equal(4);
        },
      ));

    it("that does not answer in time is asked again on another connection", () =>
      withAnswers(
        kind,
        (count) => (count === 1 ? SILENCE : undefined),
        async (address, { connections }) => {
          const rpc = openRpc(address, { ...QUICK, timeout: 300 });
          expect(await rpc.send("eth_blockNumber", [])).to.equal("0x7");
          expect(connections()).to.equal(2);
        },
      ));

    it("that never answers ends with NODE_TIMED_OUT", () =>
      withAnswers(
        kind,
        () => SILENCE,
        async (address, { asked }) => {
          const error = await caught(openRpc(address, { ...QUICK, timeout: 50 }).send("eth_blockNumber", []));
          expect(error.code).to.equal("NODE_TIMED_OUT");
          expect(asked()).to.equal(4);
        },
      ));

    for (const answer of [DROPPED, SILENCE] as const) {
      it(`is not sent anything twice when it ${answer === DROPPED ? "breaks the connection" : "is silent"}`, () =>
        withAnswers(
          kind,
          () => answer,
          async (address, { asked }) => {
            const rpc = openRpc(address, { ...QUICK, timeout: 50 });
            const { code } = await caught(rpc.send("eth_sendRawTransaction", ["0x"]));
            expect(code).to.equal(answer === DROPPED ? "NODE_UNREACHABLE" : "NODE_TIMED_OUT");
            expect(asked()).to.equal(1);
          },
        ));
    }

    for (const [what, answer, code] of LASTING) {
      it(`that ${what} ends with ${code}, and is asked once`, () =>
        withAnswers(
          kind,
          (_, id) => answer(id),
          async (address, { asked }) => {
            expect((await caught(openRpc(address, QUICK).send("eth_blockNumber", []))).code).to.equal(code);
            expect(asked()).to.equal(1);
          },
        ));
    }

    it("that is gone ends with NODE_UNREACHABLE at once", async () => {
      const gone = await withAnswers(
        kind,
        () => undefined,
        (address) => Promise.resolve(address),
      );
      const patient = openRpc(gone, { retries: 1, pause: 3_600_000, total: 7_200_000 });
      const error = await caught(patient.send("eth_blockNumber", []));
      expect([error.code, error.facts.cause]).to.deep.equal([
        "NODE_UNREACHABLE",
        kind === "ipc" ? "noSocket" : "nothing",
      ]);
    });
  });
}

describe("an IPC socket", () => {
  it("is named by its path in several ways, and shown by it", async () => {
    for (const [given, shown] of [
      ["ipc:///data/geth.ipc", "/data/geth.ipc"],
      ["/nowhere/geth.ipc", "/nowhere/geth.ipc"],
      ["./nowhere.ipc", "./nowhere.ipc"],
      ["nowhere.ipc", "nowhere.ipc"],
    ] as const) {
      const error = await caught(openRpc(given, QUICK).send("eth_blockNumber", []));
      expect(error.message).to.equal(`There is no IPC socket at ${shown}.`);
    }
  });

  it("is told from a file that is none", () =>
    withScratch(async (directory) => {
      const file = path.join(directory, "geth.ipc");
      writeFileSync(file, "");
      const error = await caught(openRpc(file, QUICK).send("eth_blockNumber", []));
      expect([error.code, error.facts.cause]).to.deep.equal(["NODE_UNREACHABLE", "nothing"]);
    }));
});

describe("a node behind HTTP", () => {
  it("may pack its answers", async () => {
    const server = createServer((request, response) => {
      expect(request.headers["accept-encoding"]).to.equal("gzip");
      response.setHeader("content-encoding", "gzip").end(gzipSync(result(1, "0x7")));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    expect(await openRpc(`http://127.0.0.1:${port}`, QUICK).send("eth_blockNumber", [])).to.equal("0x7");
    server.close();
  });
});

describe("a server that is asked for a websocket", () => {
  const table: [what: string, status: number, body: string, code: string, cause: string | undefined][] = [
    ["speaks none", 200, "hello", "NOT_A_NODE", "noWebSocket"],
    ["does not know the path", 404, "", "NOT_A_NODE", "noWebSocket"],
    ["wants to know who asks", 401, "", "NODE_UNAUTHORISED", "wrongCredentials"],
    ["lets nobody in", 403, "", "NODE_UNAUTHORISED", "forbidden"],
  ];
  for (const [what, status, body, code, cause] of table) {
    it(`and ${what} ends with ${code}, and sees the credentials`, async () => {
      const seen: unknown[] = [];
      const server = createServer((request, response) => {
        const { authorization, "x-api-key": key } = request.headers;
        seen.push([authorization, key]);
        response.writeHead(status).end(`${body} ${String(key)}`);
      });
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const { port } = server.address() as AddressInfo;
      const rpc = openRpc(`ws://alice:sesame@127.0.0.1:${port}`, { ...QUICK, headers: { "x-api-key": "s3cr3t-key" } });
      const error = await caught(rpc.send("eth_blockNumber", []));
      server.close();
      expect([error.code, error.facts.cause]).to.deep.equal([code, cause]);
      expect(seen).to.deep.equal([[`Basic ${Buffer.from("alice:sesame").toString("base64")}`, "s3cr3t-key"]]);
      const all = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error);
      for (const secret of ["sesame", "s3cr3t-key"]) expect(all).not.to.include(secret);
    });
  }
});
