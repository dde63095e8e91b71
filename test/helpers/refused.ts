import { expect } from "chai";
import { Contract, ZeroAddress } from "ethers";
import { contractErrors } from "../../src/errors/contract-errors.js";

const SELECTOR_LENGTH = 10;

const errors = new Contract(ZeroAddress, contractErrors());

/** The transaction is refused with this error of the suite, whichever contract raises it, and with these values. */
export async function refused(transaction: Promise<unknown>, error: string, ...values: unknown[]): Promise<void> {
  const assertion = expect(transaction).to.be.revertedWithCustomError(errors, error);
  await (values.length === 0 ? assertion : assertion.withArgs(...values));
}

/** What becomes of a call: "allowed", or the name of the error that refuses it. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "allowed";
  } catch (error) {
    const { data } = error as { data?: string | { data: string } };
    const revert = typeof data === "object" ? data.data : (data ?? "0x");
    if (revert.length < SELECTOR_LENGTH) return "reverted without a reason";
    return contractErrors().parseError(revert)?.name ?? `reverted with ${revert}`;
  }
}
