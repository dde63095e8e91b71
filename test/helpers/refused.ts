import { expect } from "chai";
import { Contract, ZeroAddress } from "ethers";
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

const SELECTOR_LENGTH = 10;

let errors: Contract | undefined;

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
    if (revert.length < SELECTOR_LENGTH) return "reverted without a reason";
    return errorsOfTheSuite().interface.parseError(revert)?.name ?? `reverted with ${revert}`;
  }
}

function errorsOfTheSuite(): Contract {
  if (errors !== undefined) return errors;
  const all = FACTORIES.flatMap((factory) => factory.createInterface().fragments).filter(
    ({ type }) => type === "error",
  );
  const unique = new Map(all.map((fragment) => [fragment.format("sighash"), fragment]));
  errors = new Contract(ZeroAddress, [...unique.values()]);
  return errors;
}
