import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { getBlockNumber } from "../../src/chain/chain.js";
import { CERTIFICATES } from "../data/certificates.js";
import { openSocketNode } from "../helpers/breakage/socket-node.js";
import { DROPPED, isSending } from "../helpers/breakage/request-gate.js";
import { openTlsFront } from "../helpers/breakage/tls-front.js";
import { requireRefusal } from "../helpers/cli-refusals.js";
import { as, CommandNetwork } from "../helpers/command-network.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";

const TOKEN = "correct-horse-battery";

describe("the ways to a node", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  let scratch: string;
  let ipc: string;
  let ws: string;

  before(async () => {
    scratch = makeScratch();
    ipc = path.join(scratch, "geth.ipc");
    network = await CommandNetwork.deploy("--ipc", ipc);
    ws = network.url.replace("http:", "ws:");
  });

  after(async () => {
    await network.stop();
    removeScratch(scratch);
  });

  const forward = async (body: string): Promise<string> =>
    (await fetch(network.url, { method: "POST", headers: { "content-type": "application/json" }, body })).text();

  /** Stands in front of the node, and lets in only whoever has the token. */
  async function withGuard<T>(
    work: (url: string, seen: (string | undefined)[]) => Promise<T>,
    refuse?: { status: number; body: string },
  ): Promise<T> {
    const seen: (string | undefined)[] = [];
    const server: Server = createServer((request, response) => {
      const { authorization } = request.headers;
      seen.push(authorization);
      if (refuse !== undefined || authorization !== `Bearer ${TOKEN}`) {
        response.writeHead(refuse?.status ?? 401).end(refuse?.body ?? `no entry for ${authorization ?? "you"}`);
        return;
      }
      void text(request).then(async (body) => response.end(await forward(body)));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }

  const headers = (...lines: string[]) => ({ environment: { PORTCULLIS_HEADERS: lines.join("\n") } });

  describe("by websocket and by IPC", () => {
    it("lead to the same answers as HTTP, and the command ends when it is done", async () => {
      const expected = await network.read("org list");
      for (const address of [ws, ipc, `ipc://${ipc}`]) {
        expect(await network.read(`org list --network ${address}`), address).to.equal(expected);
      }
    });

    it("carry what is sent", async () => {
      for (const [role, address] of [
        ["WSROLE", ws],
        ["IPCROLE", ipc],
      ] as const) {
        const printed = await network.act(
          network.people.admin1,
          `role add ADMINORG ${role} --access full --network ${address}`,
        );
        expect(printed).to.match(/^Done in block/m);
      }
    });

    it("lead to nodes that are compared with each other", async () => {
      const printed = await network.read(`status --node-url ${ws} ${ipc}`);
      expect(printed).to.include(ws).and.to.include(ipc);
    });

    for (const kind of ["websocket", "ipc"] as const) {
      it(`break while something is sent, and it is sent once: ${kind}`, async () => {
        let isFirst = true;
        const node = await openSocketNode(kind, async (request) => {
          const answer = await forward(JSON.stringify(request));
          if (!isSending(request) || !isFirst) return `${answer}\n`;
          isFirst = false;
          return DROPPED;
        });
        const before = await getBlockNumber(network.chain.rpc);
        const { code, stdout, stderr } = await network.run(
          `role add ADMINORG ROLE-${kind} --access full --network ${node.address} ${as(network.people.admin1)}`,
        );
        await node.close();
        expect(code, stderr).to.equal(0);
        expect(stdout).to.match(/^Done in block/m);
        expect(await getBlockNumber(network.chain.rpc)).to.equal(before + 1n);
      });
    }
  });

  describe("with a header", () => {
    it("lead to a protected node", () =>
      withGuard(async (url, seen) => {
        const { code, stdout, stderr } = await network.run(
          `org list --network ${url}`,
          undefined,
          headers(`Authorization: Bearer ${TOKEN}`),
        );
        expect([code, stderr]).to.deep.equal([0, ""]);
        expect(stdout).to.include("ADMINORG");
        expect(new Set(seen)).to.deep.equal(new Set([`Bearer ${TOKEN}`]));
      }));

    it("are closed without it, and with a wrong one, which is not shown", () =>
      withGuard(async (url) => {
        const without = await network.run(`org list --network ${url}`);
        requireRefusal(without, `The node at ${url} requires credentials (HTTP 401).`, 1);
        expect(without.stderr).to.include("PORTCULLIS_HEADERS");
        const wrong = await network.run(
          `org list --json --network ${url}`,
          undefined,
          headers("Authorization: Bearer correct-horse-xyz"),
        );
        expect(wrong.stderr).to.include("rejected the credentials");
        expect(wrong.stderr).not.to.include("correct-horse");
      }));

    it("give the header only to the server that it is for", () =>
      withGuard((url, seen) =>
        withGuard(async (other, seenByOther) => {
          const status = `status --network ${url} --node-url ${other}`;
          await network.run(status, undefined, headers(`Authorization: Bearer ${TOKEN}`));
          expect(new Set(seenByOther)).to.deep.equal(new Set([undefined]));
          seen.length = 0;
          seenByOther.length = 0;
          const both = headers(`Authorization: Bearer ${TOKEN}`, `${other} Authorization: Bearer other-${TOKEN}`);
          await network.run(status, undefined, both);
          expect(new Set(seen)).to.deep.equal(new Set([`Bearer ${TOKEN}`]));
          expect(new Set(seenByOther)).to.deep.equal(new Set([`Bearer other-${TOKEN}`]));
        }),
      ));

    for (const [what, line] of [
      ["without a colon", "Bearer correct-horse"],
      ["without a value", "Authorization:"],
      ["with a control character", "Authorization: correct-horse\u0001"],
      ["for no server", "http:// Authorization: correct-horse"],
    ] as const) {
      it(`are refused before anything is asked: a line ${what}`, async () => {
        const outcome = await network.run("org list", undefined, headers("X-Fine: yes", line));
        requireRefusal(outcome, "Line 2 of PORTCULLIS_HEADERS is not a header.", 1);
      });
    }
  });

  describe("that are closed", () => {
    const table: [what: string, status: number, body: string, says: string, wayOut: RegExp][] = [
      ["to this host name", 403, "invalid host specified\n", "does not answer to this host name", /--http\.vhosts/],
      ["by a proxy", 403, "<html>", "forbids this request", /Ask whoever runs it/],
      ["because nothing is there", 404, "404 page not found\n", "There is nothing at the path of", /Check the path/],
      [
        "because the server wants TLS",
        400,
        "Client sent an HTTP request to an HTTPS server.\n",
        "speaks TLS",
        /Write https instead of http/,
      ],
      [
        "because the port is for websockets",
        400,
        "Bad Request: not a websocket handshake",
        "speaks only websocket",
        /Write ws/,
      ],
    ];
    for (const [what, status, body, says, wayOut] of table) {
      it(`${what} say so`, () =>
        withGuard(
          async (url) => {
            const outcome = await network.run(`org list --network ${url}`);
            requireRefusal(outcome, /./, 1);
            expect(outcome.stderr).to.include(says);
            expect(outcome.stderr).to.match(wayOut);
          },
          { status, body },
        ));
    }
  });

  describe("with TLS", () => {
    it("are trusted by an authority of one's own, over HTTP", async () => {
      const authority = path.join(scratch, "authority.pem");
      writeFileSync(authority, CERTIFICATES.authority);
      const front = await openTlsFront(network.url);
      const trusting = { environment: { NODE_EXTRA_CA_CERTS: authority } };
      const { code, stdout, stderr } = await network.run(
        `org list --network https://localhost:${front.port}`,
        undefined,
        trusting,
      );
      expect([code, stderr]).to.deep.equal([0, ""]);
      expect(stdout).to.include("ADMINORG");
      const byIp = await network.run(`org list --network https://127.0.0.1:${front.port}`, undefined, trusting);
      requireRefusal(byIp, `The certificate of https://127.0.0.1:${front.port} is for another host.`, 1);
      const unknown = await network.run(`org list --network wss://localhost:${front.port}`);
      requireRefusal(unknown, /^The certificate of wss:.* is signed by no authority/, 1);
      front.close();
      const old = await openTlsFront(network.url, "expired");
      const expired = await network.run(`org list --network https://localhost:${old.port}`, undefined, trusting);
      requireRefusal(expired, `The certificate of https://localhost:${old.port} has expired, or is not valid yet.`, 1);
      old.close();
    });

    it("are refused where no authority is known, and say what to do", async () => {
      const front = await openTlsFront(network.url);
      const outcome = await network.run(`org list --network https://localhost:${front.port}`);
      requireRefusal(outcome, /^The certificate of https:.* is signed by no authority that this machine knows/, 1);
      expect(outcome.stderr).to.include("NODE_EXTRA_CA_CERTS");
      const plain = await network.run(`org list --network http://localhost:${front.port}`);
      expect([plain.code, plain.stdout]).to.deep.equal([1, ""]);
      // It is asked again, and after a while the command says so.
      expect(plain.stderr).to.include(`The connection to http://localhost:${front.port} broke.\n`);
      expect(plain.stderr).to.include("write https or wss");
      front.close();
    });

    it("do not lead to a server without", () =>
      withGuard(async (plain) => {
        for (const [scheme, instead] of [
          ["https", "http"],
          ["wss", "ws"],
        ] as const) {
          const url = plain.replace("http", scheme);
          const outcome = await network.run(`org list --network ${url}`);
          requireRefusal(outcome, `The server at ${url} does not speak TLS.`, 1);
          expect(outcome.stderr).to.include(`${instead} instead of ${scheme}`);
        }
      }));
  });
});
