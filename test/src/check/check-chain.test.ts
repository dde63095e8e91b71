import { expect } from "chai";
import { toQuantity } from "ethers";
import { openInProcess } from "../../../src/nodejs/in-process.js";
import { httpRpc, type Rpc } from "../../../src/chain/rpc.js";
import { RpcError } from "../../../src/chain/rpc-error.js";
import { checkChain, type CheckChainOptions } from "../../../src/check/check-chain.js";
import { codesOf } from "../../helpers/findings.js";
import { startAnvil } from "../../../tools/shared/processes.js";

describe("the check of a chain", () => {
  let healthy: Rpc;

  before(async () => {
    const { rpc } = await openInProcess();
    await rpc.send("evm_mine", []);
    healthy = answering(rpc, "eth_gasPrice", () => "0x0");
  });

  /** The same node with another answer to one question. */
  function answering(rpc: Rpc, method: string, change: (answer: unknown, params: readonly unknown[]) => unknown): Rpc {
    return {
      send: async (asked, params) => {
        const answer = await rpc.send(asked, params);
        return asked === method ? change(answer, params) : answer;
      },
    };
  }

  const block = (changes: Record<string, string>) =>
    answering(healthy, "eth_getBlockByNumber", (found) => ({ ...(found as object), ...changes }));

  const seconds = (age: number): bigint => BigInt(Math.floor(Date.now() / 1000) - age);

  it("finds nothing wrong with a chain like GoQuorum's, and says what it looked at", async () => {
    const findings = await checkChain(healthy);
    expect(codesOf(findings)).to.deep.equal([]);
    expect(findings.map(({ what }) => what)).to.deep.equal([
      "A node of chain 1337 is answering.",
      "Gas costs nothing here.",
      "The chain's EVM is Istanbul or newer.",
      "The chain accepts contracts of 24,576 bytes.",
      "A block of 700000000 gas holds the largest contract.",
      "The node is synchronised.",
      "The chain makes blocks: 1 is the latest.",
    ]);
  });

  const table: [what: string, rpc: () => Rpc, found: string[], options?: CheckChainOptions][] = [
    ["a base fee", () => block({ baseFeePerGas: "0x7" }), ["info GAS_PRICE_ASKED"]],
    ["a gas price", () => answering(healthy, "eth_gasPrice", () => "0x3b9aca00"), ["info GAS_PRICE_ASKED"]],
    ["blocks too small for the contracts", () => block({ gasLimit: "0x1e8480" }), ["error BLOCK_TOO_SMALL"]],
    ["blocks too small for nodes that boot", () => block({ gasLimit: "0xf7b760" }), [], {}],
    [
      "blocks too small for nodes that boot, where they would",
      () => block({ gasLimit: "0xf7b760" }),
      ["warning BLOCK_TOO_SMALL_FOR_NODES"],
      { nodesBoot: true },
    ],
    ["blocks large enough for nodes that boot", () => healthy, [], { nodesBoot: true }],
    ["an old EVM", () => refusing("0x4660005260206000f3", "invalid opcode: CHAINID"), ["error CHAIN_TOO_OLD"]],
    ["a limit on code size", () => refusing("0x6160006000f3", "max code size exceeded"), ["error CHAIN_UNSUITABLE"]],
    [
      "a node that has not caught up",
      () => answering(healthy, "eth_syncing", () => ({ currentBlock: "0x5", highestBlock: "0x10" })),
      ["warning NODE_SYNCING"],
    ],
    ["no block since the first", () => block({ number: "0x0" }), ["warning NO_NEW_BLOCKS"]],
    ["no block for ten minutes", () => block({ timestamp: toQuantity(seconds(600)) }), ["warning NO_NEW_BLOCKS"]],
    [
      "no block for ten minutes of Raft's nanoseconds",
      () => block({ timestamp: toQuantity(seconds(600) * 10n ** 9n) }),
      ["warning NO_NEW_BLOCKS"],
    ],
    [
      "no block for ten minutes of a clock in microseconds",
      () => block({ timestamp: toQuantity(seconds(600) * 10n ** 6n) }),
      ["warning NO_NEW_BLOCKS"],
    ],
    ["a block of the future", () => block({ timestamp: toQuantity(seconds(-600)) }), ["warning BLOCK_OF_FUTURE"]],
    [
      "a block of the future in nanoseconds",
      () => block({ timestamp: toQuantity(seconds(-600) * 10n ** 9n) }),
      ["warning BLOCK_OF_FUTURE"],
    ],
    [
      "a first block of the future",
      () => block({ number: "0x0", timestamp: toQuantity(seconds(-600)) }),
      ["warning BLOCK_OF_FUTURE"],
    ],
    ["a clock that is a little ahead", () => block({ timestamp: toQuantity(seconds(-30)) }), []],
    ["a block just now, in microseconds", () => block({ timestamp: toQuantity(seconds(1) * 10n ** 6n) }), []],
    ["a block just now, in nanoseconds", () => block({ timestamp: toQuantity(seconds(1) * 10n ** 9n) }), []],
  ];
  for (const [what, rpc, found, options] of table) {
    it(`judges ${what}`, async () => {
      expect(codesOf(await checkChain(rpc(), options))).to.deep.equal(found);
    });
  }

  /** Refuses one question by its data. */
  function refusing(data: string, answer: string): Rpc {
    return {
      send: (method, params) =>
        (params[0] as { data?: string } | undefined)?.data === data
          ? Promise.reject(new RpcError(answer, -32000, undefined))
          : healthy.send(method, params),
    };
  }

  describe("of a node that lacks a method", () => {
    /** As GoQuorum, Besu and a proxy answer. */
    const refusals: [string, number][] = [
      ["the method METHOD does not exist/is not available", -32601],
      ["Method not found", -32601],
      ["rpc method is not whitelisted", -32001],
    ];
    const lacking = (method: string, [answer, code]: [string, number]): Rpc => ({
      send: (asked, params) =>
        asked === method
          ? Promise.reject(new RpcError(answer.replace("METHOD", method), code, undefined))
          : healthy.send(asked, params),
    });
    const parts: [method: string, unchecked: number][] = [
      ["eth_gasPrice", 1],
      ["eth_syncing", 1],
      ["eth_call", 2],
      ["eth_estimateGas", 1],
    ];
    for (const [method, unchecked] of parts) {
      it(`goes on without ${method}`, async () => {
        for (const refused of refusals) {
          const findings = await checkChain(lacking(method, refused));
          expect(codesOf(findings)).to.deep.equal(new Array<string>(unchecked).fill("warning NOT_CHECKED"));
          expect(findings.at(-1)?.what).to.equal("The chain makes blocks: 1 is the latest.");
        }
      });
    }

    it("says what was not checked, and why", async () => {
      const [refused = ["", 0]] = refusals;
      const found = (await checkChain(lacking("eth_gasPrice", refused))).find(({ code }) => code === "NOT_CHECKED");
      expect(found?.what).to.equal(
        "Not checked, since the node does not offer what this needs (the method eth_gasPrice does not exist/is not available): the gas price.",
      );
    });
  });

  describe("that makes blocks in its own way", () => {
    interface Pace {
      /** Seconds since the latest block, and between two of them. */
      age: number;
      every: number;
      /** How many transactions each block has. */
      transactions?: number;
      /** In the node's pool. */
      waiting?: number;
      leader?: string | RpcError;
      /** The block that comes while it is looked at. */
      follows?: boolean;
    }

    const TRANSACTION = `0x${"11".repeat(32)}`;
    const LATEST = 100;

    /** A node of such a chain. */
    function paced({ age, every, transactions = 0, waiting = 0, leader, follows = false }: Pace): Rpc {
      const instead: Record<string, (params: readonly unknown[]) => unknown> = {
        eth_getBlockByNumber: ([tag]) => {
          const number = tag === "latest" ? LATEST : Number(tag);
          const timestamp = toQuantity(seconds(age + (LATEST - number) * every));
          const fields = { number: toQuantity(number), timestamp, gasLimit: toQuantity(700_000_000) };
          return {
            ...fields,
            hash: TRANSACTION,
            transactions: Array.from({ length: transactions }, () => TRANSACTION),
          };
        },
        eth_blockNumber: () => toQuantity(follows ? LATEST + 1 : LATEST),
        txpool_status: () => ({ pending: toQuantity(waiting), queued: "0x0" }),
        raft_leader: () => leader,
      };
      return {
        send: (method, params) => {
          const answer = instead[method]?.(params);
          if (answer instanceof RpcError) return Promise.reject(answer);
          return answer === undefined ? healthy.send(method, params) : Promise.resolve(answer);
        },
      };
    }

    const NO_LEADER = new RpcError("no leader is currently elected", -32000, undefined);

    const cases: [what: string, pace: Pace, found: string][] = [
      ["a block a second, and the last just now", { age: 1, every: 1 }, "The chain makes blocks: 100 is the latest."],
      [
        "a block a second, and none for 40 s",
        { age: 40, every: 1 },
        "The chain has made no block for 40 s, and before that at least one every 1 s; block 100 is the latest.",
      ],
      [
        "the same by a clock that is ahead",
        { age: 40, every: 1, follows: true },
        "The chain makes blocks: 100 is the latest.",
      ],
      [
        "an empty block every two minutes, and the last five minutes ago",
        { age: 301, every: 120 },
        "The chain makes blocks: 100 is the latest.",
      ],
      [
        "blocks only when somebody sends, and now a transaction waits",
        { age: 20, every: 600, transactions: 1, waiting: 2 },
        "The chain has made no block for 20 s, although transactions wait at the node (2); block 100 is the latest.",
      ],
      [
        "blocks only when somebody sends, as Raft's, and nobody has for an hour",
        { age: 7_300, every: 600, transactions: 1, leader: "node1" },
        "The chain makes blocks when somebody sends: 100 is the latest, 2 hours old.",
      ],
      [
        "a Raft cluster without a leader",
        { age: 20, every: 600, transactions: 1, leader: NO_LEADER },
        "The Raft cluster has no leader, so the chain makes no blocks; block 100 is the latest, 20 s old.",
      ],
    ];
    for (const [what, pace, found] of cases) {
      it(`judges ${what}`, async () => {
        const findings = await checkChain(paced(pace), { watch: 0 });
        expect(findings.at(-1)?.what).to.equal(found);
      });
    }
  });

  it("says how far behind the node is", async () => {
    const syncing = answering(healthy, "eth_syncing", () => ({ currentBlock: "0x5", highestBlock: "0x10" }));
    const found = (await checkChain(syncing)).find(({ code }) => code === "NODE_SYNCING");
    expect(found?.what).to.equal("The node is at block 5 of 16, so its answers are out of date.");
  });

  it("finds that no node answers", async () => {
    expect(codesOf(await checkChain(httpRpc("http://127.0.0.1:1")))).to.deep.equal(["error NODE_UNREACHABLE"]);
  });

  it("finds that the node goes away meanwhile, once, and keeps what it found before", async () => {
    const anvil = await startAnvil();
    const rpc = httpRpc(anvil.url);
    const leaving: Rpc = {
      send: async (method, params) => {
        if (method === "eth_call") await anvil.stop();
        return rpc.send(method, params);
      },
    };
    const findings = await checkChain(leaving);
    expect(codesOf(findings).filter((code) => code.startsWith("error"))).to.deep.equal(["error NODE_UNREACHABLE"]);
    expect(findings[0]?.what).to.equal("A node of chain 1337 is answering.");
  });

  it("finds blocks that are really too small, and no limit on code size: the probes run out of gas", async () => {
    const anvil = await startAnvil("--gas-limit", String(0x47b760));
    try {
      expect(codesOf(await checkChain(httpRpc(anvil.url)))).to.deep.equal([
        "error BLOCK_TOO_SMALL",
        "warning NO_NEW_BLOCKS",
      ]);
    } finally {
      await anvil.stop();
    }
  });

  const outOfGas: [where: string, answer: string][] = [
    ["GoQuorum, whose calls know no block limit", "gas required exceeds allowance (4700000)"],
    ["GoQuorum, while it stores the code", "contract creation code storage out of gas"],
    ["Hardhat", "Transaction ran out of gas"],
    ["anvil", "Out of gas: gas required exceeds allowance: 4700000"],
  ];
  for (const [where, answer] of outOfGas) {
    it(`takes "${answer}" for a block that is too small, as of ${where}`, async () => {
      const small = answering(healthy, "eth_getBlockByNumber", (found) => ({
        ...(found as object),
        gasLimit: "0x47b760",
      }));
      const rpc: Rpc = {
        send: (method, params) =>
          method === "eth_estimateGas"
            ? Promise.reject(new RpcError(answer, -32000, undefined))
            : small.send(method, params),
      };
      expect(codesOf(await checkChain(rpc))).to.deep.equal(["error BLOCK_TOO_SMALL"]);
    });
  }

  it("tells a node that calculates with too little gas from blocks that are too small", async () => {
    const rpc = refusing("0x6160006000f3", "out of gas");
    expect(codesOf(await checkChain(rpc))).to.deep.equal(["error CHAIN_UNSUITABLE"]);
    const found = (await checkChain(rpc)).find(({ code }) => code === "CHAIN_UNSUITABLE");
    expect(found?.what).to.match(/^The node calculates with too little gas/);
  });

  it("finds a real limit on code size", async () => {
    const anvil = await startAnvil("--code-size-limit", "10000");
    try {
      expect(codesOf(await checkChain(httpRpc(anvil.url)))).to.deep.equal([
        "error CHAIN_UNSUITABLE",
        "warning NO_NEW_BLOCKS",
      ]);
    } finally {
      await anvil.stop();
    }
  });
});
