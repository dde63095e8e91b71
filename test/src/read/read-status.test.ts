import { expect } from "chai";
import { INTERFACES } from "../../../src/model/contracts.js";
import { readStatus } from "../../../src/read/read-snapshot.js";
import { openNetwork, through } from "../../helpers/in-process-network.js";

describe("the status of a network", () => {
  it("reads the organisations once, for what there is and for how full the caches are", async () => {
    const network = await openNetwork();
    const page = INTERFACES.OrgManager.createInterface().getFunction("getOrgPage").selector;
    let asked = 0;
    const counted = through(network, (rpc) => ({
      send: (method, params) => {
        if ((params[0] as { data?: string } | undefined)?.data?.startsWith(page) === true) asked += 1;
        return rpc.send(method, params);
      },
    }));
    const { orgs, caches } = await readStatus(counted);
    expect(orgs.map(({ id }) => id)).to.deep.equal(["ADMINORG"]);
    expect(caches.find(({ kind }) => kind === "organisations")).to.deep.include({ records: 1 });
    expect(asked).to.equal(1);
  });
});
