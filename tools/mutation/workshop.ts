import { execFile } from "node:child_process";
import { copyFileSync, cpSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const HARDHAT = path.join(ROOT, "node_modules/hardhat/dist/src/cli.js");

/** What is not copied. */
const LEFT_OUT = new Set(["build", "dist", "coverage", "node_modules", ".git"].map((name) => path.join(ROOT, name)));

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

  static open(directory: string, variables: Variables): Workshop {
    cpSync(ROOT, directory, { recursive: true, filter: (source) => !LEFT_OUT.has(source) });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(directory, "node_modules"), "junction");
    return new Workshop(directory, variables);
  }

  /** Runs files of tests, all of Mocha or all in Solidity, as the project does, with other artifacts, by their files from the
   *  root, and answers what is printed. */
  async run(tests: readonly string[], artifacts: Readonly<Record<string, string>> = {}): Promise<string> {
    const files = tests.map((test) => `test/contracts/${test}`);
    const runner = files.every(isSolidity) ? "solidity" : "mocha";
    for (const [file, text] of Object.entries(artifacts)) writeFileSync(this.at(file), text);
    try {
      return await this.hardhat("test", runner, "--no-compile", ...files);
    } finally {
      for (const file of Object.keys(artifacts)) copyFileSync(path.join(ROOT, file), this.at(file));
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

  private at(name: string): string {
    return path.join(this.directory, name);
  }
}
