import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { parseConsortiumFile } from "../../../../src/consortium/file/consortium-file.js";
import type { Consensus } from "../../../../src/consortium/genesis/genesis.js";
import { filesOf } from "../../../../src/consortium/packages/node-package.js";
import { processesOf } from "../../../../src/consortium/packages/node-process.js";
import { permissionConfig } from "../../../../src/network/permission-config/permission-config.js";
import { aNetworkFile } from "../../../../tools/shared/network-file.js";
import { makeScratch, removeScratch } from "../../../../tools/shared/scratch.js";
import { aDeployedNetwork } from "../../../data/addresses.js";
import { at, starAfter } from "../star.js";

/** Stands in for geth: notes how it is called, and makes the chain's data as `geth init` does. Releases before geth 1.9.21 know --rpc. */
const geth = (httpFlag: string): string => `#!/bin/sh
case "$*" in
  help) echo "  ${httpFlag} value  where JSON-RPC listens"; exit ;;
  *" init "*) mkdir -p "$2/geth/chaindata" ;;
esac
echo "$PRIVATE_CONFIG: $*" >> "$CALLS"
`;

describe("The start script of a package", () => {
  let directory: string;
  const inside = (...names: string[]): string => path.join(directory, ...names);

  beforeEach(() => {
    directory = makeScratch();
    writeFileSync(inside("new-geth"), geth("--http.addr"), { mode: 0o755 });
    writeFileSync(inside("old-geth"), geth("--rpcaddr"), { mode: 0o755 });
    mkdirSync(inside("data of node"));
    writeFileSync(inside("data of node/nodekey"), "a key");
  });
  afterEach(() => {
    removeScratch(directory);
  });

  function writePackage(consensus: Consensus, { validator = true, hasConfig = false } = {}): void {
    const star = starAfter(({ groups, nodes }) => {
      at(groups, 0).consensus = consensus;
      for (const [index, { runs }] of nodes.entries())
        for (const run of runs.filter(({ group }) => group === "group1"))
          Object.assign(run, consensus === "raft" ? { raftPort: 50400 + index } : {});
      if (consensus !== "raft") at(at(nodes, 0).runs, 0).validator = validator;
    });
    const process = at(processesOf(parseConsortiumFile(star), "A"), 0);
    const config = permissionConfig(aNetworkFile("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"), aDeployedNetwork());
    const configs = new Map(hasConfig ? [["group1", config]] : []);
    mkdirSync(inside("package"), { recursive: true });
    for (const [name, text] of filesOf(process, { configs, certificates: new Map() }))
      writeFileSync(inside("package", name), text);
  }

  /** How geth was called. */
  async function started(words: readonly string[], program = "new-geth"): Promise<string[]> {
    writeFileSync(inside("calls"), "");
    const env = { ...process.env, GETH: inside(program), CALLS: inside("calls") };
    await new Promise<void>((resolve, reject) => {
      execFile("sh", ["package/start.sh", ...words], { cwd: directory, env }, (error, _, stderr) => {
        if (error === null) resolve();
        else reject(new Error(stderr));
      });
    });
    return readFileSync(inside("calls"), "utf8").trimEnd().replaceAll(directory, "").split("\n");
  }

  const data = "--datadir data of node --nodekey data of node/nodekey";
  const common = `ignore: ${data} --networkid 10001 --port 30300 --nodiscover --syncmode full --emitcheckpoints --miner.gasprice 0 --miner.gastarget 700000000 --miner.gaslimit 700000000`;
  const http = "--http --http.addr 127.0.0.1 --http.port 8545 --http.api eth,net,web3,txpool,quorumPermission";

  it("makes the first block once, and starts a validator of Istanbul BFT, QBFT and Raft", async () => {
    writePackage("istanbul");
    expect(await started(["data of node"])).to.deep.equal([
      "ignore: --datadir data of node init /package/genesis.json",
      `${common} --istanbul.blockperiod 1 --mine --miner.threads 1 ${http}`,
    ]);
    writePackage("qbft");
    expect(await started(["data of node"])).to.deep.equal([`${common} --mine --miner.threads 1 ${http}`]);
    writePackage("raft");
    expect(await started(["data of node", "--verbosity", "4"])).to.deep.equal([
      `${common} --raft --raftport 50400 --raftblocktime 1000 ${http} --verbosity 4`,
    ]);
  });

  it("knows at every start what the node has become since the first block", async () => {
    writePackage("istanbul", { validator: false });
    writeFileSync(inside("data of node/validator"), "");
    expect((await started(["data of node"])).at(-1)).to.match(/ --mine --miner\.threads 1$/);
    writePackage("raft");
    writeFileSync(inside("data of node/raft-id"), "3\n");
    expect((await started(["data of node"])).at(-1)).to.match(/ --raftjoinexisting 3$/);
  });

  it("makes no blocks where the node is no validator, and speaks to geth before 1.9.21 in its words", async () => {
    writePackage("istanbul", { validator: false });
    const calls = await started(["data of node"], "old-geth");
    expect(calls[1]).to.match(/--istanbul\.blockperiod 1 --rpc --rpcaddr 127\.0\.0\.1 --rpcport 8545 --rpcapi eth,/);
    expect(calls[1]).to.not.include("--mine ");
  });

  it("enforces permissions once the package names the contracts, and not while the node gets the blocks", async () => {
    writePackage("istanbul");
    expect((await started(["data of node"])).at(-1)).to.not.include("--permissioned");
    writePackage("istanbul", { hasConfig: true });
    expect((await started(["data of node", "--sync"])).at(-1)).to.not.include("--permissioned");
    expect(existsSync(inside("data of node/permission-config.json"))).to.equal(false);
    expect((await started(["data of node"])).at(-1)).to.match(/ --permissioned$/);
    expect(readFileSync(inside("data of node/permission-config.json"), "utf8")).to.equal(
      readFileSync(inside("package/permission-config.json"), "utf8"),
    );
  });

  it("keeps the lists that the node has", async () => {
    writePackage("istanbul");
    writeFileSync(inside("data of node/permissioned-nodes.json"), "[]");
    await started(["data of node"]);
    expect(readFileSync(inside("data of node/permissioned-nodes.json"), "utf8")).to.equal("[]");
    expect(JSON.parse(readFileSync(inside("data of node/static-nodes.json"), "utf8"))).to.have.length(2);
  });

  it("starts nothing without the node's key", async () => {
    writePackage("istanbul");
    mkdirSync(inside("empty"));
    const failed = await started(["empty"]).catch((error: unknown) => String(error));
    expect(failed).to.match(/There is no empty\/nodekey\. Name the directory with the key of node0 in group1\./);
    const unnamed = await started([]).catch((error: unknown) => String(error));
    expect(unnamed).to.match(/Name the directory with the node's key/);
    expect(readFileSync(inside("calls"), "utf8")).to.equal("");
  });
});
