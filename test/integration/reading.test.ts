import { expect } from "chai";
import { compareReading } from "../../tools/bench/reader.js";

describe("reading a fabricated network", function () {
  this.timeout(120_000);

  it("finds the same in a snapshot and record by record, with fewer calls", async () => {
    const { snapshot, records } = await compareReading({ orgs: 20, nodes: 20, accounts: 60, voters: 1 });
    // The admin organisation comes on top; of each ten, one has two roles of its own.
    const found = { orgs: 21, roles: 5, nodes: 21, accounts: 61 };
    expect(snapshot.found).to.deep.equal(found);
    expect(records.found).to.deep.equal(found);
    expect(records.calls).to.equal(4 + 21 + 5 + 21 + 61);
    expect(snapshot.calls).to.be.at.most(43);
  });
});
