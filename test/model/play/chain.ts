import { type Log, toQuantity } from "ethers";
import type { ContractName } from "../../../src/model/contracts.js";
import type { Call } from "../rules/call.js";
import type { Question } from "../rules/question.js";
import type { Happening, Refusal } from "../rules/verdict.js";
import { type Deployed, NOBODY } from "../rules/world.js";
import { canonical } from "./canonical.js";
import { type Connection, type Contracts, deploy } from "./deployment.js";
import { changeRefused, dataOf, INTERFACES, refusalIn } from "./encoding.js";
import { packQuestion, packQuestions, unpackAnswers } from "./many-questions.js";

/** What became of a call. */
export type Outcome = { refusal: Refusal } | { happened: Happening[] };

const GAS = "0x989680";
/** So many encoded questions and answers are kept. */
const REMEMBERED = 50_000;
/** So many questions are asked in a call: each takes longer the more memory the others have taken. */
const AT_ONCE = 100;

/** The contracts on an in-process chain. */
export class Chain {
  private readonly encoded = new Map<string, string>();

  private constructor(
    private readonly connection: Connection,
    private readonly contracts: Contracts,
  ) {}

  get deployed(): Deployed {
    return this.contracts.deployed;
  }

  static async open(connection: Connection): Promise<Chain> {
    return new Chain(connection, await deploy(connection));
  }

  /* TIME */

  async setTime(timestamp: bigint): Promise<void> {
    await this.request("evm_setNextBlockTimestamp", toQuantity(timestamp));
  }

  async mine(): Promise<void> {
    await this.request("evm_mine");
  }

  snapshot(): Promise<string> {
    return this.request("evm_snapshot") as Promise<string>;
  }

  async revert(snapshot: string): Promise<void> {
    await this.request("evm_revert", snapshot);
  }

  /* CALLS */

  async send(call: Call, implementation: string | undefined): Promise<Outcome> {
    const to = this.addressOf(call.to, implementation);
    const transaction = { from: call.from, to, data: dataOf(call), gas: GAS, gasPrice: "0x0" };
    let hash: unknown;
    try {
      hash = await this.request("eth_sendTransaction", transaction);
    } catch (error) {
      return { refusal: refusalIn(error) };
    }
    const { logs } = (await this.request("eth_getTransactionReceipt", hash)) as { logs: Log[] };
    return { happened: logs.map((log) => this.happeningIn(log)) };
  }

  private happeningIn(log: Log): Happening {
    const name = this.nameOf(log.address);
    const parsed = INTERFACES[name].parseLog(log);
    if (parsed === null) throw new Error(`${name} emits what its ABI does not have: ${log.topics[0] ?? "nothing"}`);
    const values = parsed.args.toArray() as unknown[];
    if (parsed.name === "ChangesRefused") return [name, parsed.name, values[0], changeRefused(String(values[1]))];
    return [name, parsed.name, ...values];
  }

  private addressOf(name: ContractName, implementation: string | undefined): string | undefined {
    return name === "PermissionsImplementation" ? implementation : this.contracts.addresses.get(name);
  }

  private nameOf(address: string): ContractName {
    for (const [name, at] of this.contracts.addresses) if (at.toLowerCase() === address.toLowerCase()) return name;
    return "PermissionsImplementation";
  }

  /* ANSWERS */

  /** Which questions the contracts answer otherwise, and how. */
  async otherwise(questions: readonly Question[], implementation: string | undefined): Promise<string[]> {
    const asked = questions.map(({ contract, name, args }) => {
      const abi = INTERFACES[contract];
      const target = this.addressOf(contract, implementation) ?? NOBODY;
      return this.remember(`${target}.${name}(${canonical(args)}`, () =>
        packQuestion(target, abi.encodeFunctionData(name, args)),
      );
    });
    const answers: string[] = [];
    for (let i = 0; i < asked.length; i += AT_ONCE) {
      const data = packQuestions(asked.slice(i, i + AT_ONCE));
      answers.push(
        ...unpackAnswers((await this.request("eth_call", { to: this.contracts.asker, data }, "latest")) as string),
      );
    }
    return questions.flatMap((question, i) => this.difference(question, answers[i] ?? "0x"));
  }

  private difference({ contract, name, args, answer }: Question, given: string): string[] {
    const abi = INTERFACES[contract];
    const expected = canonical(answer);
    if (given === this.remember(`${contract}.${name} = ${expected}`, () => abi.encodeFunctionResult(name, answer)))
      return [];
    const said = given === "0x" ? "nothing" : canonical(abi.decodeFunctionResult(name, given));
    return [`${contract}.${name}(${canonical(args)})\n    model:     ${expected}\n    contracts: ${said}`];
  }

  private remember(key: string, make: () => string): string {
    const known = this.encoded.get(key);
    if (known !== undefined) return known;
    if (this.encoded.size >= REMEMBERED) this.encoded.clear();
    const made = make();
    this.encoded.set(key, made);
    return made;
  }

  private request(method: string, ...params: unknown[]): Promise<unknown> {
    return this.connection.provider.request({ method, params });
  }
}
