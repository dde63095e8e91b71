import { expect } from "chai";
import { Contract, type Fragment, ZeroAddress } from "ethers";
import * as types from "../../typechain-types/index.js";

const FACTORIES = [
  types.PermissionsInterface__factory,
  types.PermissionsUpgradable__factory,
  types.PermissionsImplementation__factory,
  types.OrgManager__factory,
  types.RoleManager__factory,
  types.AccountManager__factory,
  types.VoterManager__factory,
  types.NodeManager__factory,
];

/** The transaction is refused with this error of the suite, whichever contract raises it, and with these values. */
export async function refused(transaction: Promise<unknown>, error: string, ...values: unknown[]): Promise<void> {
  const assertion = expect(transaction).to.be.revertedWithCustomError(errorsOfTheSuite(), error);
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
    if (revert.length < 10) return "reverted without a reason";
    return errorsOfTheSuite().interface.parseError(revert)?.name ?? `reverted with ${revert}`;
  }
}

function errorsOfTheSuite(): Contract {
  const errors = FACTORIES.flatMap((factory) => factory.createInterface().fragments).filter(
    (fragment) => fragment.type === "error",
  );
  const unique = new Map(errors.map((fragment) => [fragment.format("sighash"), fragment]));
  return new Contract(ZeroAddress, [...unique.values()]);
}
