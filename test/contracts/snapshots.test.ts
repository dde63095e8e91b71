import { readFile } from "node:fs/promises";

import { expect } from "chai";

import {
  compare,
  FLAT,
  geometricMean,
  growthOf,
  isView,
  isWrite,
  ONCE,
  referenceFigures,
} from "../../tools/bench/compare.js";
import { thousands } from "../../src/cli/output.js";
import { storageLayouts } from "../../tools/bench/storage.js";
import { measure, type Figures } from "../../tools/bench/workload.js";

const snapshot = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../snapshots/${file}`, import.meta.url), "utf8"));

describe("The storage", () => {
  it("is laid out as snapshots/storage.json says; `npm run snapshots` writes a new one", async () => {
    expect(await storageLayouts()).to.deep.equal(await snapshot("storage.json"));
  });
});

describe("Cost", () => {
  let figures: Figures;

  before(async () => {
    figures = await measure([3, 30], [1, 20]);
  });

  it("is what snapshots/gas.json says; `npm run snapshots` writes a new one", async () => {
    expect(figures.gas).to.deep.equal(await snapshot("gas.json"));
  });

  it("leaves the contracts as large as snapshots/sizes.json says", async () => {
    expect(figures.sizes).to.deep.equal(await snapshot("sizes.json"));
  });

  it("is what the README says", async () => {
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const shown = (name: string): number => figures.gas[name] ?? NaN;
    const operations = ["addOrg", "approveOrg (final)", "addNode", "assignAccountRole (new)"];
    const figuresShown = [
      ...[...operations, "view transactionAllowed org user call = true"].map(shown),
      Math.max(...Object.values(figures.sizes)),
    ].map(thousands);
    for (const figure of figuresShown) expect(readme).to.match(new RegExp(`\\| ${figure} +\\|\\n`));

    const lines = compare(figures.gas, referenceFigures.gas);
    const changes = lines.filter(isWrite);
    const repeated = changes.filter(({ operation }) => !ONCE.includes(operation));
    const means = [changes, repeated, lines.filter(isView)].map((some) => geometricMean(some).toFixed(3));
    for (const mean of means) expect(readme).to.include(mean);
  });

  it("is at most 0.485 of the reference's for changes, and never above 0.75 for one that is not made only once", () => {
    const changes = compare(figures.gas, referenceFigures.gas).filter(isWrite);
    const repeated = changes.filter(({ operation }) => !ONCE.includes(operation));

    expect(geometricMean(changes)).to.be.at.most(0.485);
    expect(Math.max(...repeated.map((line) => line.ratio))).to.be.at.most(0.75);
  });

  it("is at most half of the reference's for what nodes ask, and 0.30 for an ordinary account", () => {
    const questions = compare(figures.gas, referenceFigures.gas).filter(isView);
    const ordinary = questions.filter((line) => line.operation.includes("org user"));

    expect(geometricMean(questions)).to.be.at.most(0.5);
    expect(ordinary).to.have.length(2);
    expect(Math.max(...ordinary.map((line) => line.ratio))).to.be.at.most(0.3);
  });

  it("does not grow with voters or organisations", () => {
    for (const [name, row] of Object.entries(figures.growth)) expect(growthOf(row), name).to.be.at.most(FLAT);
  });
});
