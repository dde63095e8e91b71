import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { toQuantity } from "ethers";
import { getBlock, getBlockNumber } from "../../src/chain/chain.js";
import { waitForEarlier } from "../../src/chain/waiting.js";
import { readRoles } from "../../src/read/read-records.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import type { Outcome } from "../../tools/shared/processes.js";
import { CommandNetwork } from "../helpers/command-network.js";

describe("portcullis resolution propose", function () {
  this.timeout(120_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
  });

  after(() => network.stop());

  function propose(content: unknown, ...more: string[]): Promise<Outcome> {
    const file = path.join(network.directory, "resolution.yaml");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
    return network.run(["resolution propose", file, "--yes", ...more].join(" "), network.people.admin1);
  }

  async function refused(content: unknown): Promise<string> {
    const before = await getBlockNumber((await network.now()).chain.rpc);
    const { code, stderr } = await propose(content);
    expect(code).to.equal(1);
    expect(await getBlockNumber((await network.now()).chain.rpc)).to.equal(before);
    return stderr;
  }

  it("tells all mistakes of a file with their places, and sends nothing", async () => {
    const lines = [
      "changes:",
      "  - org propse ORG2",
      "  - org suspend",
      "  - setting set node-limit 80 --json",
      "  - proposal approve 1",
      "  - admin propose ADMINORG 0x12",
    ];
    const stderr = await refused(lines.join("\n"));
    for (const [place, says] of [
      ["2:5", '"org propse" is no command that changes the network.'],
      ["3:5", "Missing required argument 'org'."],
      ["4:5", "--json says how something is sent."],
      ["5:5", '"proposal approve" is no command that changes the network.'],
      ["6:5", '"0x12" is not an address.'],
    ] as const)
      expect(stderr).to.include(`resolution.yaml:${place}`).and.include(says);
  });

  it("takes a file that is no list of commands for what it is", async () => {
    for (const content of [
      "",
      "[]",
      "changes: []",
      "changes: org suspend ORG1",
      "just: this",
      "changes:\n  - [a]",
      "changes:\n  - 17\nothers: 1",
    ])
      expect(await refused(content)).to.match(/resolution\.yaml:\d+:\d+ /);
  });

  it("names the change that would be refused, before anything is sent", async () => {
    const changes = ["role add ADMINORG CLERK --access transfer", "role add ADMINORG CLERK --access transfer"];
    expect(await refused({ changes })).to.include(
      "Change 2, add the role CLERK to ADMINORG, access transfer, would be",
    );
  });

  it("that takes more gas than the vote could offer has passed, and anybody executes it", async () => {
    const { admin2, stranger } = network.people;
    const limits = Array.from({ length: 12 }, (_, i) => `setting set role-limit ${i % 2 === 0 ? 90 : 80}`);
    const { stdout } = await propose({ changes: limits }, "--json");
    const id = (JSON.parse(stdout) as { proposed: { opened: number[] } }).proposed.opened[0] ?? 0;
    const { chain, contracts, addresses } = await network.now();
    const { data } = await contracts.rules.vote.populateTransaction(id, true);
    const vote = { from: admin2.address, to: addresses.PermissionsInterface, data };
    const needed = BigInt((await chain.rpc.send("eth_estimateGas", [vote])) as string);
    const before = await getBlock(chain.rpc, "latest");
    await chain.rpc.send("evm_setBlockGasLimit", [toQuantity((needed * 3n) / 2n)]);
    await chain.rpc.send("eth_sendTransaction", [{ ...vote, gasPrice: "0x0", gas: toQuantity((needed * 9n) / 10n) }]);
    await waitForEarlier(chain, admin2.address);

    const shown = await network.read("status");
    expect(shown).to.match(new RegExp(`^${id} .* passed`, "m"));
    const executed = await network.run(`proposal execute ${id} --yes`, stranger);
    expect(executed.stdout).to.include(`Proposal ${id} is approved.`);
    expect(await network.read("setting show")).to.match(/^role-limit +80 /m);
    await chain.rpc.send("evm_setBlockGasLimit", [toQuantity(before.gasLimit)]);
  });

  it("proposes and votes; the others see each change, and the last vote makes all", async () => {
    const changes = [
      "role add ADMINORG CLERK --access transfer",
      `org propose ORG9 --node ${enodeUrl("c9", 21_099)} --admin ${network.people.newcomer.address}`,
    ];
    const { code, stdout } = await propose({ changes }, "--json");
    expect(code).to.equal(0);
    const [id] = (JSON.parse(stdout) as { proposed: { opened: number[] } }).proposed.opened;
    const shown = await network.run(`proposal show ${id}`);
    expect(shown.stdout).to.include("1. add the role CLERK to ADMINORG, access transfer");
    expect(shown.stdout).to.include(`2. add the organisation ORG9 with the admin ${network.people.newcomer.address}`);
    const voted = await network.run(`resolution approve ${id} --yes`, network.people.admin2);
    expect(voted.stdout).to.include(`Proposal ${id} is approved.`);
    expect((await readRoles(await network.now())).map(({ name }) => name)).to.include("CLERK");
  });
});
