import { call } from "../chain/call.js";
import { type Chain, getCode } from "../chain/chain.js";

/** The code that creation code would leave at an address now. */
export function codeOf(chain: Chain, creation: string): Promise<string> {
  return call(chain.rpc, { data: creation });
}

/** Whether the code at an address is what the creation code would leave there now. */
export async function isCreationOf(chain: Chain, address: string, creation: string): Promise<boolean> {
  return (await getCode(chain.rpc, address)) === (await codeOf(chain, creation));
}
