import { expect } from "chai";
import { CommandNetwork, wordsOf } from "../helpers/command-network.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import { startCommand } from "../../tools/shared/processes.js";

describe("a command whose output is no longer read", function () {
  this.timeout(60_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
  });

  after(() => network.stop());

  async function runUnread(line: string): Promise<unknown> {
    const { child, ended } = startCommand(wordsOf(line), { environment: network.environment });
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    return { code, trace: stderr.includes("EPIPE") };
  }

  it("finishes what it has begun: a proposal gets its vote", async () => {
    const { admin1, orgAdmin } = network.people;
    const line = `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`;
    expect(await runUnread(`${line} --from ${admin1.address} --yes`)).to.deep.equal({ code: 0, trace: false });
    expect(await network.read("proposal list")).to.match(/^1 .* 1 for /m);
  });

  it("ends, where it would have gone on for ever", async () => {
    expect(await runUnread("watch --from-block 1")).to.deep.equal({ code: 0, trace: false });
  });
});
