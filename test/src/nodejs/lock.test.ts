import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect } from "chai";
import { withDeploymentLock } from "../../../src/nodejs/deployment/deployment-lock.js";
import { here } from "../../../src/nodejs/processes.js";
import { caught } from "../../helpers/caught.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const LOCK = path.join(import.meta.dirname, "../../../src/nodejs/deployment/deployment-lock.ts");
const ROUNDS = 400;
/** Milliseconds until both begin: enough for both to have heard of it. */
const AHEAD = 3;

/** Takes the lock of each directory at the moment that it is told, keeps it until it is told so, and says whether it got it. */
const PROGRAM = `
  import { createInterface } from "node:readline";
  import { withDeploymentLock } from ${JSON.stringify(LOCK)};
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value;
  for (let line = await next(); line !== undefined; line = await next()) {
    const [moment, directory] = JSON.parse(line);
    while (Date.now() < moment);
    try {
      await withDeploymentLock(directory, async () => { console.log("inside"); await next(); });
      console.log("left");
    } catch (error) {
      console.log(error.code);
      await next();
      console.log("left");
    }
  }`;

class Contender {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(file: string) {
    this.child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), file], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    if (this.child.stdout === null) throw new Error("no output");
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async say(line: string): Promise<string> {
    this.child.stdin?.write(`${line}\n`);
    const { value } = (await this.lines.next()) as { value: string };
    return value;
  }

  [Symbol.dispose](): void {
    this.child.kill();
  }
}

/** More than any process's number on Linux. */
const NOBODY = 2 ** 22 + 1;
const LEFT_BEHIND = `deployment.${NOBODY}.${here()}.lock`;

describe("A directory in which a deployment runs", () => {
  it("never has two of them, also when both begin at the same moment or find what a killed one left", () =>
    withScratch(async (scratch) => {
      const program = path.join(scratch, "program.mts");
      writeFileSync(program, PROGRAM);
      using one = new Contender(program);
      using other = new Contender(program);
      const contenders = [one, other];
      const answers = new Set<string>();
      for (let round = 0; round < ROUNDS; round += 1) {
        const directory = path.join(scratch, String(round));
        if (round % 2 === 1) await withDeploymentLock(directory, () => Promise.resolve());
        if (round % 2 === 1) writeFileSync(path.join(directory, LEFT_BEHIND), "");
        const line = JSON.stringify([Date.now() + AHEAD, directory]);
        const met = await Promise.all(contenders.map((each) => each.say(line)));
        met.forEach((each) => answers.add(each));
        expect(met.filter((each) => each === "inside").length, `round ${round}: ${met.join()}`).to.be.at.most(1);
        await Promise.all(contenders.map((each) => each.say("leave")));
        expect(readdirSync(directory).filter((name) => name !== LEFT_BEHIND)).to.deep.equal([]);
      }
      expect([...answers].sort()).to.deep.equal(["DEPLOYMENT_RUNS", "inside"]);
    }));

  for (const [who, pid] of [
    ["this one's number", process.pid],
    ["a number that no process has here", NOBODY],
  ] as const) {
    it(`is another container's while its lock is there, also of a process with ${who}`, () =>
      withScratch(async (directory) => {
        const lock = path.join(directory, `deployment.${pid}.0123abcd.lock`);
        writeFileSync(lock, "");
        const { code, hint } = await caught(withDeploymentLock(directory, () => Promise.resolve()));
        expect(code).to.equal("DEPLOYMENT_RUNS");
        expect(hint).to.equal(`Wait for it, or remove ${lock} if that process is not a deployment.`);
        expect(readdirSync(directory)).to.deep.equal([path.basename(lock)]);
      }));
  }

  it("is not shared by two of one process either", () =>
    withScratch(async (directory) => {
      const { code, message } = await withDeploymentLock(directory, () =>
        caught(withDeploymentLock(path.join(directory, "."), () => Promise.resolve())),
      );
      expect(code).to.equal("DEPLOYMENT_RUNS");
      expect(message).to.equal(`Process ${process.pid} is deploying into the same directory.`);
    }));
});
