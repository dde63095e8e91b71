import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const HARDHAT = path.join(ROOT, "node_modules/hardhat/dist/src/cli.js");

/** What a build writes and the next one starts from. */
const BUILT = ["artifacts", "cache"];

/** What a build writes for TypeScript. */
const TYPES = "typechain-types";

/** What is not copied. */
const LEFT_OUT = new Set(
  [...BUILT, TYPES, "build", "dist", "coverage", "node_modules", ".git"].map((name) => path.join(ROOT, name)),
);

/** A contract that reads differently for one run. */
export interface Change {
  /** Below contracts/. */
  readonly file: string;
  readonly source: string;
  /** What the build makes of it, by files from the root, where the build has not to be run. */
  readonly artifacts?: Readonly<Record<string, string>>;
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
    const workshop = Workshop.make(directory, variables);
    // A test in Solidity finds other contracts of the tests in their artifacts, which running its file alone does not make.
    await workshop.hardhat("build", ...(tests.some(isSolidity) ? [] : ["--no-tests"]));
    for (const name of BUILT) workshop.copy(name, `built/${name}`);
    return workshop;
  }

  /** For changes that bring their artifacts: with the project's own build, which is there already. */
  static openBuilt(directory: string, variables: Variables): Workshop {
    const workshop = Workshop.make(directory, variables);
    cpSync(path.join(ROOT, TYPES), workshop.at(TYPES), { recursive: true });
    cpSync(path.join(ROOT, "artifacts"), workshop.at("built/artifacts"), { recursive: true });
    mkdirSync(workshop.at("built/cache"));
    for (const name of BUILT) workshop.copy(`built/${name}`, name);
    return workshop;
  }

  private static make(directory: string, variables: Variables): Workshop {
    cpSync(ROOT, directory, { recursive: true, filter: (source) => !LEFT_OUT.has(source) });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(directory, "node_modules"), "junction");
    return new Workshop(directory, variables);
  }

  /** Runs files of tests, all of Mocha or all in Solidity, as the project does, and answers what is printed. */
  async run(tests: readonly string[], change?: Change): Promise<string> {
    const files = tests.map((test) => `test/contracts/${test}`);
    const runner = files.every(isSolidity) ? "solidity" : "mocha";
    if (change === undefined) return await this.hardhat("test", runner, "--no-compile", ...files);
    const contract = `contracts/${change.file}`;
    const source = readFileSync(this.at(contract), "utf8");
    for (const [file, text] of Object.entries({ [contract]: change.source, ...change.artifacts })) {
      writeFileSync(this.at(file), text);
    }
    const isBuilt = change.artifacts !== undefined;
    try {
      return await this.hardhat("test", runner, ...(isBuilt ? ["--no-compile"] : []), ...files);
    } finally {
      writeFileSync(this.at(contract), source);
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
