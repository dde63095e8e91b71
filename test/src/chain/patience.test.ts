import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { expect } from "chai";
import { httpRpc, type Patience } from "../../../src/chain/rpc.js";
import { openRpc } from "../../../src/nodejs/open-rpc.js";
import { caught } from "../../helpers/caught.js";
import {
  CUT_SHORT,
  DROPPED,
  type GateAnswer,
  openGate,
  type Request,
  SILENCE,
} from "../../helpers/breakage/request-gate.js";

const QUICK: Partial<Patience> = { timeout: 10_000, retries: 3, pause: 1 };

/** A node that answers each request by its number, from 1 on. */
async function withAnswers<T>(
  answer: (count: number) => GateAnswer | undefined,
  work: (url: string, asked: () => number) => Promise<T>,
): Promise<T> {
  let count = 0;
  const gate = await openGate("", (request) => {
    count += 1;
    const { id } = request as Request & { id: number };
    return Promise.resolve(answer(count) ?? JSON.stringify({ jsonrpc: "2.0", id, result: "0x7" }));
  });
  try {
    return await work(gate.url, () => count);
  } finally {
    gate.close();
  }
}

const PAGE = "<html><body>It works!</body></html>";

const PASSING: [what: string, answer: GateAnswer, code: string][] = [
  ["breaks the connection", DROPPED, "NODE_UNREACHABLE"],
  ["breaks it in the middle of an answer", CUT_SHORT, "NODE_UNREACHABLE"],
  ["fails", { status: 500, body: "oops" }, "NODE_FAILED"],
  ["is behind a proxy that cannot reach it", { status: 502, body: PAGE }, "NODE_FAILED"],
  ["stops in the middle of an answer", '{"jsonrpc":"2.0","id":1,"resu', "NODE_FAILED"],
  ["answers nothing", "", "NODE_FAILED"],
  ["has too many requests", { status: 429, headers: { "retry-after": "0" } }, "NODE_BUSY"],
  ["is overloaded", { status: 503 }, "NODE_BUSY"],
];

const LASTING: [what: string, answer: GateAnswer, code: string][] = [
  ["is a web page", PAGE, "NOT_A_NODE"],
  ["is a web page that is not there", { status: 404, body: PAGE }, "NOT_A_NODE"],
  ["sends on to another one", { status: 307, headers: { location: "http://127.0.0.1:9/" } }, "NOT_A_NODE"],
  ["is another service that speaks JSON", '{"message":"welcome"}', "NOT_A_NODE"],
  ["lets only some people in", { status: 401, body: "who are you?" }, "NODE_UNAUTHORISED"],
  ["refuses", '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no such method"}}', "NODE_REFUSED"],
  ["refuses as a failure", { status: 500, body: '{"id":1,"error":{"code":-1,"message":"no"}}' }, "NODE_REFUSED"],
  ["answers another request", '{"jsonrpc":"2.0","id":77,"result":"0x1"}', "NODE_ANSWER_NOT_ALLOWED"],
  ["answers without a result", '{"jsonrpc":"2.0","id":1}', "NODE_ANSWER_NOT_ALLOWED"],
  ["refuses without a reason", '{"jsonrpc":"2.0","id":1,"error":"no"}', "NODE_ANSWER_NOT_ALLOWED"],
];

const CLIENTS = [
  ["fetch", httpRpc],
  ["Node's client", openRpc],
] as const;

const SECRETS = ["9aa3d95b3bc4", "alice", "pa:ss", "pa%3Ass", "t0ken", Buffer.from("alice:pa:ss").toString("base64")];

for (const [client, open] of CLIENTS) {
  describe(`by ${client}, a question to a node that`, () => {
    for (const [what, answer, code] of PASSING) {
      it(`${what} is asked again until it is answered`, () =>
        withAnswers(
          (count) => (count < 3 ? answer : undefined),
          async (url, asked) => {
            expect(await open(url, QUICK).send("eth_blockNumber", [])).to.equal("0x7");
            expect(asked()).to.equal(3);
          },
        ));

      it(`always ${what} ends with ${code}`, () =>
        withAnswers(
          () => answer,
          async (url, asked) => {
            expect((await caught(open(url, QUICK).send("eth_blockNumber", []))).code).to.equal(code);
            expect(asked()).to.equal(4);
          },
        ));
    }

    for (const [what, answer, code] of LASTING) {
      it(`${what} ends with ${code}, and is asked once`, () =>
        withAnswers(
          () => answer,
          async (url, asked) => {
            expect((await caught(open(url, QUICK).send("eth_blockNumber", []))).code).to.equal(code);
            expect(asked()).to.equal(1);
          },
        ));
    }

    it("does not answer in time ends with NODE_TIMED_OUT", () =>
      withAnswers(
        () => SILENCE,
        async (url, asked) => {
          const rpc = open(url, { ...QUICK, timeout: 50 });
          expect((await caught(rpc.send("eth_blockNumber", []))).code).to.equal("NODE_TIMED_OUT");
          expect(asked()).to.equal(4);
        },
      ));

    it("that was never reached ends with NODE_UNREACHABLE at once", async () => {
      const url = await withAnswers(
        () => undefined,
        (dead) => Promise.resolve(dead),
      );
      const patient = open(url, { retries: 1, pause: 3_600_000, total: 7_200_000 });
      expect((await caught(patient.send("eth_blockNumber", []))).code).to.equal("NODE_UNREACHABLE");
    });

    it("asks to be left alone for a while is left alone for so long", async () => {
      const times: number[] = [];
      const busy: GateAnswer = { status: 429, headers: { "retry-after": "1" } };
      await withAnswers(
        (count) => {
          times.push(performance.now());
          return count === 1 ? busy : undefined;
        },
        (url) => open(url, QUICK).send("eth_blockNumber", []),
      );
      expect((times[1] ?? 0) - (times[0] ?? 0)).to.be.at.least(990);
    });

    it("asks to be left alone for too long is not waited for", () =>
      withAnswers(
        () => ({ status: 503, headers: { "retry-after": new Date(Date.now() + 86_400_000).toUTCString() } }),
        async (url, asked) => {
          const busy = await caught(open(url, QUICK).send("eth_blockNumber", []));
          expect(busy.code).to.equal("NODE_BUSY");
          expect(busy.hint).to.match(/^Try again after 8\d{4} s/);
          expect(asked()).to.equal(1);
        },
      ));
  });

  describe(`by ${client}, what sends`, () => {
    for (const method of ["eth_sendTransaction", "eth_sendRawTransaction"]) {
      for (const [what, answer, code] of PASSING) {
        it(`is not repeated by itself: ${method} to a node that ${what}`, () =>
          withAnswers(
            () => answer,
            async (url, asked) => {
              expect((await caught(open(url, QUICK).send(method, []))).code).to.equal(code);
              expect(asked()).to.equal(1);
            },
          ));
      }
    }
  });

  describe(`by ${client}, credentials in a node's URL`, () => {
    it("are given to the node, and shown by no error", async () => {
      const seen: (string | undefined)[] = [];
      const server = createServer((request, response) => {
        seen.push(request.headers.authorization);
        response.writeHead(404).end(PAGE);
      });
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const url = `http://alice:pa%3Ass@${host}/rpc/v3/9aa3d95b3bc440fa88ea12eaa4456161?key=t0ken`;
      const errors = [await caught(open(url, QUICK).send("eth_blockNumber", []))];
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      errors.push(await caught(open(url, QUICK).send("eth_blockNumber", [])));

      expect(seen).to.deep.equal([`Basic ${Buffer.from("alice:pa:ss").toString("base64")}`]);
      expect(errors.map(({ code }) => code)).to.deep.equal(["NOT_A_NODE", "NODE_UNREACHABLE"]);
      for (const error of errors) {
        expect(error.message).to.include(`http://***@${host}/rpc/v3/***?***`);
        const all = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error);
        for (const secret of SECRETS) expect(all).not.to.include(secret);
      }
    });
  });
}

describe("credentials in a node's URL", () => {
  for (const url of ["ws://alice:secret@127.0.0.1", "http//alice:secret@127.0.0.1", ""]) {
    it(`are not shown where ${url === "" ? "no URL" : "a URL of another kind"} is given`, () => {
      let thrown: unknown;
      try {
        httpRpc(url);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.have.property("code", "URL_NOT_ALLOWED");
      expect(inspect(thrown, { depth: 20, showHidden: true })).not.to.include("secret");
    });
  }
});
