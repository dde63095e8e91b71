import fs, { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { expect } from "chai";
import { addNode, changeNodeStatus } from "../../../src/actions/nodes.js";
import { castVote } from "../../../src/actions/votes.js";
import { openInProcess } from "../../../src/nodejs/in-process.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { PortcullisError } from "../../../src/errors/error.js";
import type { NetworkFile } from "../../../src/network/network-file/network-file.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import { readPermissionConfig } from "../../../src/nodejs/config-file.js";
import { approvedNodes } from "../../../src/node-bundle/approved-nodes.js";
import { writeBundle } from "../../../src/nodejs/write-bundle.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { aDeployedNetwork } from "../../data/addresses.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { makeScratch, removeScratch, withScratch } from "../../../tools/shared/scratch.js";

const FILE = readNetworkFile(path.join(import.meta.dirname, "../../../examples/four-nodes/network.yaml"));
const CONFIG = permissionConfig(FILE, aDeployedNetwork());

describe("the bundle of a network", () => {
  let scratch: string;
  let directory: string;

  beforeEach(() => {
    scratch = makeScratch();
    directory = path.join(scratch, "bundle");
  });
  afterEach(() => {
    removeScratch(scratch);
  });

  const write = (changes: Partial<Parameters<typeof writeBundle>[0]> = {}) =>
    writeBundle({ config: CONFIG, nodes: FILE.nodes, directory, ...changes });

  it("has a folder for each node, with three files and a README", () => {
    const folders = write();
    expect(folders).to.have.length(4);
    expect(readdirSync(directory).sort()).to.deep.equal(folders.map((folder) => path.basename(folder)).sort());
    for (const folder of folders) {
      expect(readdirSync(folder).sort()).to.deep.equal([
        "README.txt",
        "permission-config.json",
        "permissioned-nodes.json",
        "static-nodes.json",
      ]);
      expect(readPermissionConfig(path.join(folder, "permission-config.json"))).to.deep.equal(CONFIG);
    }
  });

  it("lists all nodes in one order everywhere, as nodes write them", () => {
    const raft = FILE.nodes.map((node, index) => ({ ...node, raftPort: index === 0 ? 50400 : 0 }));
    for (const folder of write({ nodes: raft })) {
      for (const name of ["static-nodes.json", "permissioned-nodes.json"]) {
        const urls = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as string[];
        expect(urls.map((url) => url.slice(-40).replace(/^.*@/, ""))).to.deep.equal(
          [
            "127.0.0.1:21000?discport=0&raftport=50400",
            "127.0.0.1:21001?discport=0",
            "127.0.0.1:21002?discport=0",
            "127.0.0.1:21003?discport=0",
          ].map((url) => url.slice(-40)),
        );
      }
    }
  });

  it("says in each README whose it is, where files go, which flag, and in which order", () => {
    write().forEach((folder, index) => {
      const text = readFileSync(path.join(folder, "README.txt"), "utf8");
      expect(text).to.include(FILE.nodes[index]?.enodeId);
      for (const word of [
        "data directory",
        "--permissioned",
        "permissioned-nodes.json",
        "continue with the next node",
      ]) {
        expect(text).to.include(word);
      }
    });
  });

  it("says first in each README that a node without the blocks gets them without --permissioned", () => {
    const [folder = ""] = write();
    const [, question = "", founder = "", newcomer = ""] = readFileSync(path.join(folder, "README.txt"), "utf8").split(
      /\n\n(?=Does|[AB]\. A NODE|The files)/,
    );
    expect(question).to.match(/have the blocks .*\? Then follow A, otherwise B/);
    expect(founder)
      .to.match(/Start it with --permissioned/)
      .and.not.include("WITHOUT");
    const steps = [
      /copy static-nodes\.json only/,
      /Start it WITHOUT --permissioned/,
      /all blocks/,
      /Stop it/,
      /with --permissioned/,
    ];
    const places = steps.map((step) => newcomer.search(step));
    expect(places).to.not.include(-1);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  it("leaves nothing else behind, and may be read by others", () => {
    write();
    expect(readdirSync(scratch)).to.deep.equal(["bundle"]);
    if (process.platform !== "win32") expect(statSync(directory).mode & 0o055).not.to.equal(0);
  });

  it("is left alone when it is there already", () => {
    const [folder = ""] = write();
    const before = statSync(path.join(folder, "README.txt")).mtimeMs;
    expect(write()).to.include(folder);
    expect(statSync(path.join(folder, "README.txt")).mtimeMs).to.equal(before);
  });

  it("takes an empty directory", () => {
    mkdirSync(directory);
    expect(write()).to.have.length(4);
  });

  const occupied: [what: string, occupy: () => void][] = [
    [
      "other content",
      () => {
        mkdirSync(directory);
        writeFileSync(path.join(directory, "mine"), "");
      },
    ],
    [
      "the bundle of another network",
      () => {
        write({ config: { ...CONFIG, subOrgDepth: 9 } });
      },
    ],
    [
      "a file besides",
      () => {
        write();
        writeFileSync(path.join(directory, "mine"), "");
      },
    ],
    [
      "a file in place of the directory",
      () => {
        writeFileSync(directory, "");
      },
    ],
  ];
  for (const [what, occupy] of occupied) {
    it(`is refused where there is ${what}, and changes nothing`, () => {
      occupy();
      const before = JSON.stringify(treeOf(scratch));
      expect(() => write())
        .to.throw(PortcullisError, "with different content")
        .with.property("code", "FILE_EXISTS");
      expect(JSON.stringify(treeOf(scratch))).to.equal(before);
    });
  }

  it("is refused in words where it cannot be written, and leaves nothing behind", () => {
    const file = path.join(scratch, "file");
    writeFileSync(file, "");
    directory = path.join(file, "bundle");
    expect(() => write())
      .to.throw(PortcullisError, `Cannot write ${directory}.`)
      .with.property("code", "FILE_NOT_WRITTEN");
    expect(readdirSync(scratch)).to.deep.equal(["file"]);
  });

  it("is refused in words where it cannot be moved to its place, and leaves nothing behind", () => {
    const { renameSync } = fs;
    fs.renameSync = (from, to) => {
      if (to === directory) throw new Error("EBUSY: resource busy or locked");
      renameSync(from, to);
    };
    syncBuiltinESMExports();
    try {
      expect(() => write())
        .to.throw(PortcullisError, `Cannot write ${directory}.`)
        .with.property("code", "FILE_NOT_WRITTEN");
    } finally {
      fs.renameSync = renameSync;
      syncBuiltinESMExports();
    }
    expect(readdirSync(scratch)).to.deep.equal([]);
  });

  it("is made for the approved nodes of a running network", async () => {
    const chain = await openInProcess();
    const admin = FILE.accounts[0] ?? "";
    await chain.impersonate(admin);
    const file: NetworkFile = { ...FILE, guardian: admin };
    const options = { chain, network: file, signers: [nodeSigner(admin)] };
    const network = await withScratch((journal) => deployNetwork({ ...options, directory: journal }));
    const actor = { network, signer: nodeSigner(admin) };
    const added = { enodeId: enodeIdOf("cd"), ip: "10.0.0.9", port: 30303, raftPort: 0 };
    await addNode(actor, { org: file.adminOrg, node: added });
    const [first, ...others] = file.nodes;
    if (first === undefined) throw new Error("no node");
    const { opened } = await changeNodeStatus(actor, { org: file.adminOrg, node: first, change: "suspend" });
    for (const account of file.accounts) {
      await chain.impersonate(account);
      const voter = { network, signer: nodeSigner(account) };
      for (const id of opened) await castVote(voter, { id, support: true }).catch(() => undefined);
    }
    expect(await approvedNodes(network)).to.deep.equal([...others, added]);
  });
});

function treeOf(directory: string): [name: string, text: string][] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const file = path.join(directory, name);
      return [name, statSync(file).isDirectory() ? "" : readFileSync(file, "utf8")];
    });
}
