import { expect } from "chai";
import { planOf } from "./play/plan.js";

describe("How much is played on the model", () => {
  it("is the same for everyone by default", () => {
    expect(planOf({})).to.deep.equal({ calls: 2000, seed: 1, shorten: true });
  });

  it("is said by the environment", () => {
    const said = { MODEL_CALLS: "200000", MODEL_SEED: "2", MODEL_FIRST: "yes" };
    expect(planOf(said)).to.deep.equal({ calls: 200_000, seed: 2, shorten: false });
  });

  it("goes on where a failure was", () => {
    const replay = { path: "0:3:3", replayPath: "/RyrR/////l:rf" };
    const plan = planOf({ MODEL_REPLAY: "7 0:3:3 /RyrR/////l:rf", MODEL_SEED: "2" });
    expect(plan).to.deep.equal({ calls: 2000, seed: 7, shorten: true, replay });
  });

  for (const [name, text] of [
    ["MODEL_SEED", "abc"],
    ["MODEL_SEED", ""],
    ["MODEL_CALLS", "-1"],
    ["MODEL_CALLS", "1e9"],
    ["MODEL_REPLAY", "1"],
    ["MODEL_REPLAY", "x 0:1 /l"],
  ] as const) {
    it(`cannot be ${name}="${text}"`, () => {
      expect(() => planOf({ [name]: text })).to.throw(`${name}="${text}" is not`);
    });
  }
});
