import type { Known } from "../../deploy/contract-module.js";
import { permissionsImplementation } from "../../deploy/permissions-implementation.js";
import { SUITE } from "../../deploy/suite.js";
import { type Chain, getBlock } from "../chain/chain.js";
import { call } from "../chain/call.js";
import { isUnanswered } from "../chain/node-errors.js";
import { estimateGas } from "../chain/transactions.js";
import { messageOf, type PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";

/** Answers the chain's id with the opcode CHAINID, which came with Istanbul. */
const ISTANBUL_PROBE = "0x4660005260206000f3";

/** Creates a contract of 24,576 zero bytes, as large as Ethereum allows. */
const SIZE_PROBE = "0x6160006000f3";

/** Refuses a chain on which the deployment would fail half-way. */
export async function requireSuitableChain(chain: Chain, deployer: string): Promise<void> {
  await requireIstanbul(chain);
  await requireCodeSize(chain);
  await requireRoom(chain, deployer);
}

/** Throws CHAIN_TOO_OLD. */
export async function requireIstanbul(chain: Chain): Promise<void> {
  const answer = await call(chain.rpc, { data: ISTANBUL_PROBE }).catch(saidInstead);
  if (/^0x0*[0-9a-f]+$/.test(answer) && BigInt(answer) === chain.chainId) return;
  throw refusal("CHAIN_TOO_OLD", { answer });
}

/** Throws CHAIN_UNSUITABLE or BLOCK_TOO_SMALL. */
export async function requireCodeSize({ rpc }: Chain): Promise<void> {
  const answer = await call(rpc, { data: SIZE_PROBE }).catch(saidInstead);
  if (/^0x0*$/.test(answer) && answer.length > 2) return;
  if (isOutOfGas(answer)) throw outOfGas(answer, (await getBlock(rpc, "latest")).gasLimit);
  throw refusal("CHAIN_UNSUITABLE", { cause: "codeSize", answer });
}

/** Where the largest contract fits, all fit. Throws CHAIN_UNSUITABLE or BLOCK_TOO_SMALL. */
export async function requireRoom(chain: Chain, deployer: string): Promise<void> {
  const { gasLimit: blockGasLimit } = await getBlock(chain.rpc, "latest");
  const data = await largestCreation({ guardian: deployer, addressOf: () => deployer });
  try {
    const need = await estimateGas(chain, { from: deployer, data });
    if (need <= blockGasLimit) return;
  } catch (cause) {
    if (isUnanswered(cause)) throw cause;
    if (isOutOfGas(messageOf(cause))) throw outOfGas(messageOf(cause), blockGasLimit);
    throw refusal("CHAIN_UNSUITABLE", { cause: "creation", answer: messageOf(cause), blockGasLimit }, { cause });
  }
  throw refusal("BLOCK_TOO_SMALL", { blockGasLimit });
}

/** The longest creation code of those whose constructor takes any addresses. The implementation takes only modules that are
 *  there, and is shorter than they are. */
async function largestCreation(anybody: Known): Promise<string> {
  const parts = SUITE.filter(({ name }) => name !== permissionsImplementation.name);
  const creations = await Promise.all(parts.map((part) => part.creation(anybody)));
  return creations.reduce((longest, each) => (each.length > longest.length ? each : longest));
}

/** As GoQuorum, anvil and Hardhat word it: a call has as much gas as a block holds, or as the node allows for one. */
function isOutOfGas(answer: string): boolean {
  return /out ?of ?gas|gas required exceeds/i.test(answer);
}

/** What the hint of BLOCK_TOO_SMALL asks for. */
const ENOUGH = 10_000_000n;

function outOfGas(answer: string, blockGasLimit: bigint): PortcullisError {
  if (blockGasLimit < ENOUGH) return refusal("BLOCK_TOO_SMALL", { blockGasLimit });
  return refusal("CHAIN_UNSUITABLE", { cause: "gasOfCalls", answer, blockGasLimit });
}

/** What the node said instead of an answer; one that is gone, or does not know the question, says nothing about its chain. */
function saidInstead(error: unknown): string {
  if (isUnanswered(error)) throw error;
  return messageOf(error);
}
