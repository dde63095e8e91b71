import type { Known } from "../../deploy/contract-module.js";
import { permissionsImplementation } from "../../deploy/permissions-implementation.js";
import { type Chain, getBlock } from "../chain/chain.js";
import { call } from "../chain/call.js";
import { isNodeTrouble } from "../chain/node-trouble.js";
import { estimateGas } from "../chain/transactions.js";
import { messageOf, PortcullisError } from "../errors/error.js";

/** Answers the chain's id with the opcode CHAINID, which came with Istanbul. */
const ISTANBUL_PROBE = "0x4660005260206000f3";

/** Refuses a chain on which the deployment would fail half-way. */
export async function checkChain(chain: Chain, deployer: string): Promise<void> {
  const block = await getBlock(chain.rpc, "latest");
  if (block.baseFee !== undefined && block.baseFee > 0n) {
    throw new PortcullisError("CHAIN_ASKS_FOR_FEES", "This chain asks for fees, and the tools send with gas price 0.", {
      facts: { baseFee: block.baseFee },
      hint: "Run the network with gas price 0, as GoQuorum does.",
    });
  }
  await requireIstanbul(chain);
  await requireRoom(chain, deployer, block.gasLimit);
}

async function requireIstanbul(chain: Chain): Promise<void> {
  const answer = await call(chain.rpc, { data: ISTANBUL_PROBE }).catch((cause: unknown) => {
    if (isNodeTrouble(cause)) throw cause;
    return messageOf(cause);
  });
  if (/^0x0*[0-9a-f]+$/.test(answer) && BigInt(answer) === chain.chainId) return;
  throw new PortcullisError("CHAIN_TOO_OLD", "The chain's EVM is older than Istanbul.", {
    facts: { answer },
    hint: 'Set "istanbulBlock": 0 in the genesis block.',
  });
}

/** The implementation is the largest contract; where it fits, all fit. Its constructor takes any addresses. */
async function requireRoom(chain: Chain, deployer: string, blockGasLimit: bigint): Promise<void> {
  const anybody: Known = { guardian: deployer, addressOf: () => deployer };
  const data = await permissionsImplementation.creation(anybody);
  const hint = "Raise the block gas limit to 10,000,000 or more (gasLimit in the genesis block, --miner.gastarget).";
  const facts = { blockGasLimit };
  try {
    const need = await estimateGas(chain, { from: deployer, data });
    if (need <= blockGasLimit) return;
  } catch (cause) {
    if (isNodeTrouble(cause)) throw cause;
    const message = `The largest contract cannot be deployed here: ${messageOf(cause)}`;
    throw new PortcullisError("CHAIN_UNSUITABLE", message, { facts, hint, cause });
  }
  const message = `The block gas limit ${blockGasLimit.toString()} has no room for the largest contract.`;
  throw new PortcullisError("BLOCK_TOO_SMALL", message, { facts, hint });
}
