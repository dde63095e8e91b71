import { call } from "../chain/call.js";
import { type Chain, getCode } from "../chain/chain.js";

/** Whether the code at an address is what the creation code would leave there now. */
export async function isCreationOf(chain: Chain, address: string, creation: string): Promise<boolean> {
  return (await getCode(chain.rpc, address)) === (await call(chain.rpc, { data: creation }));
}
