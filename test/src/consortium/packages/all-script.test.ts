import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { writePackages } from "../../../../src/nodejs/package-files.js";
import type { Outcome } from "../../../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../../../tools/shared/scratch.js";
import { STAR } from "../star.js";

/** Stands in for geth: runs until it is asked to end, and then says so. */
const GETH = `#!/bin/sh
case "$*" in
  help) exit ;;
  *" init "*) mkdir -p "$2/geth/chaindata"; exit ;;
esac
echo "started $*"
trap 'echo ended; exit' TERM
while :; do sleep 0.1; done
`;

describe("What starts all processes of a machine", function () {
  this.timeout(60_000);

  let directory: string;
  const inside = (...names: string[]): string => path.join(directory, ...names);
  const log = (group: string): string => readFileSync(inside("nodes/node0", group, "geth.log"), "utf8");
  const pid = (group: string): string => readFileSync(inside("nodes/node0", group, "geth.pid"), "utf8").trim();

  beforeEach(() => {
    directory = makeScratch();
    writeFileSync(inside("geth"), GETH, { mode: 0o755 });
    writePackages({ file: STAR, agency: "A", directory: inside("packages") });
    for (const group of ["group1", "group3"]) {
      mkdirSync(inside("nodes/node0", group), { recursive: true });
      writeFileSync(inside("nodes/node0", group, "nodekey"), "a key");
    }
  });
  afterEach(async () => {
    if (existsSync(inside("nodes"))) await run("stop", "nodes");
    removeScratch(directory);
  });

  function run(...words: string[]): Promise<Pick<Outcome, "code" | "stdout" | "stderr">> {
    const env = { ...process.env, GETH: inside("geth") };
    return new Promise((resolve) => {
      execFile("sh", ["packages/all.sh", ...words], { cwd: directory, env }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
  }

  it("starts those whose keys are here, starts them again, and stops them", async () => {
    const first = await run("start", "nodes", "--sync");
    expect([first.code, first.stderr]).to.deep.equal([0, ""]);
    expect(first.stdout).to.match(/^node0\/group1 runs as process \d+ .*\nnode0\/group3 runs as process \d+ .*\n$/);
    const former = [pid("group1"), pid("group3")];
    const again = await run("start", "nodes");
    expect([again.code, again.stderr]).to.deep.equal([0, ""]);
    expect([pid("group1"), pid("group3")]).to.not.have.members(former);
    expect(log("group1").match(/^(?:started|ended)/gm)).to.deep.equal(["started", "ended", "started"]);
    const stopped = await run("stop", "nodes");
    expect(stopped).to.deep.equal({ code: 0, stdout: "", stderr: "" });
    expect(log("group3")).to.match(/ended\n$/);
    expect(existsSync(inside("nodes/node0/group3/geth.pid"))).to.equal(false);
  });

  it("says which one has ended and why, and goes on with the others", async () => {
    rmSync(inside("packages/node0/group1/genesis.json"));
    writeFileSync(
      inside("geth"),
      GETH.replace("mkdir -p", 'test -f "$4" || { echo "no genesis" >&2; exit 1; }; mkdir -p'),
    );
    const { code, stdout, stderr } = await run("start", "nodes");
    expect(code).to.equal(1);
    expect(stderr).to.match(/^node0\/group1 has ended\. The end of .*geth\.log:\nno genesis\n$/);
    expect(stdout).to.match(/^node0\/group3 runs/);
  });

  it("ends no process that is another program's by now", async () => {
    writeFileSync(inside("nodes/node0/group1/geth.pid"), String(process.pid));
    expect((await run("stop", "nodes")).code).to.equal(0);
  });

  it("says what is missing", async () => {
    for (const [words, said] of [
      [[], /Say start or stop: sh all\.sh start DIRECTORY/],
      [["restart", "nodes"], /^restart is neither start nor stop/],
      [["start"], /Name the directory with the keys: sh all\.sh start DIRECTORY/],
      [["start", "packages"], /^There is no key of these packages in .*packages, such as NODE\/GROUP\/nodekey\.$/m],
    ] as const) {
      const { code, stderr } = await run(...words);
      expect(code, words.join(" ")).to.be.greaterThan(0);
      expect(stderr).to.match(said);
    }
  });
});
