import type { Known } from "../../deploy/contract-module.js";
import { permissionsImplementation } from "../../deploy/permissions-implementation.js";
import { type Chain, getBlock } from "../chain/chain.js";
import { call } from "../chain/call.js";
import { isNodeTrouble } from "../chain/node-trouble.js";
import { estimateGas } from "../chain/transactions.js";
import { messageOf, PortcullisError } from "../errors/error.js";

/** Answers the chain's id with the opcode CHAINID, which came with Istanbul. */
const ISTANBUL_PROBE = "0x4660005260206000f3";

/** Creates a contract of 24,576 zero bytes, as large as Ethereum allows. */
const SIZE_PROBE = "0x6160006000f3";

/** Refuses a chain on which the deployment would fail half-way. */
export async function requireSuitableChain(chain: Chain, deployer: string): Promise<void> {
  await requireNoFees(chain);
  await requireIstanbul(chain);
  await requireCodeSize(chain);
  await requireRoom(chain, deployer);
}

/** Throws CHAIN_ASKS_FOR_FEES. */
export async function requireNoFees({ rpc }: Chain): Promise<void> {
  const { baseFee } = await getBlock(rpc, "latest");
  if (baseFee === undefined || baseFee === 0n) return;
  throw new PortcullisError("CHAIN_ASKS_FOR_FEES", "This chain asks for fees, and the tools send with gas price 0.", {
    facts: { baseFee },
    hint: "Run the network with gas price 0, as GoQuorum does.",
  });
}

/** Throws CHAIN_TOO_OLD. */
export async function requireIstanbul(chain: Chain): Promise<void> {
  const answer = await call(chain.rpc, { data: ISTANBUL_PROBE }).catch(refusal);
  if (/^0x0*[0-9a-f]+$/.test(answer) && BigInt(answer) === chain.chainId) return;
  throw new PortcullisError("CHAIN_TOO_OLD", "The chain's EVM is older than Istanbul.", {
    facts: { answer },
    hint: 'Set "istanbulBlock": 0 in the genesis block.',
  });
}

/** Throws CHAIN_UNSUITABLE. */
export async function requireCodeSize({ rpc }: Chain): Promise<void> {
  const answer = await call(rpc, { data: SIZE_PROBE }).catch(refusal);
  if (/^0x0*$/.test(answer) && answer.length > 2) return;
  throw new PortcullisError("CHAIN_UNSUITABLE", `The chain refuses a contract of 24,576 bytes (${answer}).`, {
    facts: { answer },
    hint: "Allow code of 24,576 bytes, the default of Ethereum (maxCodeSizeConfig in the genesis block).",
  });
}

/** The implementation is the largest contract; where it fits, all fit. Its constructor takes any addresses. Throws
 *  CHAIN_UNSUITABLE or BLOCK_TOO_SMALL. */
export async function requireRoom(chain: Chain, deployer: string): Promise<void> {
  const { gasLimit: blockGasLimit } = await getBlock(chain.rpc, "latest");
  const anybody: Known = { guardian: deployer, addressOf: () => deployer };
  const data = await permissionsImplementation.creation(anybody);
  const hint = "Raise the block gas limit to 10,000,000 or more (gasLimit in the genesis block, --miner.gastarget).";
  const facts = { blockGasLimit };
  try {
    const need = await estimateGas(chain, { from: deployer, data });
    if (need <= blockGasLimit) return;
  } catch (cause) {
    if (isNodeTrouble(cause)) throw cause;
    const message = `The largest contract cannot be deployed here (${messageOf(cause)}).`;
    throw new PortcullisError("CHAIN_UNSUITABLE", message, { facts, hint, cause });
  }
  const message = `The block gas limit ${blockGasLimit.toString()} has no room for the largest contract.`;
  throw new PortcullisError("BLOCK_TOO_SMALL", message, { facts, hint });
}

/** What the node said instead of an answer; a node that is gone says nothing about its chain. */
function refusal(error: unknown): string {
  if (isNodeTrouble(error)) throw error;
  return messageOf(error);
}
