import { expect } from "chai";
import { id, SigningKey } from "ethers";
import { proposeOrg } from "../../src/actions/orgs.js";
import { castVote } from "../../src/actions/votes.js";
import { type Chain, countTransactions, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import type { PortcullisError } from "../../src/errors/error.js";
import type { Network } from "../../src/network/network.js";
import { readNetworkFile } from "../../src/nodejs/network-files.js";
import { readProposal } from "../../src/read/read-proposals.js";
import { nodeAccounts, nodeSigner } from "../../src/chain/signers.js";
import { type Gatekeeper, isSending } from "../helpers/breakage/request-gate.js";
import { throughGate } from "../helpers/breakage/lost-requests.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Anvil, startAnvil } from "../../tools/shared/processes.js";
import { withScratch } from "../../tools/shared/scratch.js";

const NODE = { ip: "127.0.0.1", port: 21005, raftPort: 0 };

describe("network admins who vote at the same moment", function () {
  this.timeout(60_000);

  let anvil: Anvil;
  let chain: Chain;
  let network: Network;
  let people: string[];

  before(async () => {
    anvil = await startAnvil();
    chain = await openChain(httpRpc(anvil.url));
    people = await nodeAccounts(chain);
    const [guardian = "", ...admins] = people.slice(0, 4);
    network = await withScratch((directory) =>
      deployNetwork({
        chain,
        network: readNetworkFile(writeNetworkFile(directory, guardian, { accounts: admins })),
        directory,
        signers: [nodeSigner(guardian)],
      }),
    );
  });

  after(() => anvil.stop());

  /** Proposes an organisation, which two more votes decide or one does, and lets these accounts vote in one block. */
  async function voteTogether(org: string, orgAdmin: string, voters: readonly string[]) {
    const [, proposer = ""] = people;
    const admin = { network, signer: nodeSigner(proposer) };
    const node = { ...NODE, enodeId: new SigningKey(id(org)).publicKey.slice(4) };
    const [proposal = 0] = (await proposeOrg(admin, { org, node, admin: orgAdmin })).opened;
    await castVote(admin, { id: proposal, support: true });
    const before = await Promise.all(voters.map((voter) => countTransactions(chain.rpc, voter, "latest")));
    await chain.rpc.send("evm_setAutomine", [false]);
    let sent = 0;
    const together = barrier(voters.length);
    const keeper: Gatekeeper = async (request, forward) => {
      if (isSending(request)) await together();
      const answer = await forward();
      if (isSending(request)) sent += 1;
      if (isSending(request) && sent === voters.length) await chain.rpc.send("evm_mine", []);
      return answer;
    };
    const ends = await throughGate(anvil.url, keeper, (gated) =>
      Promise.allSettled(
        voters.map((voter) => {
          const actor = { network: { ...network, chain: gated }, signer: nodeSigner(voter) };
          return castVote(actor, { id: proposal, support: true });
        }),
      ),
    );
    await chain.rpc.send("evm_setAutomine", [true]);
    const after = await Promise.all(voters.map((voter) => countTransactions(chain.rpc, voter, "latest")));
    return {
      state: (await readProposal(network, proposal)).state,
      done: ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : [])),
      failed: ends.flatMap((end) => (end.status === "rejected" ? [end.reason as PortcullisError] : [])),
      sent: after.map((count, index) => count - (before[index] ?? 0)),
    };
  }

  it("are told which vote decided, and which came too late", async () => {
    const { state, done, failed, sent } = await voteTogether("ORG1", people[4] ?? "", people.slice(2, 4));
    expect(state).to.equal("approved");
    expect(done.map(({ closed }) => closed.length)).to.deep.equal([1]);
    expect(failed.map(({ code }) => code)).to.deep.equal(["ProposalNotOpen"]);
    expect(failed[0]?.facts.hash)
      .to.match(/^0x[0-9a-f]{64}$/)
      .and.not.equal(done[0]?.hash);
    expect(sent).to.deep.equal([1, 1]);
  });

  it("vote once when it is one admin in two places", async () => {
    const [, , admin = ""] = people;
    const { state, done, failed, sent } = await voteTogether("ORG2", people[5] ?? "", [admin, admin]);
    expect(state).to.equal("approved");
    expect(failed).to.deep.equal([]);
    expect(done.map(({ hash }) => hash)).to.deep.equal([done[0]?.hash, done[0]?.hash]);
    expect(sent).to.deep.equal([1, 1]);
  });
});

/** Holds back so many until all of them are there; whoever comes later is let through. */
function barrier(count: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return opened;
  };
}
