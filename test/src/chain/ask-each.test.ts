import { setTimeout } from "node:timers/promises";
import { expect } from "chai";
import { askEach } from "../../../src/chain/ask-each.js";

const NUMBERS = Array.from({ length: 100 }, (_, index) => index);

describe("askEach", () => {
  it("asks a few at a time, and answers in the order of the questions", async () => {
    let asked = 0;
    let most = 0;
    const answers = await askEach(NUMBERS, async (number) => {
      asked += 1;
      most = Math.max(most, asked);
      await setTimeout(number % 3);
      asked -= 1;
      return number * 2;
    });
    expect(answers).to.deep.equal(NUMBERS.map((number) => number * 2));
    expect(most).to.equal(20);
  });

  it("asks no further when one fails", async () => {
    let asked = 0;
    const failed = await askEach(NUMBERS, () => {
      asked += 1;
      return Promise.reject(new Error("busy"));
    }).catch((error: unknown) => error);
    expect(failed).to.have.property("message", "busy");
    expect(asked).to.be.below(NUMBERS.length);
  });
});
