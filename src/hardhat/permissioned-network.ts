import type { AddressLike } from "ethers";
import { type NewOrg, proposeOrg } from "../actions/orgs.js";
import type { ActionResult, Actor } from "../actions/perform.js";
import { addRole, assignRole } from "../actions/roles.js";
import { castVote } from "../actions/votes.js";
import { openChain } from "../chain/chain.js";
import { type Provider, providerRpc } from "../chain/provider-rpc.js";
import { nodeAccounts } from "../chain/signers.js";
import { deploy } from "../deploy/deploy.js";
import type { AccessLevel } from "../model/codes.js";
import type { Enode } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { type PermissionConfig, permissionConfig } from "../network/permission-config/permission-config.js";
import type { Explanation } from "../read/explain.js";
import { readRoles, readVoters } from "../read/read-records.js";
import { memoryJournal } from "../steps/memory-journal.js";
import { adminOf } from "./admin-of.js";
import { withoutFees } from "./fees.js";
import { nodeNamed } from "./made-up-node.js";
import { accountOf, type PermissionedNetworkOptions, planNetwork } from "./plan.js";
import { maySend, obeying, requireTaken, type Sender, type SentTransaction } from "./sending.js";
import { unlockedSigner } from "./unlocked-signer.js";

/** Of a connection of Hardhat's, what is needed here. */
export interface HardhatConnection {
  readonly provider: Provider;
}

/** Deploys and boots the contracts on the chain of a connection. It is a fixture: `networkHelpers.loadFixture` takes it as it is. */
export async function permissionedNetwork(
  { provider }: HardhatConnection,
  options: PermissionedNetworkOptions = {},
): Promise<PermissionedNetwork> {
  const chain = await openChain(providerRpc(provider), { gasPrice: 0n });
  await withoutFees(chain);
  const file = await planNetwork(chain, options);
  const own = await nodeAccounts(chain);
  const signers = [await unlockedSigner(chain, own, file.guardian)];
  const network = await deploy({ chain, journal: memoryJournal(), signers, report: () => undefined }, file);
  return new PermissionedNetwork(network, permissionConfig(file, network), file.guardian, own);
}

/** The role that an account gets, or the access for which there is one or will be. */
export type Assignment = { org: string } & ({ role: string } | { access: AccessLevel });

/** A network on the chain of a test. What the helpers leave out, the actions of the library do: they take `actor(account)`. */
export class PermissionedNetwork {
  constructor(
    readonly network: Network,
    /** As nodes read it from permission-config.json. */
    readonly config: PermissionConfig,
    readonly guardian: string,
    private readonly own: readonly string[],
  ) {}

  /** Somebody who acts. Any address may. */
  async actor(account: AddressLike): Promise<Actor> {
    const signer = await unlockedSigner(this.network.chain, this.own, await accountOf(account));
    return { network: this.network, signer };
  }

  /** A network admin proposes something, and network admins vote for it until it is approved. */
  async decide(propose: (admin: Actor) => Promise<ActionResult>): Promise<void> {
    const voters = await readVoters(this.network);
    const { opened } = await propose(await this.actor(voters[0] ?? this.guardian));
    for (const id of opened) {
      for (const voter of voters) {
        const { closed } = await castVote(await this.actor(voter), { id, support: true });
        if (closed.length > 0) break;
      }
    }
  }

  /** An organisation joins, by proposal and votes. */
  async admitOrg(org: string, { admin, node }: { admin: AddressLike; node?: Enode }): Promise<void> {
    const joining: NewOrg = { org, node: node ?? nodeNamed(org), admin: await accountOf(admin) };
    await this.decide((proposer) => proposeOrg(proposer, joining));
  }

  /** An admin of the organisation, or of one above it, gives an account a role. */
  async assign(account: AddressLike, to: Assignment): Promise<void> {
    const admin = await this.actor(await adminOf(this.network, to.org));
    const role = "role" in to ? to.role : await this.roleWith(admin, to);
    await assignRole(admin, { org: to.org, account: await accountOf(account), role });
  }

  /** Whether nodes would take a transaction, why, and who could change it. */
  maySend(transaction: SentTransaction): Promise<Explanation> {
    return maySend(this.network, transaction);
  }

  /** Throws SENDER_NOT_ALLOWED where nodes would not take a transaction. */
  requireAllowed(transaction: SentTransaction): Promise<void> {
    return requireTaken(this.network, transaction);
  }

  /** The same signer, but what nodes would not take it does not send: it throws SENDER_NOT_ALLOWED. */
  as<S extends Sender>(signer: S): S {
    return obeying(this.network, signer);
  }

  /** A role of the organisation that gives this access and no more; it is added where there is none. */
  private async roleWith(admin: Actor, { org, access }: { org: string; access: AccessLevel }): Promise<string> {
    const known = (await readRoles(this.network)).find(
      (each) => each.org === org && each.access === access && each.active && each.kind === "custom" && !each.admin,
    );
    if (known !== undefined) return known.name;
    const role = access.toUpperCase().replace("+", "-");
    await addRole(admin, { org, role, access });
    return role;
  }
}
