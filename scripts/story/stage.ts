import type { Actor } from "../../src/actions/perform.js";
import type { InProcessChain } from "../../src/nodejs/in-process.js";
import * as codes from "../../src/model/codes.js";
import type { Enode } from "../../src/model/enode.js";
import type { Network } from "../../src/network/network.js";
import type { NetworkFile } from "../../src/network/network-file/network-file.js";
import { maySend, type TransactionKind } from "../../src/read/checks.js";
import { nodeSigner } from "../../src/chain/signers.js";
import type { Fact, Teller } from "./teller.js";

/** Where the story takes place: any named account can act, since the chain lets any account be impersonated. */
export class Stage {
  constructor(
    readonly chain: InProcessChain,
    readonly file: NetworkFile,
    public network: Network,
    readonly tell: Teller,
  ) {}

  /** One of the network admins, counted from 1. */
  admin(number: number): Promise<Actor> {
    const account = this.file.accounts[number - 1];
    if (account === undefined) throw new RangeError(`The network file names no admin ${number}.`);
    return this.as(account);
  }

  async as(account: string): Promise<Actor> {
    await this.chain.impersonate(account);
    return { network: this.network, signer: nodeSigner(account) };
  }

  /** Lets so many seconds pass. */
  async pass(seconds: number): Promise<void> {
    await this.chain.rpc.send("evm_increaseTime", [seconds]);
    await this.chain.rpc.send("evm_mine", []);
  }

  async org(id: string, expected: string): Promise<Fact> {
    const [, , , , status] = await this.network.contracts.orgs.getOrgDetails(id);
    return [id, codes.orgStatusName(status), expected];
  }

  async node(name: string, { enodeId }: Enode, expected: string): Promise<Fact> {
    const { nodeStatus } = await this.network.contracts.nodes.getNodeDetails(enodeId);
    return [name, codes.nodeStatusName(nodeStatus), expected];
  }

  async account(name: string, account: string, expected: string): Promise<Fact> {
    const status = await this.network.contracts.accounts.getAccountStatus(account);
    return [name, codes.accountStatusName(status), expected];
  }

  /** "open 1:0 of 3", "approved 2:0 of 3": the votes for and against, and how many may vote. */
  async proposal(id: number, expected: string): Promise<Fact> {
    const { votesFor, votesAgainst, state } = await this.network.contracts.voters.getProposal(id);
    const [, active] = await this.network.contracts.voters.getNumberOfVoters();
    const votes = `${votesFor.toString()}:${votesAgainst.toString()} of ${active.toString()}`;
    return [`proposal ${id}`, `${codes.proposalStateName(state)}, ${votes}`, expected];
  }

  async mayConnect({ enodeId, ip, port }: Enode, expected: "yes" | "no"): Promise<Fact> {
    const allowed = await this.network.contracts.rules.connectionAllowed(enodeId, ip, port);
    return ["may connect", allowed ? "yes" : "no", expected];
  }

  async may(account: string, kind: TransactionKind, expected: "yes" | "no", who = ""): Promise<Fact> {
    const allowed = await maySend(this.network, { account, kind });
    return [`${who} may ${kind}`.trim(), allowed ? "yes" : "no", expected];
  }
}

/** The number of the one proposal that an action opened. */
export function opened(done: { opened: number[] }): number {
  const [id, ...others] = done.opened;
  if (id === undefined || others.length > 0) throw new RangeError("The action did not open exactly one proposal.");
  return id;
}
