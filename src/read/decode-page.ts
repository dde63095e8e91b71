import {
  AbiCoder,
  type BaseContract,
  type BigNumberish,
  concat,
  type ContractRunner,
  getBytes,
  ParamType,
  toBeHex,
  toNumber,
} from "ethers";
import type { TypedContractMethod } from "../../typechain-types/common.js";
import { answerNotAllowed } from "../chain/check-answer.js";

type PageMethod<T> = TypedContractMethod<[from: BigNumberish, count: BigNumberish], [T[]], "view">;

const WORD = 32;
const coder = AbiCoder.defaultAbiCoder();

/** Asks for one page of a list whose records have texts. Ethers takes a time for such a list that grows with the square of its
 *  length, so the records are taken apart here, and each is decoded by itself. Throws NODE_ANSWER_NOT_ALLOWED. */
export async function readPage<T>(
  contract: BaseContract,
  method: PageMethod<T>,
  from: bigint,
  count: bigint,
): Promise<T[]> {
  const { call } = contract.runner as Required<Pick<ContractRunner, "call">>;
  const answer = await call(await method.populateTransaction(from, count));
  try {
    return decode(ParamType.from(method.fragment.outputs[0]?.arrayChildren), getBytes(answer)) as T[];
  } catch {
    throw answerNotAllowed({ cause: "noList", method: "eth_call", name: method.name }, answer);
  }
}

/** A list is where it begins, its length, where each record begins as seen from here, and the records. */
function decode(record: ParamType, answer: Uint8Array): unknown[] {
  const word = (at: number): number => {
    if (at + WORD > answer.length) throw new RangeError("The answer ends too early.");
    return toNumber(answer.subarray(at, at + WORD));
  };
  const list = word(0) + WORD;
  const length = word(list - WORD);
  const starts = Array.from({ length }, (_, index) => list + word(list + index * WORD));
  return starts.map((start, index) => {
    const alone = answer.subarray(start, starts[index + 1]);
    return coder.decode([record], concat([toBeHex(WORD, WORD), alone]))[0] as unknown;
  });
}
