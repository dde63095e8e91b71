import { execFile } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const HARDHAT = path.join(ROOT, "node_modules/hardhat/dist/src/cli.js");

/** What a build writes and the next one starts from. */
const BUILT = ["artifacts", "cache"];

/** What is not copied. */
const LEFT_OUT = new Set(
  [...BUILT, "typechain-types", "build", "dist", "coverage", "node_modules", ".git"].map((name) =>
    path.join(ROOT, name),
  ),
);

/** A contract that reads differently for one run. */
export interface Change {
  /** Below contracts/. */
  readonly file: string;
  readonly source: string;
}

/** Of the environment, for the tests. */
export type Variables = Readonly<Record<string, string>>;

const isSolidity = (test: string): boolean => test.endsWith(".t.sol");

/** Each language has its own runner. */
export function byLanguage(tests: readonly string[]): string[][] {
  const groups = [tests.filter(isSolidity), tests.filter((test) => !isSolidity(test))];
  return groups.filter((group) => group.length > 0);
}

/** A copy of the project with its build. What is changed in it for one run is as before for the next. */
export class Workshop {
  private constructor(
    private readonly directory: string,
    private readonly variables: Variables,
  ) {}

  /** For these tests, and any others in the same language. */
  static async open(directory: string, variables: Variables, tests: readonly string[]): Promise<Workshop> {
    cpSync(ROOT, directory, { recursive: true, filter: (source) => !LEFT_OUT.has(source) });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(directory, "node_modules"), "junction");
    const workshop = new Workshop(directory, variables);
    // A test in Solidity finds other contracts of the tests in their artifacts, which running its file alone does not make.
    await workshop.hardhat("build", ...(tests.some(isSolidity) ? [] : ["--no-tests"]));
    for (const name of BUILT) workshop.copy(name, `built/${name}`);
    return workshop;
  }

  /** Runs files of tests, all of Mocha or all in Solidity, as the project does, and answers what is printed. */
  async run(tests: readonly string[], change?: Change): Promise<string> {
    const files = tests.map((test) => `test/contracts/${test}`);
    const runner = files.every(isSolidity) ? "solidity" : "mocha";
    if (change === undefined) return await this.hardhat("test", runner, ...files);
    const contract = this.at(`contracts/${change.file}`);
    const source = readFileSync(contract, "utf8");
    writeFileSync(contract, change.source);
    try {
      return await this.hardhat("test", runner, ...files);
    } finally {
      writeFileSync(contract, source);
      for (const name of BUILT) this.copy(`built/${name}`, name);
    }
  }

  /** Answers what it prints; whether it succeeds is for the caller to read in it. */
  private hardhat(...args: string[]): Promise<string> {
    const all = [HARDHAT, "--config", "tools/mutation/hardhat.config.ts", "--network", "default", ...args];
    const options = { cwd: this.directory, maxBuffer: Infinity, env: { ...process.env, ...this.variables } };
    return new Promise((resolve) => {
      execFile(process.execPath, all, options, (_, stdout, stderr) => {
        resolve(stdout + stderr);
      });
    });
  }

  private copy(from: string, to: string): void {
    rmSync(this.at(to), { recursive: true, force: true });
    cpSync(this.at(from), this.at(to), { recursive: true });
  }

  private at(name: string): string {
    return path.join(this.directory, name);
  }
}
