import type { ActionResult } from "../../src/actions/perform.js";
import { paint, print, thousands } from "../../src/cli/output.js";
import { PortcullisError } from "../../src/errors/error.js";

/** One thing that is looked at: what it is called, what it is, what it should be. */
export type Fact = readonly [what: string, found: string, expected: string];

interface LedgerLine {
  chapter: string;
  action: string;
  gas: number;
}

const WIDTH = 84;

/** Tells a story step by step, and stops it when anything is not as it should be. */
export class Teller {
  readonly ledger: LedgerLine[] = [];
  private checked = 0;
  private chapterName = "";
  private chapters = 0;
  private steps = 0;

  chapter(name: string, why: string): void {
    this.chapters += 1;
    this.steps = 0;
    this.chapterName = name;
    print(`\n${paint("bold", `${this.chapters}. ${name}`)}\n   ${why}\n`);
  }

  /** Something that costs gas. */
  async step<T extends Pick<ActionResult, "gas">>(sentence: string, act: () => Promise<T>): Promise<T> {
    const done = await act();
    this.spent(sentence, done.gas);
    return done;
  }

  spent(sentence: string, gas: number): void {
    this.ledger.push({ chapter: this.chapterName, action: sentence, gas });
    const cost = `${thousands(gas)} gas`;
    print(`${this.number()} ${sentence.padEnd(WIDTH - cost.length)} ${paint("dim", cost)}`);
  }

  /** Something that must be refused, and how. */
  async refused(sentence: string, code: string, act: () => Promise<unknown>): Promise<void> {
    const refusal = await refusalOf(act);
    const found = refusal?.code ?? "accepted";
    print(`${this.number()} ${sentence}`);
    this.require([sentence, found, code]);
    print(`      ${paint("yellow", "refused")}: ${refusal?.message ?? ""}`);
  }

  /** The state after a step. */
  facts(...facts: readonly Fact[]): void {
    print(`      ${paint("dim", "→")} ${facts.map(([what, found]) => `${what}: ${found}`).join(" · ")}`);
    for (const fact of facts) this.require(fact);
  }

  show(text: string): void {
    print(text.replaceAll(/^/gm, "      "));
  }

  /** A text that must be exactly another one. */
  showExactly(what: string, found: string, expected: string): void {
    this.show(found);
    this.require([what, found.trim(), expected.trim()]);
  }

  require([what, found, expected]: Fact): void {
    this.checked += 1;
    if (found === expected) return;
    throw new PortcullisError("DEV_STORY_DIFFERS", `${what} should be "${expected}", but is "${found}".`, {
      facts: { chapter: this.chapterName, what, found, expected },
    });
  }

  end(): void {
    print(paint("green", `\n${this.checked} things were checked along the way, and all were as they should be.`));
  }

  private number(): string {
    this.steps += 1;
    return `${this.chapters}.${this.steps}`.padStart(5);
  }
}

async function refusalOf(act: () => Promise<unknown>): Promise<PortcullisError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof PortcullisError) return error;
    throw error;
  }
}
