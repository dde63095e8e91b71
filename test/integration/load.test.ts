import { expect } from "chai";
import { COUNTED, COUNTING } from "../../tools/bench/compare.js";
import { type Load, measureLoad } from "../../tools/bench/loading.js";
import empty from "../../snapshots/gas.json" with { type: "json" };

/** All of snapshots/gas.json but the deployments and the boot. */
const OPERATIONS = 31;
const SIZES = { voters: 200, orgs: 500, nodes: 500, accounts: 2_000 };

describe("a network of 200 network admins, 500 organisations and 2,000 accounts", function () {
  this.timeout(300_000);

  let load: Load;

  before(async () => {
    load = await measureLoad(SIZES);
  });

  it("costs what an empty one costs, for every operation that adds nothing by hand, and every question of nodes", () => {
    expect(Object.keys(load.gas)).to.have.length(OPERATIONS);
    const others = Object.entries(load.gas).filter(([operation]) => !COUNTED.includes(operation));
    expect(empty).to.deep.include(Object.fromEntries(others));
  });

  it("costs more by the words of the counts, where an organisation adds something", () => {
    for (const operation of COUNTED) {
      const more = (load.gas[operation] ?? NaN) - ((empty as Record<string, number>)[operation] ?? NaN);
      expect(more, operation).to.be.within(1, (operation === "addSubOrg + node" ? 2 : 1) * COUNTING);
    }
  });

  it("is read with every record once", () => {
    expect(load.snapshot.found).to.deep.equal({ orgs: 501, roles: 101, nodes: 501, accounts: 2_200 });
    expect(load.incomplete).to.deep.equal([]);
  });
});
