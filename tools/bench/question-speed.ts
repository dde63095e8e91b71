import { BulkCaller__factory, PermissionsInterface__factory } from "../../typechain-types/index.js";
import type { Chain } from "./chain.js";
import type { LargeNetwork } from "./large-network.js";

/** How often `transactionAllowed` is answered in a second: a thousand in a call, and one a call. */
export interface Speed {
  inLargeCalls: number;
  oneACall: number;
}

const QUESTIONS = 10_000;
/** Anvil takes no larger request. */
const QUESTIONS_A_CALL = 1_000;
const CALLS = 1_000;

/** Asks for one account after the other. */
export async function measureSpeed(chain: Chain, { network, clerks }: LargeNetwork): Promise<Speed> {
  const asker = chain.signer(0);
  const abi = PermissionsInterface__factory.createInterface();
  const question = (index: number): string => {
    const clerk = clerks[index % clerks.length] ?? "";
    return abi.encodeFunctionData("transactionAllowed", [clerk, asker.address, 0, 0, 100_000, "0x12345678"]);
  };
  const { PermissionsInterface: entry } = network.addresses;
  const bulk = await new BulkCaller__factory(asker).deploy();
  await bulk.waitForDeployment();
  const all = Array.from({ length: QUESTIONS }, (_, index) => question(index));
  const inLargeCalls = await seconds(async () => {
    for (let from = 0; from < QUESTIONS; from += QUESTIONS_A_CALL) {
      await bulk.callAll.staticCall(entry, all.slice(from, from + QUESTIONS_A_CALL), { gasLimit: 600_000_000 });
    }
  });
  const oneACall = await seconds(async () => {
    for (const data of all.slice(0, CALLS)) {
      const [allowed] = abi.decodeFunctionResult("transactionAllowed", await asker.call({ to: entry, data }));
      if (allowed !== true) throw new Error("an account that may send is refused");
    }
  });
  return { inLargeCalls: QUESTIONS / inLargeCalls, oneACall: CALLS / oneACall };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
