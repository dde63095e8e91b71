import { id, Wallet } from "ethers";
import type { GoQuorumNode } from "./node.js";

/** A key that is the same in every run. */
export function walletOf(name: string): Wallet {
  return new Wallet(id(`portcullis ${name}`));
}

/** A person who acts, and the node that is used. */
export interface Person {
  wallet: Wallet;
  address: string;
  node: GoQuorumNode;
  /** How the command line learns who signs. */
  args: readonly string[];
  environment: NodeJS.ProcessEnv;
}

/** The node holds the key and signs. */
export function ofNode(wallet: Wallet, node: GoQuorumNode): Person {
  return { ...named(wallet, node), args: ["--from", wallet.address] };
}

/** The command line signs with a keystore file, and the node only passes it on. */
export function withKeystore(wallet: Wallet, node: GoQuorumNode): Person {
  const args = ["--keystore", node.keystoreFile(wallet), "--password-file", node.passwordFile];
  return { ...named(wallet, node), args };
}

/** The command line signs with a key of its environment. */
export function withKey(wallet: Wallet, node: GoQuorumNode): Person {
  return { ...named(wallet, node), environment: { PORTCULLIS_PRIVATE_KEY: wallet.privateKey } };
}

/** The same person at another node. */
export function at(person: Person, node: GoQuorumNode): Person {
  return { ...person, node };
}

function named(wallet: Wallet, node: GoQuorumNode): Person {
  return { wallet, address: wallet.address, node, args: [], environment: {} };
}
