import { expect } from "chai";
import { toBeHex } from "ethers";
import { INTERFACES } from "../../src/model/contracts.js";
import { as, CommandNetwork, wordsOf } from "../helpers/command-network.js";
import type { Gatekeeper } from "../helpers/breakage/request-gate.js";
import { runGuarded } from "../helpers/breakage/killed-process.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import { startCommand } from "../../tools/shared/processes.js";

interface Receipt {
  result: { logs: { topics: string[] }[] } | null;
}

/** Says of every proposal that is opened that it is the first one. */
const renumbering: Gatekeeper = async ({ method }, forward) => {
  const answer = await forward();
  if (method !== "eth_getTransactionReceipt") return answer;
  const { result, ...rest } = JSON.parse(answer) as Receipt;
  const created = INTERFACES.VoterManager.createInterface().getEvent("ProposalCreated").topicHash;
  for (const { topics } of result?.logs ?? []) if (topics[0] === created) topics[1] = toBeHex(1, 32);
  return JSON.stringify({ ...rest, result });
};

describe("a node that names another proposal than was opened", function () {
  this.timeout(60_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin2, stranger } = network.people;
    await network.run(`admin propose ADMINORG ${stranger.address} --without-vote ${as(admin2)}`);
  });

  after(() => network.stop());

  const propose = (line: string) => {
    const words = wordsOf(`${line} ${as(network.people.admin1)}`);
    return runGuarded(
      network.url,
      (url) => startCommand([...words, "--network", url], { environment: network.environment }),
      () => renumbering,
    );
  };

  async function votesOfAdmin1(): Promise<bigint[]> {
    const { voters } = (await network.now()).contracts;
    const count = Number(await voters.getNumberOfProposals());
    const { address } = network.people.admin1;
    return Promise.all(Array.from({ length: count }, (_, index) => voters.getVote(index + 1, address)));
  }

  it("gets no vote for it where what was proposed is named", async () => {
    const { clerk } = network.people;
    const { code } = await propose(`org propose ORG1 --node ${enodeUrl("b1", 21001)} --admin ${clerk.address}`);
    expect(code).to.equal(0);
    expect(await votesOfAdmin1()).to.deep.equal([0n, 1n]);
  });

  it("otherwise gets one for what it shows and is agreed to", async () => {
    const { code, stderr } = await propose("setting set ip-check off");
    expect(code).to.equal(0);
    expect(stderr).to.include(
      `Vote for proposal 1 to appoint an admin (ADMINORG, ${network.people.stranger.address}, role ADMIN).`,
    );
    expect(await votesOfAdmin1()).to.deep.equal([1n, 1n, 0n]);
  });
});
