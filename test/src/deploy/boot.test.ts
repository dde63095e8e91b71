import { expect } from "chai";
import { type Actor, perform } from "../../../src/actions/perform.js";
import { openInProcess } from "../../../src/nodejs/in-process.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { readSettings } from "../../../src/read/read-settings.js";
import { PortcullisError } from "../../../src/errors/error.js";
import { keySigner } from "../../../src/chain/signers.js";
import { aNetworkFile, enodeIdOf } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const SIGNER = keySigner(`0x${"17".repeat(32)}`);
const ENODE_ID = enodeIdOf("ab");

const FILE = aNetworkFile(SIGNER.address, {
  nodes: [{ enodeId: ENODE_ID, ip: "127.0.0.1", port: 21000, raftPort: 50401 }],
});

/** A deployed suite, the part of the boot that someone else did, and what becomes of the rest. */
async function bootAfter(meddle: (actor: Actor) => Promise<unknown>): Promise<PortcullisError | "booted"> {
  const chain = await openInProcess();
  return withScratch(async (directory) => {
    const options = { chain, network: FILE, directory, signers: [SIGNER] };
    await meddle({ network: await deployNetwork({ ...options, withoutBoot: true }), signer: SIGNER });
    try {
      await deployNetwork(options);
      return "booted";
    } catch (error) {
      if (error instanceof PortcullisError) return error;
      throw error;
    }
  });
}

async function setUp(actor: Actor, breadth: number, depth: number): Promise<void> {
  const { interface: permInterface } = actor.network.contracts;
  await perform(actor, "policy", permInterface.setPolicy.populateTransaction("ADMINORG", "ADMIN", "ORGADMIN"));
  await perform(actor, "limits", permInterface.init.populateTransaction(breadth, depth));
}

async function addNode(actor: Actor, ip: string, port: number, raftPort: number): Promise<void> {
  await setUp(actor, 3, 4);
  const { interface: permInterface } = actor.network.contracts;
  await perform(actor, "node", permInterface.addAdminNode.populateTransaction(ENODE_ID, ip, port, raftPort));
}

describe("a boot with settings in the network file", () => {
  it("sets the comparison of ips, host names and all limits before the first node", async () => {
    const chain = await openInProcess();
    const limits = { nodeLimit: 11, accountLimit: 12, roleLimit: 13, subOrgLimit: 14, moveLimit: 15 };
    const nodes = [{ enodeId: ENODE_ID, ip: "node-1.example", port: 21000, raftPort: 0 }];
    const network = { ...FILE, nodes, ipCheck: false, hostNames: true, ...limits };
    const settings = await withScratch(async (directory) =>
      readSettings(await deployNetwork({ chain, network, directory, signers: [SIGNER] })),
    );
    expect(settings).to.deep.include({ booted: true, ipCheck: false, hostNames: true });
    expect(Object.values(settings.limits)).to.deep.equal(Object.values(limits));
  });
});

describe("a boot that someone else began", () => {
  it("goes on where all is as the network file says", async () => {
    expect(await bootAfter((actor) => addNode(actor, "127.0.0.1", 21000, 50401))).to.equal("booted");
  });

  const limits: [breadth: number, depth: number][] = [
    [5, 4],
    [3, 6],
  ];
  for (const [breadth, depth] of limits) {
    it(`is refused with breadth ${breadth} and depth ${depth} instead of 3 and 4`, async () => {
      const refusal = await bootAfter((actor) => setUp(actor, breadth, depth));
      expect(refusal).to.have.property("code", "LIMITS_DIFFER");
      const facts = { found: { breadth, depth }, wanted: { breadth: 3, depth: 4 } };
      expect(refusal).to.have.property("facts").that.deep.includes(facts);
    });
  }

  const places: [what: string, ip: string, port: number, raftPort: number][] = [
    ["ip", "127.0.0.2", 21000, 50401],
    ["port", "127.0.0.1", 21001, 50401],
    ["Raft port", "127.0.0.1", 21000, 50402],
  ];
  for (const [what, ip, port, raftPort] of places) {
    it(`is refused with another ${what} of a node`, async () => {
      const refusal = await bootAfter((actor) => addNode(actor, ip, port, raftPort));
      expect(refusal).to.have.property("code", "NODE_DIFFERS");
      expect(refusal).to.have.deep.nested.property("facts.found", { enodeId: ENODE_ID, ip, port, raftPort });
    });
  }

  it("is refused with a network admin that the network file does not name", async () => {
    const stranger = "0x0000000000000000000000000000000000000Bad";
    const refusal = await bootAfter(async (actor) => {
      await setUp(actor, 3, 4);
      const { interface: permInterface } = actor.network.contracts;
      await perform(actor, "admin", permInterface.addAdminAccount.populateTransaction(stranger));
    });
    expect(refusal).to.have.property("code", "ADMINS_DIFFER");
    expect(refusal).to.have.deep.nested.property("facts.strangers", [stranger]);
  });
});
