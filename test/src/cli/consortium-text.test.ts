import { expect } from "chai";
import { showNodeKeys } from "../../../src/cli/show/consortium-cards.js";
import { showReading, showWritten } from "../../../src/cli/show/consortium-reading.js";
import { showGenesis } from "../../../src/cli/show/consortium.js";
import { columnsOf } from "../../../src/cli/show/fold.js";
import { reading } from "../consortium/read/reading.js";
import { readGroupGenesis } from "../../../src/nodejs/consortium-files.js";
import { STAR } from "../consortium/star.js";

/** What is shown on a screen with so many columns; on none if they are not given. */
function onScreen(columns: number | undefined, show: () => string): string[] {
  const { stdout } = process;
  const before = { isTTY: stdout.isTTY, columns: stdout.columns };
  Object.assign(stdout, { isTTY: columns !== undefined, columns });
  try {
    return show().split("\n");
  } finally {
    Object.assign(stdout, before);
  }
}

const ENODE_ID = "a1".repeat(64);

const CHAIN = `
chain_id: trade
block: { block_size: 10, block_timeout: 1, tx_timeout: 600, block_tx_capacity: 100 }
consensus: { type: 1, nodes: [{ org_id: north.example, node_id: [QmNorth1, QmNorth2, QmNorth3] }] }
resource_policies:
  - resource_name: CHAIN_CONFIG-TRUST_ROOT_ADD
    policy: { rule: ANY, role_list: [admin] }
`;

describe("What is said of a consortium", () => {
  const read = reading({ "configuration/of/the/chain/that/we/have/had/for/many/years/until/now/bc.yml": CHAIN });
  const shown = (): string => `${showReading(read, [])}\n${showWritten(undefined, read.policies, new Map())}`;
  const widest = (lines: readonly string[]): number => Math.max(...lines.map(columnsOf));

  it("is folded to the width of the terminal, and to 80 columns where there is none", () => {
    for (const columns of [100, 80, undefined])
      expect(widest(onScreen(columns, shown)), `on ${columns ?? "no"} columns`).to.be.within(60, columns ?? 80);
    expect(onScreen(80, shown).length).to.be.above(onScreen(100, shown).length);
  });

  it("leaves what is copied on a line of its own, and whole", () => {
    const keys = [1, 2].map((number) => ({
      node: "node1",
      group: `group${number}`,
      enodeId: ENODE_ID,
      file: `nodes/node1/group${number}/nodekey`,
    }));
    const lines = onScreen(80, () => showNodeKeys(keys));
    expect(lines.filter((line) => line === ENODE_ID)).to.have.length(2);
    expect(widest(lines.filter((line) => line !== ENODE_ID))).to.be.at.most(80);
    const file = "consortium-trade-policies.yaml";
    const steps = onScreen(80, () => showWritten("consortium.yaml", read.policies, new Map([["trade", file]])));
    expect(steps.at(-1)).to.equal(`  portcullis policy set ${file}`);
  });

  it("shows a genesis in 80 columns, with its hashes in full", () => {
    const made = readGroupGenesis(STAR, "group1");
    const lines = onScreen(80, () => showGenesis(made, "group1/genesis.json"));
    expect(widest(lines)).to.be.at.most(80);
    expect(lines.join("\n")).to.include(made.hash).and.to.include(made.fileHash.slice(2));
  });
});
