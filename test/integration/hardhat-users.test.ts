import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { type Outcome, runHardhat } from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";
import { readExamples } from "../docs/stories/page.js";

const ROOT = path.join(import.meta.dirname, "../..");
const MODULES = path.join(ROOT, "node_modules");
const run = promisify(execFile);

const CONTRACT = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

contract Notes {
    string public last;

    function write(string calldata note) external {
        last = note;
    }
}
`;

/** A project as a user of Hardhat has it: the one of docs/library.md, with the packed package in it. */
describe("a Hardhat project of its own, with the package installed", function () {
  this.timeout(300_000);

  let directory: string;
  const inside = (...names: string[]): string => path.join(directory, ...names);

  function example(mark: string): string {
    return readExamples("docs/library.md").find((each) => each.mark === mark)?.text ?? "";
  }

  before(async () => {
    directory = makeScratch();
    for (const name of ["packed", "contracts", "test", "node_modules"]) mkdirSync(inside(name));
    await run(process.execPath, [path.join(MODULES, "typescript/bin/tsc"), "-p", "tsconfig.build.json"], { cwd: ROOT });
    await run("npm", ["pack", "--ignore-scripts", "--pack-destination", inside("packed")], { cwd: ROOT });
    const [tarball = ""] = readdirSync(inside("packed"));
    await run("tar", ["-xzf", inside("packed", tarball), "-C", inside("node_modules")]);
    await run("mv", [inside("node_modules/package"), inside("node_modules/portcullis")]);
    // Everything else that is installed here stands for what the project would install.
    for (const name of readdirSync(MODULES).filter((each) => each !== "portcullis" && !each.startsWith("."))) {
      symlinkSync(path.join(MODULES, name), inside("node_modules", name));
    }
    writeFileSync(inside("package.json"), '{ "private": true, "type": "module" }');
    // The compiler is here already, and is not downloaded.
    const compiler = `version: "0.8.34", path: ${JSON.stringify(path.join(MODULES, "solc/soljson.js"))},`;
    writeFileSync(inside("hardhat.config.ts"), example("hardhat-config").replace('version: "0.8.34",', compiler));
    writeFileSync(inside("contracts/Notes.sol"), CONTRACT);
  });

  after(() => {
    removeScratch(directory);
  });

  function test(text: string): Promise<Outcome> {
    writeFileSync(inside("test/Notes.ts"), text);
    return runHardhat(["test", "mocha"], directory, { HARDHAT_DISABLE_TELEMETRY_PROMPT: "true" });
  }

  it("is the package that was packed, with the entry and its types", () => {
    const { exports } = JSON.parse(readFileSync(inside("node_modules/portcullis/package.json"), "utf8")) as {
      exports: Record<string, Record<string, string>>;
    };
    for (const file of Object.values(exports["./hardhat"] ?? {})) {
      expect(readFileSync(inside("node_modules/portcullis", file), "utf8")).to.include("permissionedNetwork");
    }
  });

  it("tests its contract under permissioning, as the page says", async () => {
    const { code, stdout, stderr } = await test(example("hardhat-test"));
    expect(code, stdout + stderr).to.equal(0);
    expect(stdout + stderr).to.match(/^ *1 passing/m);
  });

  it("compiles with the types of the package", async () => {
    const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2023", "--skipLibCheck"];
    const types = ["--types", "node,mocha,chai-as-promised"];
    // What Hardhat wrote about the project's contract when it built it, with the two files of the page.
    const files = ["types/ethers-contracts/hardhat.d.ts", "test/Notes.ts", "hardhat.config.ts"];
    await run(process.execPath, [path.join(MODULES, "typescript/bin/tsc"), ...options, ...types, ...files], {
      cwd: directory,
    }).catch((error: unknown) => {
      expect.fail((error as { stdout: string }).stdout);
    });
  });

  it("sees an assertion fail where permissioning is otherwise than a test says", async () => {
    const { code, stdout, stderr } = await test(
      example("hardhat-test").replace('access: "call"', 'access: "read-only"'),
    );
    expect(code, stderr).to.equal(1);
    expect(stdout + stderr).to.match(/^ *1 failing/m);
    expect(stdout + stderr).to.include('does not cover transactions of the kind "call"');
  });
});
