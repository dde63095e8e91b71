import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { SigningKey } from "ethers";
import { httpRpc, type Rpc } from "../../../src/chain/rpc.js";
import type { Enode } from "../../../src/model/enode.js";
import { type Outcome, runCommand } from "../../../tools/shared/processes.js";
import { requireGeth, runGeth } from "../geth.js";

/** The password is that of the keys of certificates. */
const ENVIRONMENT = {
  PORTCULLIS_NETWORK: undefined,
  PORTCULLIS_CONFIG: undefined,
  PORTCULLIS_PASSWORD: "correct-horse",
};

/** Where a process of a node is reached. */
interface Place {
  node: string;
  port: number;
  rpcPort: number;
  /** 0 where the group is not on Raft. */
  raftPort: number;
}

/** One of those who found networks together: a directory of its own with only its own keys, and what it types there. */
export class StarAgency {
  /** Every command that it has typed since it was asked last. */
  private typed: string[] = [];
  /** The files that it has handed over to each other agency. */
  readonly handed = new Map<string, string[]>();
  /** By group. */
  readonly places = new Map<string, Place>();
  private processes: number[] = [];
  /** By group; they are known to others, also when the key is lost. */
  private readonly enodeIds = new Map<string, string>();

  constructor(
    readonly name: string,
    private readonly root: string,
  ) {
    process.once("exit", () => {
      this.kill();
    });
  }

  get directory(): string {
    return path.join(this.root, this.name);
  }

  inside(...names: string[]): string {
    return path.join(this.directory, ...names);
  }

  text(...names: string[]): string {
    return readFileSync(this.inside(...names), "utf8");
  }

  place(group: string): Place {
    return this.places.get(group) ?? expect.fail(`${this.name} is not in ${group}.`);
  }

  rpc(group: string): Rpc {
    return httpRpc(`http://127.0.0.1:${this.place(group).rpcPort}`);
  }

  /** The data of its process in a group, with the key. */
  data(group: string, ...names: string[]): string {
    return path.join("nodes", this.place(group).node, group, ...names);
  }

  /** What is typed so that a command talks to its node in a group, and knows the contracts. */
  at(group: string): string {
    return `--network ${this.data(group, "geth.ipc")} --config ${this.data(group, "permission-config.json")}`;
  }

  /** Types a command of the command line, which succeeds. */
  async type(line: string): Promise<string> {
    const { code, stdout, stderr } = await this.try(line);
    expect(code, `${this.name}: ${line}\n${stdout}${stderr}`).to.equal(0);
    return stdout;
  }

  /** The same of one that may fail. */
  try(line: string): Promise<Outcome> {
    this.typed.push(line);
    const words = line.split(" ");
    return runCommand(words, { directory: this.directory, environment: ENVIRONMENT });
  }

  /** Types a line for the shell. */
  async shell(line: string): Promise<string> {
    this.typed.push(line);
    const child = spawn("sh", ["-c", line], {
      cwd: this.directory,
      env: { ...process.env, GETH: requireGeth() },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => said.push(text));
    const [code] = (await once(child, "exit")) as [number | null];
    this.processes = this.running();
    expect(code, `${this.name}: ${line}\n${said.join("")}`).to.equal(0);
    return said.join("");
  }

  /** Its node in a group, as others name it. */
  enode(group: string): Enode {
    const known = this.enodeIds.get(group);
    const enodeId = known ?? new SigningKey(`0x${this.text(this.data(group, "nodekey"))}`).publicKey.slice(4);
    this.enodeIds.set(group, enodeId);
    const { port, raftPort } = this.place(group);
    return { enodeId, ip: "127.0.0.1", port, raftPort };
  }

  /** Ends its processes at once, as a machine that fails. */
  kill(): void {
    for (const pid of this.processes.splice(0)) killed(pid);
  }

  /** Starts its processes, or starts them again. */
  start(more = ""): Promise<string> {
    return this.shell(`sh packages/all.sh start nodes${more}`);
  }

  async stop(): Promise<void> {
    if (existsSync(this.inside("packages/all.sh"))) await this.shell("sh packages/all.sh stop nodes");
  }

  /** Gives files to others. */
  hand(files: readonly string[], ...to: readonly StarAgency[]): void {
    for (const other of to)
      for (const file of files) {
        cpSync(this.inside(file), other.inside(path.basename(file)));
        this.handed.set(other.name, [...(this.handed.get(other.name) ?? []), file]);
      }
  }

  /** What it has typed since the last time. */
  takeTyped(): string[] {
    return this.typed.splice(0);
  }

  /** Its files with one of these endings, below its directory. */
  files(...endings: string[]): string[] {
    if (!existsSync(this.directory)) return [];
    const all = readdirSync(this.directory, { recursive: true, encoding: "utf8" });
    return all.filter((file) => endings.some((ending) => file.endsWith(ending)));
  }

  /** What its nodes have written last. */
  tails(): string {
    const logs = this.files("geth.log");
    return logs.map((log) => `--- ${this.name} ${log}\n${this.text(log).split("\n").slice(-25).join("\n")}`).join("\n");
  }

  /** What the console of its node in a group prints for an expression. */
  console(group: string, expression: string): Promise<string> {
    return runGeth("attach", "--exec", expression, this.inside(this.data(group, "geth.ipc")));
  }

  private running(): number[] {
    return this.files("geth.pid").map((file) => Number(this.text(file)));
  }
}

/** Only ever one that this test has started. */
function killed(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended.
  }
}
