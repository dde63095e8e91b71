import { expect } from "chai";
import { type Result, toBeHex, toQuantity, Transaction, Wallet } from "ethers";
import { proposeAdmin } from "../../../src/actions/admins.js";
import type { Actor, Intent } from "../../../src/actions/perform.js";
import { addRole } from "../../../src/actions/roles.js";
import { castVote, withdrawProposal } from "../../../src/actions/votes.js";
import { openChain } from "../../../src/chain/chain.js";
import type { Network } from "../../../src/network/network.js";
import { findNode, findOrg } from "../../../src/read/find.js";
import { readRoles, keyOf } from "../../../src/read/read-records.js";
import { keySigner } from "../../../src/chain/signers.js";
import { caught } from "../../helpers/caught.js";
import { actorOf, nodeOf, openNetwork, PEOPLE, through } from "../../helpers/in-process-network.js";

/** Any key whose account is used nowhere else. */
const KEY = toBeHex(0xacc0n, 32);

interface Request {
  method: string;
  params: readonly unknown[];
}

/** The network by way of a node that writes down what it hears. */
function overheard(network: Network): { heard: Request[]; network: Network } {
  const heard: Request[] = [];
  const listening = through(network, (rpc) => ({
    send: (method, params) => {
      heard.push({ method, params });
      return rpc.send(method, params);
    },
  }));
  return { heard, network: listening };
}

describe("A node that cannot be trusted", () => {
  let network: Network;

  before(async () => {
    network = await openNetwork();
    const admin = actorOf(network, "admin");
    await addRole(admin, { org: "ADMINORG", role: "DEPUTY", access: "full", admin: true });
    const deputy = { org: "ADMINORG", account: new Wallet(KEY).address, role: "DEPUTY" };
    const [id = 0] = (await proposeAdmin(admin, deputy)).opened;
    for (const person of ["admin", "second"] as const) await castVote(actorOf(network, person), { id, support: true });
  });

  const roleNames = async (there: Network): Promise<string[]> => (await readRoles(there)).map(({ name }) => name);

  /** A role that the key's account adds, with what was shown before. */
  async function addRoleThere(there: Network, role: string): Promise<Intent> {
    const shown: Intent[] = [];
    const approve = (intent: Intent): Promise<boolean> => Promise.resolve(shown.push(intent) > 0);
    const actor: Actor = { network: there, signer: keySigner(KEY), approve };
    await addRole(actor, { org: "ADMINORG", role, access: "read-only" });
    const [intent] = shown;
    if (intent === undefined) throw new Error("Nothing was shown.");
    return intent;
  }

  it("hears nothing of the key that signs", async () => {
    const { heard, network: there } = overheard(network);
    await addRoleThere(there, "CLERK");
    expect(heard.map(({ method }) => method)).to.include("eth_sendRawTransaction");
    expect(JSON.stringify(heard)).not.to.include(KEY.slice(2));
  });

  it("gets nothing signed but what was shown, for the chain whose id it named, at the price that was shown and without value", async () => {
    const { heard, network: there } = overheard(network);
    const { from, to, data, gas, gasPrice } = await addRoleThere(there, "TELLER");
    const signed = heard.filter(({ method }) => method === "eth_sendRawTransaction").map(({ params }) => params[0]);
    expect(signed).to.have.length(1);
    const tx = Transaction.from(String(signed[0]));
    expect([tx.from, tx.to, tx.data, tx.gasLimit]).to.deep.equal([from, to, data, BigInt(gas)]);
    expect([tx.chainId, tx.gasPrice, tx.value]).to.deep.equal([network.chain.chainId, gasPrice, 0n]);
    expect(gasPrice).to.equal(0n);
  });

  it("does not get more gas signed than was shown, should it say that another transaction came between", async () => {
    const { heard, network: there } = overheard(network);
    let shown: Intent | undefined;
    const lying = through(there, (rpc) => ({
      send: async (method, params) => {
        const answer = await rpc.send(method, params);
        if (shown === undefined) return answer;
        if (method === "eth_getTransactionCount") return toQuantity(Number(answer) + 1);
        return method === "eth_estimateGas" ? toQuantity(10n ** 15n) : answer;
      },
    }));
    const approve = (intent: Intent): Promise<boolean> => {
      shown = intent;
      return Promise.resolve(true);
    };
    const impatient = { ...lying, chain: { ...lying.chain, waits: { receipt: 100, sending: 100, lag: 100 } } };
    const actor: Actor = { network: impatient, signer: keySigner(KEY), approve };
    await caught(addRole(actor, { org: "ADMINORG", role: "PORTER", access: "read-only" }));
    const [signed] = heard.filter(({ method }) => method === "eth_sendRawTransaction").map(({ params }) => params[0]);
    expect(Transaction.from(String(signed)).gasLimit).to.equal(BigInt(shown?.gas ?? 0));
  });

  it("gets nothing signed for the chain 0, which would be good on every chain", async () => {
    const lying = through(network, (rpc) => ({
      send: (method, params) => (method === "eth_chainId" ? Promise.resolve("0x0") : rpc.send(method, params)),
    }));
    const error = await caught(openChain(lying.chain.rpc));
    expect(error.message).to.equal("The node's answer to eth_chainId is 0, which is not a chain id.");
  });

  /** Proposes two admins, and has the second proposal shown as the first. */
  async function swapped(): Promise<{ lying: Network; meant: number; other: number }> {
    const admin = actorOf(network, "admin");
    const ids: number[] = [];
    for (const account of [PEOPLE.clerk, PEOPLE.successor]) {
      ids.push(...(await proposeAdmin(admin, { org: "ADMINORG", account, role: "ADMIN" })).opened);
    }
    const [meant = 0, other = 0] = ids;
    const { voters } = network.contracts;
    const [asked, instead] = [other, meant].map((id) => voters.interface.encodeFunctionData("getProposal", [id]));
    const lying = through(network, (rpc) => ({
      send: (method, params) => {
        const [request, ...rest] = params as [{ data?: string }];
        const isAsked = method === "eth_call" && request.data === asked;
        return rpc.send(method, isAsked ? [{ ...request, data: instead }, ...rest] : params);
      },
    }));
    return { lying, meant, other };
  }

  it("gets no vote, for or against, on something else than it shows", async () => {
    const { lying, meant, other } = await swapped();
    const { voters } = network.contracts;
    const { heard, network: there } = overheard(lying);
    for (const support of [true, false]) {
      const error = await caught(castVote(actorOf(there, "second"), { id: other, support }));
      expect(error.code).to.equal("PROPOSAL_SHOWN_WRONG");
      expect(error.message).to.include(PEOPLE.clerk);
    }
    expect(heard.filter(({ method }) => method.startsWith("eth_send"))).to.deep.equal([]);
    for (const id of [meant, other]) expect(await voters.getVote(id, PEOPLE.second)).to.equal(0n);
    for (const id of [meant, other]) await withdrawProposal(actorOf(network, "admin"), { id });
  });

  it("nor when it gives the hash of what it shows: the contracts refuse it", async () => {
    const { lying, other } = await swapped();
    const { rules, voters } = network.contracts;
    const { facts } = await caught(castVote(actorOf(lying, "second"), { id: other, support: false }));
    const asked = rules.interface.encodeFunctionData("getProposalHash", [other]);
    const worse = through(lying, (rpc) => ({
      send: (method, params) =>
        method === "eth_call" && (params[0] as { data?: string }).data === asked
          ? Promise.resolve(facts.hash)
          : rpc.send(method, params),
    }));
    const error = await caught(castVote(actorOf(worse, "second"), { id: other, support: false }));
    expect(error.code).to.equal("ProposalDiffers");
    expect(await voters.getVote(other, PEOPLE.second)).to.equal(0n);
  });

  const LIES: [says: string, changes: Partial<Record<"state" | "account", bigint>>, code: string][] = [
    ["is over", { state: 2n }, "ProposalNotOpen"],
    ["is about nobody", { account: 0n }, "PROPOSAL_SHOWN_WRONG"],
  ];
  for (const [says, changes, code] of LIES) {
    it(`gets no vote when it says that the proposal ${says}`, async () => {
      const { voters } = network.contracts;
      const id = Number(await voters.getNumberOfProposals());
      const question = voters.interface.encodeFunctionData("getProposal", [id]);
      const { heard, network: there } = overheard(network);
      const lying = through(there, (rpc) => ({
        send: async (method, params) => {
          const answer = await rpc.send(method, params);
          if (method !== "eth_call" || (params[0] as { data?: string }).data !== question) return answer;
          const [proposal] = voters.interface.decodeFunctionResult("getProposal", String(answer)) as unknown as [
            Result,
          ];
          return voters.interface.encodeFunctionResult("getProposal", [
            { ...proposal.toObject(), ...changes } as never,
          ]);
        },
      }));
      expect((await caught(castVote(actorOf(lying, "second"), { id, support: true }))).code).to.equal(code);
      expect(heard.filter(({ method }) => method.startsWith("eth_send"))).to.deep.equal([]);
    });
  }

  it("cannot pass another node or organisation off as the one that is asked for", async () => {
    const { nodes, orgs } = network.contracts;
    const lying = through(network, (rpc) => ({
      send: (method, params) => {
        const [request, ...rest] = params as [{ data?: string }];
        const { data = "" } = request;
        const asksFor = (name: string, instead: string) => (data.startsWith(name) ? instead : undefined);
        const instead =
          asksFor(
            nodes.interface.getFunction("fetchListeningNode").selector,
            nodes.interface.encodeFunctionData("fetchListeningNode", [keyOf(nodeOf("ab").enodeId), "", 0, 0]),
          ) ??
          asksFor(
            orgs.interface.getFunction("getOrganisation").selector,
            orgs.interface.encodeFunctionData("getOrganisation", [keyOf("ADMINORG")]),
          );
        const swapped = method === "eth_call" && instead !== undefined;
        return rpc.send(method, swapped ? [{ ...request, data: instead }, ...rest] : params);
      },
    }));
    expect((await caught(findNode(lying, nodeOf("cd").enodeId))).code).to.equal("NodeUnknown");
    expect((await caught(findOrg(lying, "ORG1"))).code).to.equal("OrgUnknown");
  });

  it("signs what it likes for an account that it holds", async () => {
    const another = { from: PEOPLE.admin, to: PEOPLE.clerk, data: "0x", gasPrice: "0x0" };
    const other = through(network, (rpc) => ({
      send: (method, params) => rpc.send(method, method === "eth_sendTransaction" ? [another] : params),
    }));
    await addRole(actorOf(other, "admin"), { org: "ADMINORG", role: "AUDITOR", access: "full" });
    expect(await roleNames(network)).not.to.include("AUDITOR");
  });

  it("can show a network that is not there", async () => {
    const elsewhere = await openNetwork();
    await addRole(actorOf(elsewhere, "admin"), { org: "ADMINORG", role: "NOWHERE", access: "full" });
    const shown = through(network, () => elsewhere.chain.rpc);
    expect(await roleNames(network)).not.to.include("NOWHERE");
    expect(await roleNames(shown)).to.include("NOWHERE");
  });
});
